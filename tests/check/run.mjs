// Checks on the repository itself: prints "ok …" or "FAIL …" for each, then the places. Each check first has to find
// violations planted in a scratch tree, and to find nothing in a clean one.
//
// usage: node tests/check/run.mjs [SITE]      with SITE, a built site: the checks on that instead
// SEEDS_DIR: the texts of the regulations, for the check on copied sentences; without it ../shared/seeds
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { floorChecks, siteChecks } from './browser_floor.mjs';
import { contentChecks, lengthWarnings, runsOfTexts } from './contents.mjs';
import { checks as layerChecks } from './layers.mjs';
import { tallyChecks } from './tally.mjs';
import { readTree } from './tree.mjs';

let failures = 0;

function report(name, problems) {
  console.log(`${problems.length === 0 ? 'ok' : 'FAIL'} ${name}`);
  problems.forEach((problem) => console.log(`     ${problem}`));
  if (problems.length > 0) failures += 1;
}

/** What `find` says of a tree with just these files, written to disk and read as the real one is. */
function inScratch(files, find) {
  const top = mkdtempSync(join(tmpdir(), 'signroute-check-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    }
    return find(readTree(top));
  } finally {
    rmSync(top, { recursive: true });
  }
}

function selfTest(check) {
  const find = check.selfTest ?? check.find;
  const missed = check.bad
    .filter((files) => inScratch(files, find).length === 0)
    .map((files) => `a planted violation was not found: ${JSON.stringify(files).slice(0, 200)}`);
  const wrong = inScratch(check.good, find).map((problem) => `found where nothing is wrong: ${problem}`);
  return [...missed, ...wrong];
}

function checkTree() {
  const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  const seeds = process.env.SEEDS_DIR || resolve(top, '../shared/seeds');
  const tree = readTree(top);
  for (const check of [...layerChecks, ...floorChecks, ...contentChecks(runsOfTexts(seeds))]) {
    report(`planted violations are found: ${check.name}`, selfTest(check));
    if (check.find) {
      report(check.name, check.find(tree));
    } else {
      console.log(`skip ${check.name}: no texts in SEEDS_DIR`);
    }
  }
  tallyChecks.forEach(({ name, problems }) => report(name, problems()));
  lengthWarnings(tree).forEach((warning) => console.log(`warning: ${warning}`));
}

const [site] = process.argv.slice(2);
if (site) {
  siteChecks(resolve(site)).forEach(({ name, problems }) => report(name, problems()));
} else {
  checkTree();
}
process.exitCode = failures === 0 ? 0 : 1;
