// The files of a checkout as the checks see them: what git tracks or would track, or, without git, every file but
// build output.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SOURCES = new Set(['.git', 'build', 'node_modules']);

function walk(top, under = '') {
  return readdirSync(join(top, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (NOT_SOURCES.has(entry.name)) return [];
    return entry.isDirectory() ? walk(top, path) : [path];
  });
}

function gitFiles(top) {
  // A checkout that belongs to another user, as in a container, is read all the same: nothing of it is run.
  const git = (...args) =>
    execFileSync('git', ['-c', 'safe.directory=*', '-C', top, ...args],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 << 20 });
  try {
    if (git('rev-parse', '--show-prefix').trim() !== '') return null;
    return git('ls-files', '-z', '-co', '--exclude-standard').split('\0').filter(Boolean);
  } catch {
    return null;
  }
}

/** Every file of the checkout: {path, size, text}; `text` is null for what is not UTF-8 text. */
export function readTree(top) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const files = [];
  for (const path of (gitFiles(top) ?? walk(top)).sort()) {
    const stat = statSync(join(top, path), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    let text = null;
    try {
      text = decoder.decode(readFileSync(join(top, path)));
    } catch {
      // A picture or the like: only its size is looked at.
    }
    files.push({ path, size: stat.size, text: text?.includes('\0') ? null : text });
  }
  return files;
}

/** C++ without comments and the insides of string literals (include lines keep theirs), line numbers kept. */
export function codeOnly(text) {
  const blank = (match) => match.replace(/[^\n]/g, ' ');
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|^[ \t]*#[ \t]*include[^\n]*/gm;
  return text.replace(token, (match) => (match.trimStart().startsWith('#') ? match : blank(match)));
}

/** 1-based line of `index` in `text`. */
export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
