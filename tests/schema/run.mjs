// The JSON Schemas of assets/schema, held against every file that there is, and against the program's own reader.
//
// usage: node tests/schema/run.mjs
// SIGNROUTE_PROGRAM names the program, else it is build/native/signroute.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';

import { ask, refusalOf, root, tally } from '../program.mjs';
import { changesOf, keysOf, whatASchemaCannotKnow } from './changes.mjs';
import { bad, badLocalDays, good } from './mutants.mjs';

const { check, finish } = tally();
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));
const show = (value) => JSON.stringify(value);
const copy = (value) => JSON.parse(show(value));

const KINDS = ['pack', 'calendar', 'local_days', 'catalogue', 'general_rules'];
const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true });
const schemas = Object.fromEntries(KINDS.map((kind) => [kind, json(`assets/schema/${kind}.schema.json`)]));
const validators = {};

/** Where and why `value` is refused, without what only repeats it: an `if` for its branch, each item that `contains` looked at. */
function errorsOf(kind, value) {
  const valid = validators[kind];
  return valid(value) ? [] : valid.errors.filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/contains/'));
}

const said = (errors) => errors.map(({ instancePath, message, params }) => `${instancePath || '/'}: ${message} ${show(params)}`);

function filesUnder(path, wanted) {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(inner, wanted);
    return wanted.test(entry.name) ? [inner] : [];
  }).sort();
}

const BAD = 'tests/cases/packs/bad';
const GOOD = filesUnder('tests/cases/packs/good', /\.json$/);

/** The blocks of JSON in assets/README.md that are whole files. */
function examples() {
  const blocks = [...read('assets/README.md').matchAll(/^```json\n([\s\S]*?)^```/gm)].map((match) => JSON.parse(match[1]));
  const kind = (value) => (value.format === 'signroute-pack/1' ? 'pack' : 'year' in value ? 'calendar' : 'local_days');
  return blocks.map((value) => [kind(value), value]);
}

function checkSchemas() {
  for (const kind of KINDS) {
    const name = `assets/schema/${kind}.schema.json`;
    check(`${name} is a schema of 2020-12`, ajv.validateSchema(schemas[kind]) ? [] : said(ajv.errors));
    validators[kind] = ajv.compile(schemas[kind]);
    check(`${name} has a Chinese title and description for each key`, untold(schemas[kind], schemas[kind], ''));
  }
}

/** Keys of the closed objects in `schema` without a title or a description in Chinese. */
function untold(whole, schema, at) {
  if (typeof schema !== 'object' || schema === null) return [];
  const resolved = (one) => (one.$ref ? { ...resolved(whole.$defs[one.$ref.slice('#/$defs/'.length)]), ...one } : one);
  const han = /[\u4e00-\u9fff]/;
  const closed = schema.additionalProperties === false ? Object.entries(schema.properties) : [];
  const own = closed.flatMap(([key, one]) =>
    ['title', 'description'].filter((word) => !han.test(resolved(one)[word] ?? '')).map((word) => `${at}/properties/${key}: no ${word}`));
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => untold(whole, value, `${at}/${key}`))];
}

function checkFiles() {
  const files = [
    ...filesUnder('assets/packs', /\.json$/).map((path) => ['pack', path]),
    ...filesUnder('assets/calendars', /\.json$/).map((path) => ['calendar', path]),
    ['catalogue', 'assets/catalogue.json'],
    ['general_rules', 'assets/general_rules.json'],
    ...filesUnder('tests/cases', /^pack.*\.json$/).filter((path) => !path.startsWith(BAD)).map((path) => ['pack', path]),
    ...GOOD.map((path) => ['pack', path]),
    ...filesUnder('tests/cases', /^local_days.*\.json$/).map((path) => ['local_days', path]),
  ];
  for (const [kind, path] of files) check(`${path} fits ${kind}`, said(errorsOf(kind, json(path))));
  const found = examples();
  check('assets/README.md has an example of a pack, a year and local days', ['pack', 'calendar', 'local_days'].filter((kind) => !found.some(([k]) => k === kind)));
  found.forEach(([kind, value]) => check(`the example of assets/README.md fits ${kind}`, said(errorsOf(kind, value))));
}

const refusal = (answer) => answer.error && `${answer.error.pointer} ${answer.error.code} ${answer.error.message}`;

function mutated(pack, change) {
  const out = copy(pack);
  change(out);
  return out;
}

/** Every named change: the schema says what is expected where it is expected, and the reader says the same. */
function checkMutants() {
  const example = examples().find(([kind]) => kind === 'pack')[1];
  const all = [...good, ...bad].map(([, change]) => mutated(example, change));
  const answers = ask('lint', all.map((pack) => ({ pack_source: pack })));
  good.forEach(([name], i) => {
    check(`schema and reader take ${name}`, [...said(errorsOf('pack', all[i])), refusal(answers[i])].filter(Boolean));
  });
  bad.forEach(([name, , at], n) => {
    const i = good.length + n;
    const errors = errorsOf('pack', all[i]);
    const problems = errors.length === 0 ? ['the schema takes it'] : errors.filter(({ instancePath }) => instancePath !== at);
    check(`the schema refuses ${name} at ${at || 'the whole'}`, typeof problems[0] === 'string' ? problems : said(problems));
    check(`the reader refuses ${name}`, answers[i].error ? [] : ['it takes it']);
  });
}

/** The packs that are bad in a known way: in their form, which the schema has to see, or in what they refer to. */
function checkBadPacks() {
  for (const path of filesUnder(BAD, /\.json$/)) {
    const errors = read(path.replace(/json$/, 'txt')).split('\n').filter(Boolean).map((line) => line.split('\t'));
    if (errors.some(([code]) => /^(?:not_json|not_utf8|duplicate_key|too_deep)/.test(code))) continue;
    const form = errors.map(([code, pointer]) => ({ code, pointer })).filter((error) => !whatASchemaCannotKnow(error));
    if (form.length === 0) continue;
    check(`the schema refuses ${path}`, errorsOf('pack', json(path)).length > 0 ? [] : [show(form)]);
  }
}

/** Every value of a file, changed in every way: what the schema refuses, the reader refuses; and the other way round. Of
 *  the changes two in seven are tried, which falls on every way in turn, and in the long run all. */
function checkAgainstReader(kind, name, value, refusals) {
  const changes = changesOf(value, [...keysOf(schemas[kind]), 'zz']).filter((_, i) => process.env.SIGNROUTE_LONG || i % 7 < 2);
  const refused = refusals(changes.map((change) => change.value));
  const stricter = [];
  const laxer = [];
  changes.forEach((change, i) => {
    const errors = errorsOf(kind, change.value);
    if (errors.length > 0 && !refused[i]) stricter.push(`${change.name}: ${said(errors)[0]}`);
    if (errors.length === 0 && refused[i] && !whatASchemaCannotKnow(refused[i])) laxer.push(`${change.name}: ${show(refused[i])}`);
  });
  check(`of ${changes.length} changes of ${name} the schema refuses none that the reader takes`, stricter);
  check(`of ${changes.length} changes of ${name} the reader refuses none for its form that the schema takes`, laxer);
}

const refusedPacks = (packs) => ask('pack', packs.map((pack) => ({ pack_source: pack }))).map(({ error }) => error ?? null);

/** Reads each of `values` as the file `path` of an otherwise nearly empty folder. */
function refusedFiles(path, values, catalogue = { format: 'signroute-catalogue/1' }) {
  const assets = mkdtempSync(join(tmpdir(), 'signroute-schema-'));
  try {
    mkdirSync(join(assets, 'calendars'));
    writeFileSync(join(assets, 'catalogue.json'), show(catalogue));
    return values.map((value) => {
      writeFileSync(join(assets, path), show(value));
      return refusalOf(assets);
    });
  } finally {
    rmSync(assets, { recursive: true });
  }
}

/** The catalogue with the first entry of each list, and a role and a fact that have all that an entry may have. */
function smallCatalogue() {
  const whole = json('assets/catalogue.json');
  const small = Object.fromEntries(Object.entries(whole).map(([key, list]) => [key, Array.isArray(list) ? list.slice(0, 1) : list]));
  small.topics = whole.topics.filter(({ id }) => id === small.matters[0].topic);
  small.roles = [{ ...small.roles[0], is_a: ['wider'] }, { id: 'wider', title: '上位', kind: 'unit', initials: 'sw' }];
  small.facts = [whole.facts.find(({ options }) => Array.isArray(options)), whole.facts.find(({ options }) => options === 'roles')];
  return small;
}

/** The general rules that show each form of one: with an exception, with an item, about steps and things. */
function someGeneralRules() {
  const whole = json('assets/general_rules.json');
  return { ...whole, rules: whole.rules.filter(({ id }) => /leader|signer|negotiated/.test(id)) };
}

function checkReaders() {
  GOOD.forEach((path) => checkAgainstReader('pack', path, json(path), refusedPacks));
  for (const [kind, value] of examples()) {
    if (kind === 'pack') checkAgainstReader(kind, 'the example of a pack', value, refusedPacks);
    if (kind === 'calendar') checkAgainstReader(kind, 'the example of a year', value, (values) => refusedFiles('calendars/2012.json', values));
  }
  checkAgainstReader('general_rules', 'some general rules', someGeneralRules(),
    (values) => refusedFiles('general_rules.json', values, json('assets/catalogue.json')));
  checkAgainstReader('catalogue', 'a small catalogue', smallCatalogue(), (values) => refusedFiles('catalogue.json', values));
}

/** Local days, which no verb reads from a file: the schema alone. */
function checkLocalDays() {
  const example = examples().find(([kind]) => kind === 'local_days')[1];
  for (const [name, change, at] of badLocalDays) {
    const errors = errorsOf('local_days', mutated(example, change));
    check(`the schema refuses local days with ${name}`, errors.length === 1 && errors[0].instancePath === at ? [] : ['it takes it or says something else', ...said(errors)]);
  }
}

/** Every key that the readers ask for is a key of the schema. */
function checkKeys() {
  const folder = 'core/pack/read';
  const asked = /\b(?:get|require|has|text|need_text|texts|boolean|integer|items)\("([a-z_]+)"|\b(?:identifiers?|clauses|condition|small|date)\(\w+, "([a-z_]+)"/g;
  for (const [kind, files] of [['pack', /^(?!catalogue|general).*\.cpp$/], ['catalogue', /^catalogue.*\.cpp$/], ['general_rules', /^general.*\.cpp$/]]) {
    const known = show(schemas[kind]);
    const keys = new Set(filesUnder(folder, files).flatMap((path) => [...read(path).matchAll(asked)].map((match) => match[1] ?? match[2])));
    const missing = [...keys].filter((key) => !known.includes(`"${key}":`));
    check(`every key that the reader of a ${kind} asks for is in its schema`, keys.size < 5 ? ['none found'] : missing);
  }
}

checkSchemas();
checkFiles();
checkMutants();
checkBadPacks();
checkReaders();
checkLocalDays();
checkKeys();
finish();
