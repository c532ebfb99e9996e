// What leaves the application, read by parsers that are not ours: calendar files by ical.js, pages by parse5, tables by a
// reader of CSV, records by asking again. For each city a case of its own, and odd ones.
//
// usage: node tests/out/run.mjs
// SIGNROUTE_PROGRAM names the program, else it is build/native/signroute.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ask, root, tally } from '../program.mjs';
import { cases, cutOff, evil, openDay, sixReadings } from './cases.mjs';
import { calendarProblems, eventsOf } from './calendar.mjs';
import { pageProblems } from './page.mjs';
import { tableOf } from './table.mjs';

const { check, finish } = tally();
const PROGRAM = process.env.SIGNROUTE_PROGRAM || join(root, 'build/native/signroute');
const one = (verb, request) => ask(verb, [request])[0];
const report = (request, format) => one('report', { ...request, format });
/** The answer behind a report: what a report says of itself is no part of the situation. */
const assessed = ({ id, title, note, revision, alarm, ...situation }) => one('assess', situation);
const unless = (good, why) => (good ? [] : [why]);
const same = (got, wanted) => unless(JSON.stringify(got) === JSON.stringify(wanted), `${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);

const escaped = (text) => text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);

/** JSON with its keys sorted at every depth, as the contract writes it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

const hashOf = (path) => createHash('sha256').update(`${canonical(JSON.parse(readFileSync(join(root, 'assets', path), 'utf8')))}\n`).digest('hex');

function checkPage({ name, request }) {
  const { text, name: file, type } = report(request, 'html');
  check(`${name}: the page is well-formed HTML without script or address`, pageProblems(text));
  check(`${name}: the page has a Chinese name and its media type`, unless(/^[^\\/:*?"<>|]+-核对报告\.html$/u.test(file) && type === 'text/html;charset=utf-8', `${file} ${type}`));
  const answer = assessed(request);
  const missing = answer.findings.map(({ message }) => escaped(message)).filter((message) => !text.includes(message));
  check(`${name}: every finding is on the page`, missing);
}

function checkCalendar({ name, request, events }) {
  const made = report(request, 'ics');
  if (events.length === 0) {
    check(`${name}: no settled date, no calendar`, same(made.error?.code, 'no_dates'));
    return;
  }
  check(`${name}: the calendar's lines are those of RFC 5545`, calendarProblems(made.text));
  const found = eventsOf(made.text);
  check(`${name}: the events lie on the due days`, same(found.map(({ start, alarm }) => [start, alarm]), events));
  const due = assessed(request).schedule.filter(({ applies, due }) => applies === 'yes' && due).map((limit) => limit.due);
  check(`${name}: each due date of the answer is an event`, same(found.map(({ start }) => start), due));
  check(`${name}: an event lasts one day and is known again`, [
    ...found.filter(({ days }) => days !== 1).map(({ summary }) => `${summary}: not one day`),
    ...same(eventsOf(report({ ...request, revision: 5, title: '改了名称' }, 'ics').text).map(({ uid }) => uid), found.map(({ uid }) => uid)),
    ...unless(new Set(found.map(({ uid }) => uid)).size === found.length, 'a UID is used twice'),
    ...same([...new Set(found.map(({ sequence }) => sequence))], [request.revision ?? 0]),
  ]);
}

function checkTable({ name, request }) {
  const { text } = report(request, 'csv');
  const rows = tableOf(text);
  const answer = assessed(request);
  const count = (kind) => rows.filter((row) => row[0] === kind && row[1] === '').length;
  check(`${name}: the table is rectangular, with a row for each step, finding and limit`, [
    ...unless(text.startsWith('\ufeff'), 'no byte order mark'),
    ...rows.filter((row) => row.length !== rows[0].length).map((row) => `a row of ${row.length} cells`),
    ...same(count('规定步骤'), answer.route.filter(({ status }) => status !== 'not_required').length),
    ...same(count('所填步骤'), (request.planned ?? []).length),
    ...same(count('问题'), answer.findings.length),
    ...same(count('时限'), answer.schedule.length),
    ...rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell)).map((cell) => `a formula: ${cell}`),
  ]);
}

function checkRecord({ name, request }) {
  const { text } = report(request, 'record');
  const record = JSON.parse(text);
  const again = spawnSync(PROGRAM, ['assess'], { input: JSON.stringify(record.inputs), encoding: 'utf8', maxBuffer: 1 << 28 });
  check(`${name}: assess on the record's inputs gives its answer again, byte for byte`, [
    ...unless(text.includes(`"answer":${again.stdout.trimEnd()},"case":`), again.stdout.slice(0, 300)),
    ...same(text, `${canonical(record)}\n`),
  ]);
  check(`${name}: the record names the files by their hashes`, [
    ...same(record.versions.pack.sha256, hashOf(`packs/${request.pack}.json`)),
    ...same(record.versions.catalogue.sha256, hashOf('catalogue.json')),
    ...record.versions.calendars.flatMap(({ year, sha256 }) => same(sha256, hashOf(`calendars/${year}.json`))),
  ]);
}

/** An event's words: no day but its own, and what one counts back from is not called a start. */
function checkCutOff() {
  const [{ summary, description }] = eventsOf(report(cutOff.request, 'ics').text);
  check('the name of an event has no other day in it', same(summary, '到期：全市性会议请示提前期·全市安全生产工作会议'));
  check('what one counts back from is called by its name', [
    ...unless(description.includes('\n会议召开：2025年10月20日（周一）\n到期：2025年9月29日（周一）\n'), description),
    ...unless(!description.includes('起算'), 'it is called a start'),
  ]);
}

/** A table of six readings of two places, told as that to plan by and those that differ from it in one place: each has only what is its own, a name stands with the role, and what replaces each other is marked. */
function checkReadings() {
  const rows = tableOf(report(sixReadings, 'csv').text);
  const steps = rows.filter(([kind]) => kind === '规定步骤').map(([, reading, , , role, action, state, , clauses]) => [reading, [role, action, state, clauses].join()]);
  const shared = steps.filter(([reading]) => reading === '').map(([, step]) => step);
  check('a reading repeats no step of all', steps.filter(([reading, step]) => reading && shared.includes(step)).map(String));
  check('each reading has its conclusion', same(rows.filter(([kind, reading]) => kind === '结论' && reading).length, 4));
  check('who does a step stands with the role', same(rows.filter(([kind]) => kind === '所填步骤').map((row) => row[4]), ['市政府办公室（张明）', '市政府办公室主任']));
  const either = rows.filter(([kind, reading, , stage]) => kind === '规定步骤' && !reading && stage.endsWith('（择一办理）')).map((row) => row[4]);
  check('what replaces each other is marked', same(either, ['市长', '常务副市长']));
}

/** `--raw` writes the document alone, whatever the format. */
function checkRaw() {
  for (const format of ['html', 'ics', 'csv', 'record']) {
    const request = { ...cases[0].request, format };
    const raw = spawnSync(PROGRAM, ['report', '--raw'], { input: JSON.stringify(request), encoding: 'utf8' });
    check(`--raw writes the ${format} alone`, [...same(raw.stdout, one('report', request).text), ...same(raw.status, 0)]);
  }
  const refused = spawnSync(PROGRAM, ['report', '--raw'], { input: '{"format":"html"}', encoding: 'utf8' });
  check('--raw tells what is wrong with a request', [...same(refused.status, 2), ...unless(refused.stdout.startsWith('{"error":'), refused.stdout)]);
  const wish = { n: 5, format: 'html' };
  const paper = spawnSync(PROGRAM, ['exam', '--raw'], { input: JSON.stringify(wish), encoding: 'utf8' });
  check('--raw writes an exam alone', same(paper.stdout, one('exam', wish).text));
  for (const args of [['assess', '--raw'], ['report', '--raw', '--lines']]) {
    const ended = spawnSync(PROGRAM, args, { input: '', encoding: 'utf8' });
    check(`${args.join(' ')} shows the usage`, [...same(ended.status, 2), ...unless(ended.stderr.startsWith('用法'), ended.stderr)]);
  }
}

/** Papers with and without keys, and a marked sheet by a name that means something to a browser. */
function checkExams() {
  const wish = { title: '<第一期>&"考试"', n: 30, seed: 8, minutes: 30, keys: true };
  const made = one('exam', wish);
  const paper = one('exam', { ...wish, keys: false, format: 'html' });
  const keyed = one('exam', { ...wish, format: 'html' });
  check('an exam is a well-formed page, with and without its keys', [...pageProblems(paper.text), ...pageProblems(keyed.text)]);
  check('an exam and its key page have Chinese names', same([paper.name, keyed.name], ['_第一期_&_考试_-试卷.html', '_第一期_&_考试_-试卷及答案.html']));
  const words = made.questions.flatMap(({ situation, ask: asked, choices }) => [situation, asked, ...choices.map(({ text }) => text)].map(escaped));
  check('every situation, question and choice is on the paper', words.filter((text) => !paper.text.includes(text)));
  const proofs = made.questions.map(({ proof }) => escaped(proof));
  check('no proof is on the paper, each is on the key page', [
    ...proofs.filter((proof) => proof.length > 40 && paper.text.includes(proof)),
    ...proofs.filter((proof) => !keyed.text.slice(keyed.text.indexOf('参考答案')).includes(proof)),
  ]);
  const answers = made.questions.map(({ id, seed, hash, choices }, i) => ({ id, seed, hash, choice: choices[i % choices.length].id, seconds: 9 }));
  const sheet = { format: 'signroute-result/1', exam: made.exam, name: '<script>甲', started: '2025-03-03T09:00:00', finished: '2025-03-03T09:30:01', answers };
  const marked = one('result', { sheet, format: 'html' });
  check('a marked sheet is a well-formed page that says what it cannot prove', [
    ...pageProblems(marked.text), ...unless(marked.text.includes('不能证明是谁作答'), 'no such sentence'), ...unless(marked.text.includes('超时0分1秒'), 'no time')]);
  const { file, right } = one('result', { sheet });
  const { sha256, ...rest } = JSON.parse(file);
  check('the sum of a kept sheet is that of its canonical JSON', same(sha256, createHash('sha256').update(`${canonical(rest)}\n`).digest('hex')));
  check('as many are right as the keys say', same(right, made.questions.filter(({ key }, i) => key === answers[i].choice).length));
  const rows = tableOf(one('tally', { results: [{ file: '=1+1', text: file }, { file: '@x', text: file }], format: 'csv' }).text);
  check('a tally is rectangular, without formulas, with a row for each person, question and file left out', [
    ...rows.filter((row) => row.length !== rows[0].length).map((row) => `a row of ${row.length} cells`),
    ...rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell)).map((cell) => `a formula: ${cell}`),
    ...same(['人员', '题目', '未计入'].map((kind) => rows.filter((row) => row[0] === kind).length), [1, 30, 1]),
  ]);
}

for (const each of [...cases, cutOff, openDay, evil]) {
  checkPage(each);
  checkCalendar(each);
  checkTable(each);
  checkRecord(each);
}
checkCutOff();
checkReadings();
checkExams();
checkRaw();
finish();
