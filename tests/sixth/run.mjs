// A sixth city, invented, its pack written by assets/README.md alone: it is read, nothing is found in it, it accounts for
// every sentence of its text, and it answers as the text demands (tests/cases/sixth).
//
// usage: node tests/sixth/run.mjs
// SIGNROUTE_PROGRAM names the program, else it is build/native/signroute.
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ask, root, tally } from '../program.mjs';
import { mismatches } from './pattern.mjs';

const { check, finish } = tally();
const folder = join(root, 'tests/cases/sixth');
const read = (name) => readFileSync(join(folder, name), 'utf8');
const show = (value) => JSON.stringify(value).slice(0, 600);

/** The data files of an office that has this city's pack and no other. */
function officeFiles() {
  const assets = mkdtempSync(join(tmpdir(), 'signroute-sixth-'));
  mkdirSync(join(assets, 'packs'));
  cpSync(join(root, 'assets/catalogue.json'), join(assets, 'catalogue.json'));
  cpSync(join(root, 'assets/calendars'), join(assets, 'calendars'), { recursive: true });
  cpSync(join(folder, 'pack.json'), join(assets, 'packs/yunzhu-2025.json'));
  return assets;
}

function checkPack(office) {
  const [installed] = ask('packs', [{}], office);
  check('the pack is installed under its name', mismatches({ packs: { $has: [{ id: 'yunzhu-2025', city: '云渚市' }] } }, installed));
  const [lint] = ask('lint', [{}], { ...office, pack: 'yunzhu-2025' });
  check('lint finds nothing', (lint.findings ?? [lint]).map(show));
  const [audit] = ask('audit', [{ text: read('text.txt') }], { ...office, pack: 'yunzhu-2025' });
  for (const list of ['unaccounted', 'not_found', 'untaken']) check(`audit: nothing is ${list}`, (audit[list] ?? [audit]).map(show));
}

/** A pack that leaves something out is no longer clean: the checks above would see it. */
function checkDamage() {
  const text = read('text.txt');
  const damaged = (change) => {
    const pack = JSON.parse(read('pack.json'));
    change(pack);
    return { pack_source: pack };
  };
  const without = damaged((pack) => { pack.matters = pack.matters.filter(({ id }) => id !== 'decision_consultation'); });
  const [audit] = ask('audit', [{ ...without, text }]);
  check('audit misses a matter that was taken out', audit.unaccounted?.length > 0 ? [] : [show(audit)]);
  const [lint] = ask('lint', [damaged((pack) => pack.facts.pop())]);
  check('lint misses a question that was taken out', mismatches({ findings: { $has: [{ code: 'fact_without_entry' }] } }, lint));
}

function checkCases(office) {
  for (const { id, title, verb, request, expect } of JSON.parse(read('cases.json'))) {
    const [answer] = ask(verb, [request], office);
    check(`${id}: ${title}`, answer.error ? [show(answer)] : mismatches(expect, answer));
  }
}

const assets = officeFiles();
try {
  checkPack({ assets });
  checkDamage();
  checkCases({ assets });
} finally {
  rmSync(assets, { recursive: true });
}
finish();
