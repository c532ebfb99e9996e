// The built command line from outside: what it reads, writes and ends with. Prints "ok NAME" or "FAIL NAME: why" for each
// thing, then "N passed, N failed".
//
// usage: node tests/cli/run.mjs [PROGRAM]     by default build/native/signroute
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.argv[2] ?? join(top, 'build/native/signroute'));
const scratch = mkdtempSync(join(tmpdir(), 'signroute-cli-'));

/** Runs the program to its end: {status, out, err}. Without `input` standard input is at its end at once. */
function run(args, input = '') {
  const ended = spawnSync(program, args, { input, encoding: 'utf8', timeout: 60_000, cwd: scratch, maxBuffer: 64 << 20 });
  if (ended.error) throw ended.error;
  return { status: ended.status, out: ended.stdout, err: ended.stderr };
}

/** The one answer of a run: a line of JSON and nothing else. */
function answerOf({ out }) {
  assert.equal(out.indexOf('\n'), out.length - 1, `one line was expected: ${out.slice(0, 300)}`);
  return JSON.parse(out);
}

function file(name, text) {
  const path = join(scratch, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const DEADLINE = '{"start":"2025-01-23","n":7,"unit":"working_day","direction":"after","count_start":false,"roll":"none"}';

// A town of two matters, in catalogue words of the tree: the small pack that the description of the format shows.
function smallPack() {
  const readme = readFileSync(join(top, 'assets/README.md'), 'utf8');
  return /### 一个最小的规则包[\s\S]*?```json\n([\s\S]*?)```/.exec(readme)[1];
}

const PLAN = ['秘书长审核', '市长签发'];
const request = (planned) => JSON.stringify({ matter: 'government_document', facts: {}, planned, pack_source: JSON.parse(smallPack()) });
const lineOf = (planned) => `${request(planned)}\n`;

/** Starts the program with standard input left open, and waits for it to end by itself. */
async function endsByItself(args, milliseconds) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  const late = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [status, signal] = await once(child, 'close');
  clearTimeout(late);
  child.stdin.destroy();
  return { status, signal, out };
}

/** Kilobytes of memory that the process holds; undefined once it has ended. */
function residentKb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  } catch {
    return undefined;
  }
}

const tests = {
  'a deadline is answered from standard input, with status 0': () => {
    const ended = run(['deadline'], DEADLINE);
    assert.equal(ended.status, 0);
    assert.equal(ended.err, '');
    assert.equal(answerOf(ended).due, '2025-02-08');
    assert.equal(answerOf(ended).outcome, 'regulated');
  },

  'a request in a file is answered as one on standard input, whatever stands there': () => {
    const path = file('request.json', DEADLINE);
    assert.deepEqual(run(['deadline', path], 'no JSON at all'), run(['deadline'], DEADLINE));
    assert.equal(run(['deadline', 'request.json']).status, 0);
  },

  'a file that cannot be opened is named, with status 2': () => {
    const ended = run(['deadline', 'no-such.json']);
    assert.equal(ended.status, 2);
    assert.equal(ended.out, '');
    assert.match(ended.err, /no-such\.json/);
  },

  'status 0 where a check passes, 1 where it fails, 2 where the request is bad': () => {
    const good = run(['assess'], request(PLAN));
    assert.equal(answerOf(good).verdict, 'pass');
    assert.equal(good.status, 0);
    const failed = run(['assess'], request([PLAN[1]]));
    assert.equal(answerOf(failed).verdict, 'fail');
    assert.equal(failed.status, 1);
    const bad = run(['assess'], '{"matter": "no such matter", "pack": "wuxi-2022"}');
    assert.deepEqual(answerOf(bad), { error: { code: 'unknown_matter', pointer: '/matter', message: '没有事项“no such matter”。' } });
    assert.equal(bad.status, 2);
    assert.equal(bad.err, '');
  },

  'route tells a failing plan nothing: status 0': () => {
    assert.equal(run(['route'], '{"pack": "wuxi-2022", "matter": "government_document"}').status, 0);
  },

  'bad JSON ends with status 2 and tells the line': () => {
    const ended = run(['assess'], '{"matter":\n "x"\n "y"}');
    assert.equal(ended.status, 2);
    const { error } = answerOf(ended);
    assert.equal(error.code, 'not_json');
    assert.equal(error.pointer, '');
    assert.match(error.message, /^第3行/);
  },

  'no request at all is a bad one': () => {
    assert.equal(answerOf(run(['deadline'])).error.code, 'missing_key');
    assert.equal(run(['deadline']).status, 2);
  },

  'with --lines each line has its answer, in order, also after a bad one in the middle': () => {
    const lines = [DEADLINE, '{"start":"2025-01-23"', DEADLINE.replace('7', '1'), '', '{"start":"2025-01-23","n":1,"by":"x"}', DEADLINE];
    const ended = run(['deadline', '--lines'], `${lines.join('\n')}\n`);
    const answers = ended.out.split('\n');
    assert.equal(answers.pop(), '');
    assert.equal(answers.length, lines.length);
    const said = answers.map((line) => JSON.parse(line)).map((answer) => answer.due ?? answer.error.code);
    assert.deepEqual(said, ['2025-02-08', 'not_json', '2025-01-24', 'missing_key', 'unknown_key', '2025-02-08']);
    assert.equal(ended.status, 2);
  },

  'with --lines each answer is the one that the request alone would have': () => {
    const ended = run(['assess', '--lines'], lineOf(PLAN) + lineOf([PLAN[1]]) + lineOf(PLAN));
    const [first, second, third] = ended.out.split('\n');
    assert.equal(`${first}\n`, run(['assess'], request(PLAN)).out);
    assert.equal(`${second}\n`, run(['assess'], request([PLAN[1]])).out);
    assert.equal(third, first);
    assert.equal(ended.status, 1);
  },

  'with --lines many that lie ready are answered in their order': () => {
    const days = Array.from({ length: 700 }, (_, i) => 1 + (i * 37) % 60);        // more than are taken at once
    const ended = run(['deadline', '--lines'], days.map((n) => `${DEADLINE.replace('"n":7', `"n":${n}`)}\n`).join(''));
    assert.equal(ended.status, 0);
    const counted = ended.out.trim().split('\n').map((line) => JSON.parse(line).ledger.filter((day) => day.counted).length);
    assert.deepEqual(counted, days);
  },
  'with --lines from a file, also where the last line has no end': () => {
    const path = file('lines.jsonl', `${DEADLINE}\n${DEADLINE}`);
    const ended = run(['deadline', '--lines', path]);
    assert.equal(ended.status, 0);
    assert.equal(ended.out.trimEnd().split('\n').length, 2);
  },

  'with --lines the highest status of all lines is returned, and no line is no failure': () => {
    const lines = (text) => run(['assess', '--lines', '--pack', 'wuxi-2022'], text).status;
    assert.equal(lines(''), 0);
    assert.equal(lines(lineOf(PLAN)), 0);
    assert.equal(lines(lineOf([PLAN[1]]) + lineOf(PLAN)), 1);
    assert.equal(lines(`{}\n${lineOf([PLAN[1]])}`), 2);
  },

  'lines may end with a carriage return': () => {
    const ended = run(['deadline', '--lines'], `${DEADLINE}\r\n${DEADLINE}\r\n`);
    assert.equal(ended.status, 0);
  },

  '--assets names another folder of rules': () => {
    const assets = join(scratch, 'assets');
    cpSync(join(top, 'assets/catalogue.json'), join(assets, 'catalogue.json'), { recursive: true });
    cpSync(join(top, 'assets/calendars/2025.json'), join(assets, 'calendars/2025.json'), { recursive: true });
    file('assets/packs/example.json', smallPack());
    const packs = answerOf(run(['packs', '--assets', assets])).packs;
    assert.deepEqual(packs.map((pack) => pack.id), ['example']);
    assert.equal(answerOf(run(['deadline', '--assets', assets], DEADLINE)).due, '2025-02-08');
    assert.equal(answerOf(run(['deadline', '--assets', assets], DEADLINE.replace('2025-01', '2024-01'))).due, null);
    assert.equal(run(['lint', '--pack', 'example', '--assets', assets]).status, 0);
  },

  'a pack of the folder that is wrong is told with its file and place, with status 2': () => {
    const assets = join(scratch, 'broken');
    cpSync(join(top, 'assets/catalogue.json'), join(assets, 'catalogue.json'), { recursive: true });
    file('broken/packs/example.json', smallPack().replace('"mayor"', '"mayer"'));
    const ended = run(['packs', '--assets', assets]);
    assert.equal(ended.status, 2);
    assert.equal(ended.out, '');
    assert.match(ended.err, /example\.json \/matters\/0\/steps\/1\/role \[unknown_role\] 目录中没有角色“mayer”。\n$/);
    file('broken/packs/example.json', '{\n"format": }');
    assert.match(run(['packs', '--assets', assets]).err, /example\.json:2 /);
  },

  'a folder without a catalogue is told, with status 2': () => {
    const ended = run(['packs', '--assets', join(scratch, 'nowhere')]);
    assert.equal(ended.status, 2);
    assert.equal(ended.out, '');
    assert.match(ended.err, /^打不开文件：.*nowhere\/catalogue\.json\n$/);
  },

  '--pack takes an id, a city or a title, and the request may name another': () => {
    const pack = answerOf(run(['packs'])).packs[0];
    const [id, city, title] = [pack.id, pack.city, pack.title].map((name) => run(['pack', '--pack', name]));
    assert.equal(id.status, 0);
    assert.deepEqual(city, id);
    assert.deepEqual(title, id);
    assert.equal(answerOf(run(['pack', '--pack', 'atlantis'])).error.code, 'unknown_pack');
    assert.equal(run(['pack']).status, 2);
    assert.equal(answerOf(run(['pack'])).error.code, 'missing_key');
  },

  'the counterexample that lint prints is a request that route takes as it stands': () => {
    const assets = join(scratch, 'contradictory');
    cpSync(join(top, 'assets/catalogue.json'), join(assets, 'catalogue.json'), { recursive: true });
    const pack = JSON.parse(smallPack());
    // The mayor signs only what is urgent: nobody decides the rest.
    const [, sign] = pack.matters[0].steps;
    sign.when = { fact: 'urgent', is: true };
    pack.facts = [...(pack.facts || []), { id: 'urgent', question: '是否急件？', clauses: sign.clauses }];
    file('contradictory/packs/example.json', JSON.stringify(pack));
    const linted = run(['lint', '--pack', 'example', '--assets', assets]);
    assert.equal(linted.status, 1, linted.out);
    const shown = answerOf(linted).findings.filter((finding) => finding.counterexample);
    assert.ok(shown.length > 0, linted.out);
    for (const finding of shown) {
      const routed = run(['route', '--assets', assets], JSON.stringify(finding.counterexample));
      assert.equal(routed.status, 0, routed.out);
      assert.deepEqual(answerOf(routed).matter, [finding.matter]);
    }
  },

  'lint and audit end with 1 where they find an error': () => {
    const pack = JSON.parse(smallPack());
    const path = file('lint.json', JSON.stringify({ pack_source: pack }));
    assert.equal(run(['lint', path]).status, 0);
    pack.matters[0].steps[0].clauses = ['tail'];
    file('lint.json', JSON.stringify({ pack_source: pack }));
    assert.equal(run(['lint', path]).status, 1);
    const text = file('text.txt', '某州市人民政府办文规则\n第一条 要勤快。\n');
    const audited = run(['audit', '--pack', 'wuxi-2022', '--text', text]);
    assert.equal(audited.status, 1);
    assert.equal(answerOf(audited).clauses.length, 1);
  },

  'a plan that is too late is an answer like any other: status 0': () => {
    const request = { pack: 'jiangmen-2023', matter: 'department_city_wide_meeting', to: { event: 'meeting', date: '2026-03-28' }, today: '2026-03-18' };
    const ended = run(['plan'], JSON.stringify(request));
    assert.equal(ended.status, 0);
    assert.equal(answerOf(ended).message, '赶不上3月28日的会议，差2个工作日；最迟3月16日开始。');
    assert.equal(run(['plan', '--lines'], `${JSON.stringify(request)}\n`).out, ended.out);
    assert.equal(run(['plan'], '{"pack": "jiangmen-2023", "matter": "department_city_wide_meeting"}').status, 2);
  },

  'a wrong verb is refused with status 2, and the usage is shown': () => {
    const ended = run(['advise'], '{}');
    assert.equal(ended.status, 2);
    assert.equal(answerOf(ended).error.code, 'unknown_verb');
    assert.match(ended.err, /^用法：signroute VERB/);
  },

  'no verb, an unknown option, an option without its value and too many files show the usage, with status 2': () => {
    const attempts = [[], ['--lines'], ['deadline', '--colour'], ['deadline', '--pack'], ['deadline', 'a.json', 'b.json'], ['deadline', '--text', 'a.txt'],
      ['audit', '--text', 'a.txt', '--lines']];
    for (const args of attempts) {
      const ended = run(args);
      assert.equal(ended.status, 2, args.join(' '));
      assert.equal(ended.out, '', args.join(' '));
      assert.match(ended.err, /^用法：signroute VERB/, args.join(' '));
      for (const verb of ['packs', 'catalogue', 'matters', 'pack', 'route', 'assess', 'why', 'plan', 'deadline', 'compare', 'report', 'quiz', 'grade', 'review', 'course', 'exam', 'result', 'tally', 'deck', 'lint', 'audit']) assert.match(ended.err, new RegExp(`\\b${verb}\\b`));
    }
  },

  'packs, catalogue, matters, pack and lint do not wait for standard input': async () => {
    for (const args of [['packs'], ['catalogue'], ['matters', '--pack', 'wuxi-2022'], ['pack', '--pack', 'wuxi-2022'], ['lint', '--pack', 'wuxi-2022'], ['advise']]) {
      const ended = await endsByItself(args, 60_000);
      assert.equal(ended.signal, null, `${args[0]} waited`);
      JSON.parse(ended.out);
    }
  },

  'with --lines each answer is there before the next line is asked for': async () => {
    const child = spawn(program, ['deadline', '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
    for (let i = 0; i < 3; i += 1) {
      child.stdin.write(`${DEADLINE}\n`);
      const [answer] = await once(child.stdout, 'data');
      assert.equal(JSON.parse(answer.toString()).due, '2025-02-08');
    }
    child.stdin.end();
    const [status] = await once(child, 'close');
    clearTimeout(late);
    assert.equal(status, 0);
  },

  'memory stays where it is over 20,000 lines': async () => {
    const child = spawn(program, ['deadline', '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let answers = 0;
    const sizes = [];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      answers += text.split('\n').length - 1;
      const size = residentKb(child.pid);
      if (size) sizes.push([answers, size]);
    });
    const block = `${Array.from({ length: 100 }, (_, i) => (i % 10 === 9 ? '{"bad' : DEADLINE)).join('\n')}\n`;
    for (let sent = 0; sent < 20_000; sent += 100) {
      if (!child.stdin.write(block)) await once(child.stdin, 'drain');
    }
    child.stdin.end();
    const [status] = await once(child, 'close');
    assert.equal(status, 2);
    assert.equal(answers, 20_000);
    const early = sizes.find(([count]) => count >= 2_000)[1];
    const [counted, last] = sizes.at(-1);
    assert.ok(counted > 15_000);
    assert.ok(last - early < 1_024, `${early} kB after 2,000 lines, ${last} kB at the end`);
  },

  'the answers are the same bytes each time': () => {
    for (const verb of ['packs', 'catalogue']) assert.equal(run([verb]).out, run([verb]).out);
  },
};

let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    passed += 1;
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${String(error.message).split('\n').slice(0, 12).join('\n     ')}`);
  }
}
rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
