// Runs every *.test.mjs of this directory in a headless browser.
//
// usage: node tests/web/run.mjs [part of a file's or test's name]…
// Prints "ok NAME" or "FAIL NAME" and why; last "N passed, N failed". CHROMIUM names the browser, LANES says how many run at once.
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Session, inBrowser, tests } from './harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const TIME = 420000;  // a page without a graphics card draws slowly
const LANES = Number(process.env.LANES) || Math.min(cpus().length + 1, 6);  // one more than processors: a test waits at times

async function runOne({ name, options, body }) {
  let session = null;
  let timer = null;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done after ${TIME / 1000} s`)), TIME); });
  try {
    await Promise.race([late, (async () => {
      session = await Session.open(options);
      await body(session);
      await session.close();
    })()]);
    return null;
  } catch (error) {
    await session?.shot(`failed-${name.replace(/[^\w\u4e00-\u9fff]+/g, '-').slice(0, 60)}`).catch(() => {});
    await session?.leave().catch(() => {});
    return error;
  } finally {
    clearTimeout(timer);
  }
}

/** Says how a test went, as it ends. */
async function runAndSay({ file, ...one }) {
  const began = Date.now();
  const error = await runOne(one);
  if (!error) console.log(`ok ${file}: ${one.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  else console.log(`FAIL ${file}: ${one.name}\n${String(error.stack || error).replace(/^/gm, '    ')}`);
  return !error;
}

for (const file of readdirSync(here).filter((f) => f.endsWith('.test.mjs')).sort()) {
  const first = tests.length;
  await import(pathToFileURL(join(here, file)).href);
  for (const t of tests.slice(first)) t.file = file;
}
const queue = tests.filter((t) => !wanted.length || wanted.some((w) => t.file.includes(w) || t.name.includes(w)));
const results = [];
const lane = () => inBrowser(async () => {
  for (let t = queue.shift(); t; t = queue.shift()) results.push(await runAndSay(t));
});
await Promise.all(Array.from({ length: LANES }, lane));
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = results.length > passed || !passed ? 1 : 0;
