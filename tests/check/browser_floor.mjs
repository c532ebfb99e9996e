// The oldest browser that counts is Chromium 86: nothing newer in what is written under web/, and nothing newer in the
// WebAssembly and the scripts of the built site.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { lineAt } from './tree.mjs';

const TOO_NEW = {
  // What every language version since would tempt one to, with the version of Chromium that brought it.
  script: [
    [/\.at\(-/g, 'at() with a negative index (92)'],
    [/\bstructuredClone\b/g, 'structuredClone (98)'],
    [/\bObject\.(?:hasOwn|groupBy)\b/g, 'Object.hasOwn (93), Object.groupBy (117)'],
    [/\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/g, 'findLast (97), toSorted and the like (110)'],
    [/\b(?:Array\.fromAsync|Promise\.withResolvers)\b/g, 'Array.fromAsync (121), Promise.withResolvers (119)'],
    [/\bcrypto\.randomUUID\b/g, 'randomUUID (92, and only on https)'],
    [/\bAbortSignal\.(?:timeout|any)\b/g, 'AbortSignal.timeout (103)'],
    [/\bstatic\s*\{/g, 'static blocks (94)'],
    [/\.inert\s*=[^=]/g, 'inert (102)'],
  ],
  style: [
    [/\binset(?:-block|-inline)?\s*:/g, 'inset (87)'],
    [/\baspect-ratio\s*:/g, 'aspect-ratio (88)'],
    [/:(?:is|where)\(/g, ':is and :where (88)'],
    [/:has\(/g, ':has (105)'],
    [/\boverflow(?:-[xy])?\s*:\s*clip\b/g, 'overflow: clip (90)'],
    [/\b\d+[dsl]v[hw]\b/g, 'dvh and the like (108)'],
    [/@(?:layer|container|property|scope)\b/g, '@layer (99), @container (105), @property (85), @scope (118)'],
    [/\b(?:color-mix|oklch|oklab)\(/g, 'color-mix and oklch (111)'],
    [/\baccent-color\s*:/g, 'accent-color (93)'],
  ],
};
const KINDS = { js: ['script'], mjs: ['script'], css: ['style'], html: ['script', 'style'] };
const NOT_SHIPPED = /^web\/serve\.mjs$/;

const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/[^\n]*/g, (match) => match.replace(/[^\n]/g, ' '));

function writtenTooNew(tree) {
  return tree.flatMap((file) => {
    const kinds = KINDS[file.path.split('.').pop()];
    if (!kinds || file.text === null || !file.path.startsWith('web/') || NOT_SHIPPED.test(file.path)) return [];
    const code = withoutComments(file.text);
    return kinds.flatMap((kind) => TOO_NEW[kind]).flatMap(([pattern, what]) =>
      [...code.matchAll(pattern)].map((match) => `${file.path}:${lineAt(code, match.index)}: ${what}`));
  });
}

export const floorChecks = [
  {
    name: 'scripts and styles under web/ use nothing newer than Chromium 86',
    find: writtenTooNew,
    bad: [
      { 'web/js/a.js': 'const last = list.at(-1);\n' },
      { 'web/js/a.js': 'const copy = structuredClone(value);\n' },
      { 'web/style.css': '#mirror { overflow: clip; }\n' },
      { 'web/index.html': '<style>main { inset: 0; }</style>\n' },
    ],
    good: { 'web/js/a.js': '// no structuredClone here\nconst last = list.at(0);\n', 'web/style.css': 'a { overflow: hidden; }\n' },
  },
];

// Which of Chromium 86's features the optimiser may meet; it refuses a module that uses any other.
const WASM_FEATURES = ['mutable-globals', 'sign-ext', 'nontrapping-float-to-int', 'bulk-memory', 'multivalue'];

function emConfig(name) {
  return execFileSync('em-config', [name], { encoding: 'utf8' }).trim();
}

function wasmProblems(file) {
  const features = ['--mvp-features', ...WASM_FEATURES.map((name) => `--enable-${name}`)];
  const scratch = mkdtempSync(join(tmpdir(), 'signroute-wasm-'));
  try {
    execFileSync(join(emConfig('BINARYEN_ROOT'), 'bin/wasm-opt'), [file, ...features, '-o', join(scratch, 'out.wasm')],
      { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 256 << 20 });
    return [];
  } catch (error) {
    return [`${file}: ${String(error.stderr || error.message).split('\n').filter(Boolean).slice(0, 6).join(' ')}`];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function scriptProblems(file, text = readFileSync(file, 'utf8')) {
  // Emscripten brings the parser; a classic script of 2021 is what Chromium 86 can read.
  const acorn = createRequire(join(emConfig('EMSCRIPTEN_ROOT'), 'tools/acorn-optimizer.js'))('acorn');
  try {
    acorn.parse(text, { ecmaVersion: 2021, sourceType: 'script' });
    return [];
  } catch (error) {
    return [`${file}: ${error.message}`];
  }
}

function filesUnder(directory, suffix) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return filesUnder(path, suffix);
    return entry.name.endsWith(suffix) ? [path] : [];
  });
}

// A module whose one function answers a reference (Chromium 96), and one that extends a sign (74).
const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const REFERENCE = [...HEAD, 1, 5, 1, 0x60, 0, 1, 0x6f, 3, 2, 1, 0, 7, 5, 1, 1, 0x61, 0, 0, 10, 6, 1, 4, 0, 0xd0, 0x6f, 11];
const SIGN = [...HEAD, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 7, 5, 1, 1, 0x61, 0, 0, 10, 7, 1, 5, 0, 0x41, 1, 0xc0, 11];

function wasmSelfTest() {
  const scratch = mkdtempSync(join(tmpdir(), 'signroute-wasm-'));
  const problemsOf = (bytes) => {
    writeFileSync(join(scratch, 'a.wasm'), Uint8Array.from(bytes));
    return wasmProblems(join(scratch, 'a.wasm'));
  };
  try {
    const missed = problemsOf(REFERENCE).length === 0 ? ['a planted reference type was not found'] : [];
    return [...missed, ...problemsOf(SIGN)];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function scriptSelfTest() {
  const missed = scriptProblems('planted', 'class A { static { f(); } }').length === 0 ? ['a planted static block was not found'] : [];
  return [...missed, ...scriptProblems('planted', 'let a = b?.c ?? 1; a ??= 2;')];
}

/** What is to be said about the built site in `site`: [{name, problems()}]. */
export function siteChecks(site) {
  const each = (suffix, judge, folder = site) => () => {
    const files = filesUnder(folder, suffix);
    return files.length === 0 ? [`no ${suffix} in ${folder}`] : files.flatMap((file) => judge(file));
  };
  return [
    { name: 'planted violations are found: features of WebAssembly', problems: wasmSelfTest },
    { name: "the site's WebAssembly uses no feature newer than Chromium 86", problems: each('.wasm', wasmProblems, resolve(site, '../web')) },
    { name: 'planted violations are found: syntax of scripts', problems: scriptSelfTest },
    { name: "the site's scripts use no syntax newer than Chromium 86", problems: each('.js', (file) => scriptProblems(file)) },
  ];
}
