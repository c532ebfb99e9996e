// A page of somebody else's that asks the module and draws nothing: the answers are those of the command line, byte for byte.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, SITE, test } from './harness.mjs';
import { cases as reports, evil } from '../out/cases.mjs';
import { serveSite } from './server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.SIGNROUTE_PROGRAM || join(root, 'build/native/signroute');
const PAGE = '<!doctype html><meta charset="utf-8"><title>OA</title><link rel="icon" href="data:,"><script src="签批/js/embed.js"></script>';
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

/** Opens a page that embeds the site from the folder 签批 beside it; `change` may alter that folder first. */
async function embedding(s, work, { page = PAGE, change = () => {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'embed-'));
  cpSync(SITE, join(folder, '签批'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
  change(join(folder, '签批'));
  const server = await serveSite(folder);
  try {
    await s.page.goto(server.url);
    await work(s.page, server);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

const ask = (page, requests) => page.evaluate(async (list) => {
  await signroute.ready;
  return list.map(([verb, request, pack]) => signroute.answer(verb, request, pack));
}, requests);

/** What the command line prints; other tests go on meanwhile. */
function run(args, input) {
  return new Promise((done, fail) => {
    const child = spawn(PROGRAM, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', fail);
    child.on('close', (status) => done({ status, text: Buffer.concat(parts).toString() }));
    child.stdin.on('error', () => {});  // it may end before it has read all
    child.stdin.end(input);
  });
}

const printed = ([verb, request, pack]) => run([verb, ...(pack ? ['--pack', pack] : [])], request);

const json = (value) => JSON.stringify(value);

/** Every verb, good requests and bad ones. */
async function requests() {
  const out = [
    ['packs', ''], ['catalogue', ''], ['pack', '', '无锡'], ['pack', '', 'atlantis'], ['matters', '', 'wuxi-2022'], ['nonsense', '{}', 'wuxi-2022'],
    ['deadline', json({ start: '2025-01-23', n: 7, unit: 'working_day', direction: 'after', count_start: false, roll: 'none' })],
    ['deadline', json({ start: '2026-12-20', n: 15, unit: 'working_day' })],
    ['deadline', json({ start: '2025-02-30', n: 1 })],
    ['deadline', '{"start":"2025-01-23",}'],
    ['deadline', json({ start: '2012-01-01', n: -1 })],
    ['route', json({ pack: 'wuxi-2022' })],
    ['route', '[]', 'wuxi-2022'],
    ['assess', '', 'wuxi-2022'],
    ['plan', '{}', 'wuxi-2022'],
    ['plan', json({ matter: 'department_consultation', to: { step: 'reply', date: '2027-02-26' }, today: '2027-02-18',
      interruptions: [{ kind: 'extended', limit: 'consultation_reply', n: 2, basis: '同意延期' }] }), 'wuxi-2022'],
    ['audit', json({ pack: 'wuxi-2022', text: '第一章　总则\n一、为了试验，写一句话。\n二、本规则自印发之日起施行。\n' })],
    ['lint', '', 'wuxi-2022'],
    ['report', json({ ...reports[0].request, format: 'pdf' })],
  ];
  out.push(...await training());
  return out;
}

/** What may be asked of every matter of a city, and reports of each format, by verb: lines of requests. */
async function inLines() {
  const { matters = [] } = JSON.parse((await printed(['matters', '', 'wuxi-2022'])).text);
  const pack = 'wuxi-2022';
  return {
    route: matters.map(({ id }) => json({ pack, matter: id })),
    why: matters.map(({ id }) => json({ pack, matter: id })),
    plan: matters.map(({ id }) => json({ pack, matter: id, from: { start: '2026-12-01' } })),
    report: [...reports, evil].flatMap(({ request }) => ['html', 'ics', 'csv', 'record'].map((format) => json({ ...request, format }))),
    assess: matters.map(({ title }) => json({ pack, matter: title, planned: ['分管副市长 审核', '市长 签发'], today: '2025-03-03' })),
  };
}

/** A course, an exam from its link to the tally, a deck with a mistake in it. */
async function training() {
  const wish = { title: '第一期', n: 30, seed: 6, minutes: 30, keys: true };
  const { exam, link, questions = [] } = JSON.parse((await printed(['exam', json(wish)])).text);
  const answers = questions.map(({ id, seed, hash }, i) => ({ id, seed, hash, choice: 'abc'[i % 3], seconds: i }));
  const sheet = { format: 'signroute-result/1', exam, name: '甲', started: '2025-03-03T09:00:00', finished: '2025-03-03T09:31:00', answers };
  const { file: text } = JSON.parse((await printed(['result', json({ sheet })])).text);
  const cards = questions.map(({ id, seed, hash }) => ({ id, seed, hash }));
  const answered = cards.map((card, i) => ({ ...card, at: '2025-03-03T09:10', right: i % 4 !== 0, hinted: i % 3 === 0 }));
  return [
    ['exam', json(wish)], ['exam', json({ link })], ['exam', json({ link: link?.slice(0, -1) })], ['exam', json({ exam, keys: true, format: 'html' })],
    ['result', json({ sheet })], ['result', json({ sheet, format: 'html' })], ['result', json({ sheet: { ...sheet, name: '' } })],
    ['tally', json({ results: [{ file: 'a.json', text }, { file: 'b.json', sheet }] })], ['tally', json({ results: [{ file: 'a.json', text }], format: 'csv' })],
    ['deck', json({ now: '2025-03-04T08:00', add: cards, answered })], ['deck', '{"now":"2025-03-04"}'],
    ['course', '', 'liyang'],
    ...['people/person', 'matter/government_document', 'matter/executive_meeting', 'reading/government_document', 'silence/press', 'matter/nothing']
      .map((lesson) => ['course', json({ lesson }), 'jiangyin-2022']),
  ];
}

/** The requests of every written case, [verb, line] by city; the other folders hold no cases. */
function writtenCases() {
  const folder = join(root, 'tests/cases');
  const cities = {};
  const isCity = (name) => name !== 'sixth' && statSync(join(folder, name)).isDirectory();  // that one's pack is no installed one
  for (const city of readdirSync(folder).filter(isCity)) {
    for (const name of readdirSync(join(folder, city)).filter((f) => f.endsWith('.json')).sort()) {
      const cases = JSON.parse(readFileSync(join(folder, city, name), 'utf8'));
      if (!Array.isArray(cases)) continue;
      for (const { verb, request } of cases) if (verb && request) (cities[city] ||= []).push([verb, json(request)]);
    }
  }
  return cities;
}

/** The answers of the command line to many requests of one verb, a line each. */
async function printedLines(verb, lines) {
  const { text } = await run([verb, '--lines'], lines.map((line) => `${line}\n`).join(''));
  return text.split(/(?<=\n)/);
}

/** The module's answers to the lines, and the command line's. */
async function alike(page, verb, lines) {
  const wanted = await printedLines(verb, lines);
  assert.equal(wanted.length, lines.length);
  for (let at = 0; at < lines.length; at += 50) {
    const some = lines.slice(at, at + 50);
    const answers = await ask(page, some.map((line) => [verb, line]));
    answers.forEach(({ text }, i) => assert.equal(text, wanted[at + i], some[i].slice(0, 200)));
  }
}

test('an embedding page gets the answers of the command line, byte for byte', { hash: null }, async (s) => {
  const list = await requests();
  await embedding(s, async (page) => {
    const answers = await ask(page, list);
    for (const [i, request] of list.entries()) assert.deepEqual(answers[i], await printed(request), request.join(' ').slice(0, 200));
    for (const [verb, lines] of Object.entries(await inLines())) await alike(page, verb, lines);
    assert.ok(answers.some(({ status }) => status === 0) && answers.some(({ status }) => status === 1) && answers.some(({ status }) => status === 2));
  });
});

test('the cases of every city are answered alike natively and in WebAssembly, byte for byte', { hash: null }, async (s) => {
  const cities = writtenCases();
  assert.ok(Object.keys(cities).length >= 5, Object.keys(cities).join());
  await embedding(s, async (page) => {
    for (const [city, list] of Object.entries(cities)) {
      assert.ok(list.length >= 60, `${city}: ${list.length}`);
      for (const verb of new Set(list.map(([v]) => v))) {
        await alike(page, verb, list.filter(([v]) => v === verb).map(([, line]) => line));
      }
    }
  });
});

test('an embedding page may forbid everything but its own scripts', { hash: null }, async (s) => {
  const page = PAGE.replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>`);
  await embedding(s, async (p) => {
    assert.deepEqual((await ask(p, [['packs', '']])).map(({ status }) => status), [0]);
  }, { page });
});

test('an embedding page hears which file is missing', { hash: null }, async (s) => {
  await embedding(s, async (page) => {
    const why = await page.evaluate(() => signroute.ready.then(() => '', (error) => error.message));
    assert.equal(why, '文件 signroute_all.bin 未能取得（404）。');
  }, { change: (site) => rmSync(join(site, 'signroute_all.bin')) });
  s.problems = [];
});
