// A page of somebody else's that asks the module and draws nothing: the answers are those of the command line, byte for byte.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, SITE, test } from './harness.mjs';
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

function printed([verb, request, pack]) {
  const done = spawnSync(PROGRAM, [verb, ...(pack ? ['--pack', pack] : [])], { input: request, encoding: 'utf8', maxBuffer: 64 << 20 });
  return { status: done.status, text: done.stdout };
}

const json = (value) => JSON.stringify(value);

/** Every verb, good requests and bad ones; then what tests/cases asks. */
function requests() {
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
    ['audit', json({ pack: 'wuxi-2022', text: '第一章　总则\n一、为了试验，写一句话。\n二、本规则自印发之日起施行。\n' })],
    ['lint', '', 'wuxi-2022'],
  ];
  const { matters = [] } = JSON.parse(printed(['matters', '', 'wuxi-2022']).text);
  for (const { id, title } of matters) {
    out.push(['route', json({ pack: 'wuxi-2022', matter: id })]);
    out.push(['assess', json({ matter: title, planned: ['分管副市长 审核', '市长 签发'], today: '2025-03-03' }), 'wuxi-2022']);
  }
  const folder = join(root, 'tests/cases/wuxi');
  for (const name of existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.json')).sort() : []) {
    const cases = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const { verb, request } of cases) if (verb && request) out.push([verb, json(request)]);
  }
  return out;
}

test('an embedding page gets the answers of the command line, byte for byte', { hash: null }, async (s) => {
  const list = requests();
  await embedding(s, async (page) => {
    const answers = await ask(page, list);
    list.forEach((request, i) => assert.deepEqual(answers[i], printed(request), request.join(' ').slice(0, 200)));
    assert.ok(answers.some(({ status }) => status === 0) && answers.some(({ status }) => status === 1) && answers.some(({ status }) => status === 2));
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
    assert.equal(why, '文件 answer.bin 未能取得（404）。');
  }, { change: (site) => rmSync(join(site, 'answer.bin')) });
  s.problems = [];
});
