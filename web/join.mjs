// Joins the scripts of the page into one, without comments and indentation: one file packs better than many.
//
// usage: node web/join.mjs SCRIPT.js SOURCE.js…      in the order in which they run
import { readFileSync, writeFileSync } from 'node:fs';

// Line by line, as the scripts are written: a comment has a line of its own, or follows code after two blanks.
function bare(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const open = lines.findIndex((line) => (line.match(/`/g) || []).length % 2);
  if (open >= 0) throw new Error(`${path}:${open + 1}: a template over several lines would lose its indentation`);
  const code = lines.map((line) => line.trim().replace(/ {2,}\/\/ .*$/, '')).filter((line) => !/^(\/\/|\/\*\*|\*|$)/.test(line));
  return code.map((line) => `${line}\n`).join('');
}

const [script, ...sources] = process.argv.slice(2);
writeFileSync(script, sources.map(bare).join(''));
