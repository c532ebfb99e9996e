// Runs every *.test.mjs of this directory in a headless browser.
//
// usage: node tests/web/run.mjs [part of a file's or test's name]…
// Prints "ok NAME" or "FAIL NAME" and why; last "N passed, N failed". CHROMIUM names the browser.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Session, startAll, stopAll, tests } from './harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const TIME = 180000;  // a page without a graphics card draws slowly

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
    await session?.context.close().catch(() => {});
    return error;
  } finally {
    clearTimeout(timer);
  }
}

let passed = 0;
let failed = 0;
await startAll();
for (const file of readdirSync(here).filter((f) => f.endsWith('.test.mjs')).sort()) {
  const first = tests.length;
  await import(pathToFileURL(join(here, file)).href);
  for (const t of tests.slice(first)) {
    if (wanted.length && !wanted.some((w) => file.includes(w) || t.name.includes(w))) continue;
    const error = await runOne(t);
    if (error) {
      failed += 1;
      console.log(`FAIL ${file}: ${t.name}\n${String(error.stack || error).replace(/^/gm, '    ')}`);
    } else {
      passed += 1;
      console.log(`ok ${file}: ${t.name}`);
    }
  }
}
await stopAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
