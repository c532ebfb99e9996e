// What may not be in any file: sentences of the regulations, places of one machine, things too large to be sources.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { lineAt } from './tree.mjs';

const LARGEST = 1_500_000; // bytes
const RUN = 28; // this many characters in a row, as in a regulation, is a sentence carried over

const LETTERS = /[\u3400-\u9fff0-9A-Za-z]/u;

/** Only ideographs, digits and Latin letters, and for each the place in `text` that it stood at. */
function squeeze(text) {
  const letters = [];
  const places = [];
  for (let i = 0; i < text.length; i += 1) {
    if (LETTERS.test(text[i])) {
      letters.push(text[i]);
      places.push(i);
    }
  }
  return { letters: letters.join(''), places };
}

/** The runs of the regulations' texts, as a set; null when there are no texts at hand. */
export function runsOfTexts(directory) {
  if (!directory || !existsSync(directory)) return null;
  const names = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  if (names.length === 0) return null;
  const runs = new Set();
  for (const name of names) {
    const { letters } = squeeze(readFileSync(join(directory, name), 'utf8'));
    for (let i = 0; i + RUN <= letters.length; i += 1) runs.add(letters.slice(i, i + RUN));
  }
  return runs;
}

function copiedFrom(runs, tree) {
  return tree.filter((file) => file.text !== null).flatMap((file) => {
    const { letters, places } = squeeze(file.text);
    const found = [];
    for (let i = 0; i + RUN <= letters.length; i += 1) {
      const run = letters.slice(i, i + RUN);
      if (runs.has(run)) {
        found.push(`${file.path}:${lineAt(file.text, places[i])}: a regulation's own words: …${run}…`);
        i += RUN * 3;
      }
    }
    return found;
  });
}

function tooLarge(tree) {
  return tree.filter((file) => file.size > LARGEST).map((file) => `${file.path}: ${file.size} bytes; the most is ${LARGEST}`);
}

// Written in pieces, so that this file does not find itself.
const HOSTS = [
  ['deb', 'debian', 'org'], ['security', 'debian', 'org'], ['snapshot', 'debian', 'org'], ['ftp', '\\w+', 'debian', 'org'],
  ['archive', 'ubuntu', 'com'], ['registry', 'npmjs', 'org'], ['registry', 'npmmirror', 'com'], ['registry', 'yarnpkg', 'com'],
  ['pypi', 'org'], ['files', 'pythonhosted', 'org'], ['static', 'crates', 'io'], ['proxy', 'golang', 'org'],
  ['mirrors', '[\\w.-]+', '(?:com|cn|org|net|edu)'],
].map((parts) => parts.join('\\.'));
const MACHINE = new RegExp(
  [`\\b(?:${HOSTS.join('|')})\\b`, '"resolved":\\s*"http', '(?<![\\w.$}])/(?:home|Users)/\\w[\\w.-]*/', '(?<![\\w.$}])/(?:root|work)/\\w', '\\b[A-Z]:\\\\\\\\?Users\\\\'].join('|'), 'g');

function machinePlaces(tree) {
  return tree.filter((file) => file.text !== null).flatMap((file) =>
    [...file.text.matchAll(MACHINE)].map((match) => `${file.path}:${lineAt(file.text, match.index)}: ${match[0]}`));
}

const host = (...parts) => parts.join('.');

/** The checks of contents; `runs` as runsOfTexts gives them, null leaves out the one that needs them. */
export function contentChecks(runs) {
  const own = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土日月星';
  const planted = new Set([own.slice(0, RUN), own.slice(1, RUN + 1)]);
  return [
    {
      name: "no sentence of a regulation is copied (28 characters in a row)",
      find: runs && ((tree) => copiedFrom(runs, tree)),
      selfTest: (tree) => copiedFrom(planted, tree),
      bad: [
        { 'assets/packs/a.json': `{"say": "前文${own}后文"}\n` },
        { 'tests/a.cpp': `"${own.slice(0, 9)}，"\n    "${own.slice(9, 20)}、${own.slice(20, 28)}"\n` },
      ],
      good: { 'assets/packs/a.json': `{"say": "${own.slice(0, RUN - 1)}"}\n` },
    },
    {
      name: 'no file is larger than 1.5 MB',
      find: tooLarge,
      bad: [{ 'assets/a.bin': 'x'.repeat(LARGEST + 1) }],
      good: { 'assets/a.bin': 'x'.repeat(LARGEST) },
    },
    {
      name: 'no path of one machine and no package registry is named',
      find: machinePlaces,
      bad: [
        { 'README.md': `cd ${['', 'home', 'someone', 'signroute'].join('/')}\n` },
        { 'tests/a.cpp': `open("${['', 'work', 'main', 'a.json'].join('/')}")\n` },
        { '.ci/a.sh': `curl http://${host('deb', 'debian', 'org')}/debian\n` },
        { 'tests/package-lock.json': `{"${"resolved"}": "https://${host('registry', 'npmjs', 'org')}/a.tgz"}\n` },
      ],
      good: { 'README.md': 'build/root/a and ../shared/seeds, $HOME/root/x\n' },
    },
  ];
}

/** The functions of a file whose heads stand `indent` spaces in: {start, length} of the lines between its braces. */
function functionsAt(lines, indent) {
  // clang-format puts a function's head at the margin and its closing brace alone there.
  const margin = ' '.repeat(indent);
  const head = new RegExp(`^${margin}(?!namespace|struct|class|enum|union|extern|export const|const |export default|if|for|while|\\s|#|//).*[)\\w] \\{$`);
  const tail = new RegExp(`^${margin}\\}`);
  const found = [];
  let start = -1;
  lines.forEach((line, index) => {
    if (head.test(line)) {
      start = index;
    } else if (tail.test(line)) {
      if (start >= 0) found.push({ start: start + 1, length: index - start - 1 });
      start = -1;
    }
  });
  return found;
}

function longFunctions(file, lines) {
  const outer = functionsAt(lines, 0);
  const inner = /\.m?js$/.test(file.path) ? functionsAt(lines, 2) : [];
  // A classic script is one function around its file: those within are what counts.
  const wraps = (one) => inner.some((other) => other.start > one.start && other.start < one.start + one.length);
  return [...outer.filter((one) => !wraps(one)), ...inner].filter(({ length }) => length > 40)
    .map(({ start, length }) => `${file.path}:${start}: a function of ${length} lines`);
}

/** Not failures: files over 400 lines and functions over 40, where a seam should be looked for. */
export function lengthWarnings(tree) {
  const written = tree.filter((file) => file.text !== null && /\.(h|hpp|cpp|mjs|js|sh|css|html)$/.test(file.path));
  return written.flatMap((file) => {
    const lines = file.text.split('\n');
    return [...(lines.length > 401 ? [`${file.path}: ${lines.length - 1} lines`] : []), ...longFunctions(file, lines)];
  });
}
