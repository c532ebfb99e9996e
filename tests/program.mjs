// The command line program, asked many things at once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = process.env.SIGNROUTE_PROGRAM || join(root, 'build/native/signroute');

/** The answers to `requests`, one each, in their order. Throws when there is no program, or when it answers too little. */
export function ask(verb, requests, { assets = join(root, 'assets'), pack = null } = {}) {
  if (!existsSync(PROGRAM)) throw new Error(`no program at ${PROGRAM}; build the preset native, or name one in SIGNROUTE_PROGRAM`);
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const done = spawnSync(PROGRAM, [verb, '--lines', '--assets', assets, ...(pack ? ['--pack', pack] : [])],
    { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  const answers = (done.stdout ?? '').split('\n').filter(Boolean);
  if (answers.length !== requests.length)
    throw new Error(`${answers.length} answers to ${requests.length} requests (${done.signal ?? `status ${done.status}`}): ${done.error ?? done.stderr}`);
  return answers.map((line) => JSON.parse(line));
}

/** The first error in the data files below `assets`, as {code, pointer}; null when the program takes them all. */
export function refusalOf(assets) {
  const done = spawnSync(PROGRAM, ['packs', '--assets', assets], { input: '', encoding: 'utf8' });
  if (done.status === 0) return null;
  const said = /^\S+ (\S*) \[(\w+)\]/.exec(done.stderr);
  if (!said) throw new Error(`${done.error ?? done.signal ?? done.status}: ${done.stderr}`);
  return { code: said[2], pointer: said[1] };
}

/** Counts and prints checks: `check(name, problems)`, and at the end `finish()`. */
export function tally() {
  let passed = 0;
  let failed = 0;
  return {
    check(name, problems) {
      if (problems.length === 0) passed += 1;
      else failed += 1;
      console.log(`${problems.length === 0 ? 'ok' : 'FAIL'} ${name}`);
      problems.slice(0, 20).forEach((problem) => console.log(`     ${problem}`));
    },
    finish() {
      console.log(`${passed} passed, ${failed} failed`);
      process.exitCode = failed > 0 ? 1 : 0;
    },
  };
}
