// Packs files into one archive for js/unpack.js.
//
// usage: node web/pack.mjs [--lean] ARCHIVE DIRECTORY FILE…      the files are named from DIRECTORY
//   --lean   of rule packs, leaves out what only an audit against the official text looks at
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// How it is searched for what repeats: of a module sometimes the one finds a thousandth more, sometimes the other.
const SEARCHES = { code: ['mf=bt4,nice=64', 'mf=bt2,nice=90'], text: ['mf=bt4,nice=273'] };

/** `files` is [[path, Buffer], …]. */
export function pack(files) {
  const list = JSON.stringify(files.map(([path, bytes]) => [path, bytes.length]));
  const whole = Buffer.concat([Buffer.from(`${list}\n`), ...files.map(([, bytes]) => bytes)]);
  const code = files.every(([path]) => path.endsWith('.wasm'));
  const packedBy = (search) => execFileSync('xz', ['--format=lzma', `--lzma1=preset=9e,lc=${code ? 4 : 2},pb=0,${search}`, '--stdout'], { input: whole, maxBuffer: 256 << 20 });
  const packed = SEARCHES[code ? 'code' : 'text'].map(packedBy).reduce((least, one) => (one.length < least.length ? one : least));
  packed.writeUInt32LE(whole.length, 5);      // xz leaves the size open; with it the browser sets memory aside once
  packed.writeUInt32LE(0, 9);
  return packed;
}

const ONLY_FOR_AUDIT = new Set(['terms', 'citations', 'names']);
const small = (bytes, left = new Set()) => Buffer.from(JSON.stringify(JSON.parse(bytes), (key, value) => (left.has(key) ? undefined : value)));

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const options = process.argv.slice(2);
  const left = options[0] === '--lean' && options.shift() ? ONLY_FOR_AUDIT : undefined;
  const [archive, directory, ...paths] = options;
  const read = (path) => readFileSync(join(directory, path));
  writeFileSync(archive, pack(paths.map((path) => [path, path.endsWith('.json') ? small(read(path), left) : read(path)])));
}
