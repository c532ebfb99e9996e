// How long things take, natively and in WebAssembly. First what the core itself needs (signroute_bench: days, lint, a full
// assessment of the largest matter, mends), then the machine contract, side by side: lint of each pack, the assessment with
// the longest answer, ten thousand lines of assess. Prints, asserts nothing, and is no test.
//
// usage: node tests/bench/run.mjs     builds what it needs
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import vm from 'node:vm';
import { ask, root } from '../program.mjs';

const WEB = process.env.SIGNROUTE_WEB || join(root, 'build/web/web');
const PROGRAM = process.env.SIGNROUTE_PROGRAM || join(root, 'build/native/signroute');
const asset = (path) => readFileSync(join(root, 'assets', path), 'utf8');
const PACKS = readdirSync(join(root, 'assets/packs')).filter((name) => name.endsWith('.json')).map((name) => name.replace(/\.json$/, ''));

/** The contract's module, fed as web/js/contract.js feeds it: a function (verb, request) → answer. */
async function inWebAssembly() {
  const page = vm.createContext({ window: {}, performance, TextDecoder, URL, WebAssembly, console, setTimeout });
  vm.runInContext(readFileSync(join(root, 'web/js/module.js'), 'utf8'), page);
  const sr = page.window.signroute;
  Object.assign(globalThis, { document: {}, window: {} });  // what can draw looks for them when it is loaded
  const m = await createRequire(import.meta.url)(join(WEB, 'signroute_all.js'))({ wasmBinary: readFileSync(join(WEB, 'signroute_all.wasm')) });
  const calendars = readdirSync(join(root, 'assets/calendars')).map((name) => `calendars/${name}`);
  const packs = PACKS.map((id) => `packs/${id}.json`);
  sr.feed(m, 'assets/index.json', JSON.stringify({ packs, calendars }));
  for (const path of ['catalogue.json', 'general_rules.json', ...calendars, ...packs]) sr.feed(m, `assets/${path}`, asset(path));
  return async (verb, request) => sr.askModule(m, verb, JSON.stringify(request), '').text;
}

/** The program, left running for each verb, asked a line at a time. */
function natively() {
  const running = new Map();
  const start = (verb) => {
    const child = spawn(PROGRAM, [verb, '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, lines };
  };
  const answer = async (verb, request) => {
    if (!running.has(verb)) running.set(verb, start(verb));
    const { child, lines } = running.get(verb);
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return `${(await lines.next()).value}\n`;
  };
  answer.end = () => running.forEach(({ child }) => child.stdin.end());
  return answer;
}

/** The request for the longest assessment there is: its matter's steps are the plan, and no fact is known. */
function largest() {
  const requests = PACKS.flatMap((pack) => ask('matters', [{ pack }])[0].matters.map((matter) => ({ pack, matter: matter.id })));
  const planned = ask('route', requests).map((answer, i) => ({ ...requests[i],
    planned: (answer.route || []).filter((step) => step.role).map(({ role, action }) => ({ role, action })), today: '2026-01-05' }));
  const sizes = ask('assess', planned).map((answer) => JSON.stringify(answer).length);
  return planned[sizes.indexOf(Math.max(...sizes))];
}

/** Milliseconds for one call, the best of enough calls; the first one, which reads and warms, is not counted. */
async function time(answer, verb, request) {
  const text = await answer(verb, request);
  if (text.startsWith('{"error"')) throw new Error(text);
  let best = Infinity;
  for (const end = performance.now() + 1000; performance.now() < end || best === Infinity;) {
    const began = performance.now();
    await answer(verb, request);
    best = Math.min(best, performance.now() - began);
  }
  return { text, best };
}

function build(...what) { execFileSync('sh', [join(root, '.ci/build.sh'), ...what], { stdio: 'inherit' }); }

/** What `signroute_bench` prints, under a heading. */
function core(heading, program, ...args) {
  console.log(`\n${heading}\n${execFileSync(program, args, { encoding: 'utf8' })}`);
}

/** Ten thousand cases, the written ones of the five cities (tests/cases) in turn, in one run of the program: its seconds. */
function tenThousandLines() {
  const folder = join(root, 'tests/cases');
  const requests = ['jiangmen', 'jiangyin', 'kunshan', 'liyang', 'wuxi'].flatMap((city) => readdirSync(join(folder, city))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, city, name), 'utf8')))
    .filter(({ verb }) => verb === 'assess').map(({ request }) => JSON.stringify(request)));
  const input = Array.from({ length: 10000 }, (_, i) => requests[i % requests.length]).join('\n');
  const answers = join(root, 'build/log/bench-answers.txt');  // not through this program, whose reading would be timed too
  const out = openSync(answers, 'w');
  const began = performance.now();
  spawnSync(PROGRAM, ['assess', '--lines'], { input, stdio: ['pipe', out, 'inherit'] });
  const seconds = (performance.now() - began) / 1000;
  closeSync(out);
  const lines = readFileSync(answers, 'utf8').trim().split('\n');  // a case may be one to be refused
  rmSync(answers);
  const bad = lines.filter((line) => line.startsWith('{"error"')).length;
  console.log(`assess --lines: ${lines.length} answers, ${bad} of them errors, to ${requests.length} cases in turn, in ${seconds.toFixed(2)} s`);
}

build('native', 'signroute', 'signroute_bench');
build('web');
build('web', 'signroute_bench');
core('the core, natively', join(root, 'build/native/tests/bench/signroute_bench'));
core('the core, in WebAssembly', process.execPath, join(root, 'build/web/tests/bench/signroute_bench.js'));
const sides = [natively(), await inWebAssembly()];
const row = (name, cells) => console.log(name.padEnd(44) + cells.map((cell) => cell.padStart(16)).join(''));
const ms = (x) => `${x.toFixed(x < 10 ? 3 : 1)} ms`;
async function line(name, verb, request) {
  const [native, web] = [await time(sides[0], verb, request), await time(sides[1], verb, request)];
  row(name, [ms(native.best), ms(web.best), native.text === web.text ? '' : 'answers differ']);
  return [native.best, web.best];
}

row('', ['native', 'WebAssembly']);
const sum = [0, 0];
for (const pack of PACKS) (await line(`lint ${pack}`, 'lint', { pack })).forEach((spent, i) => { sum[i] += spent; });
row('lint of all packs', sum.map(ms));
const one = largest();
await line(`assess ${one.pack} ${one.matter}`, 'assess', one);
sides[0].end();
tenThousandLines();
