// Small changes of the example pack of assets/README.md: `good` ones are packs still, `bad` ones are not.
// Each: a name, what is done to the pack and, for the bad ones, where the schema has to say so.

const DOCUMENT = '/documents/0';
const LIMIT = '/limits/0';
const MATTER = '/matters/0';
const STEP = '/matters/0/steps/0';
const SILENT = '/silent/0';

const ofDocument = (change) => (pack) => change(pack.documents[0]);
const ofLimit = (change) => (pack) => change(pack.limits[0]);
const ofMatter = (change) => (pack) => change(pack.matters[0]);
const ofStep = (change) => (pack) => change(pack.matters[0].steps[0]);
const ofSilent = (change) => (pack) => change(pack.silent[0]);
const setting = (key, value) => (object) => { object[key] = value; };
const without = (key) => (object) => { delete object[key]; };

/** The first step's condition. */
const when = (condition) => ofStep(setting('when', condition));
/** The clause of the first step. */
const cited = (clause) => ofStep(setting('clauses', [clause]));
/** One more part of the first matter. */
const adding = (list, part) => ofMatter(setting(list, [{ id: 'more', say: '另一条。', clauses: ['2'], ...part }]));
const capped = (part) => adding('caps', { fact: 'characters', unit: 'character', ...part });
const forbidden = (part) => adding('prohibitions', { breach: 'is_normative', ...part });
const meeting = (entry) => (pack) => {
  pack.bodies = [{ id: 'executive_meeting', clauses: ['2'], entries: [{ id: 'more', say: '另一条。', clauses: ['2'], ...entry }] }];
};
const asking = (fact) => (pack) => { pack.facts = [{ id: 'is_normative', question: '是否规范性文件？', ...fact }]; };
const accounting = (account) => (pack) => { pack.accounts = [{ clause: '1#1', status: 'principle', reason: '只是原则。', ...account }]; };
const reading = (id, more) => ({ id, say: '一种读法。', basis: ['2'], ...more });
const disputed = (...readings) => adding('readings', { readings });

const CLAUSES_GOOD = ['1', '1.2', '1.2.3', '1#1', '1.2#2', '1.1.3#1', 'tail', 'tail#1', 'notice', 'rules:2', 'rules:tail', '003', '3.0012'];
const CLAUSES_BAD = ['', '第2条', '0', '2.', '2.0', '2.1.1.1', '2#', '2#0', '2 ', ' 2', '2#1.1', '12345', 'Tail', 'tails', ':2', 'rules:', '２', '2.1#1#1', '-2', '2、3'];

const CONDITIONS_GOOD = [
  'is_normative', { fact: 'is_normative' }, { fact: 'is_normative', is: false }, { fact: 'chair', is: 'mayor' },
  { fact: 'chair', is: ['mayor', 'vice_mayor'] }, { fact: 'attending', has: 'expert' }, { fact: 'attending', has: ['expert'] },
  { fact: 'characters', more_than: 3500 }, { fact: 'characters', equals: 0 }, { count: 'attending', at_least: 3 },
  { all: ['is_normative', { any: [{ not: 'urgent' }] }] }, { done: 'joint_submission' },
  { planned: { role: ['vice_mayor'], action: 'sign_off' } }, { planned: { form: '书面' } }, null,
  { all: ['urgent'], not: null }, { fact: 'attending', is: null, has: 'expert' }, { fact: 'is_normative', has: null },
];
// A condition, and where in it the schema has to complain.
const CONDITIONS_BAD = [
  ['', ''], [7, ''], [true, ''], [['is_normative'], ''], [{}, ''],
  [{ fact: 'is_normative', zz: 1 }, ''], [{ fact: '' }, '/fact'], [{ fact: null }, '/fact'], [{ fact: 3 }, '/fact'],
  [{ is: 'mayor' }, ''], [{ fact: 'chair', is: [] }, '/is'], [{ fact: 'chair', is: 3 }, '/is'], [{ fact: 'chair', is: [3] }, '/is/0'],
  [{ fact: 'attending', has: [] }, '/has'], [{ fact: 'attending', has: true }, '/has'], [{ fact: 'attending', has: 'expert', is: 'expert' }, ''],
  [{ fact: 'characters', more_than: '3500' }, '/more_than'], [{ fact: 'characters', more_than: 1.5 }, '/more_than'],
  [{ fact: 'characters', more_than: 1e17 }, '/more_than'], [{ fact: 'characters', at_least: 1, at_most: 2 }, ''],
  [{ fact: 'characters', at_least: null }, '/at_least'],
  [{ fact: 'characters', more_than: 1, is: true }, ''], [{ fact: 'characters', more: 1 }, ''],
  [{ count: 'attending' }, ''], [{ count: 'attending', has: ['expert'] }, ''], [{ count: 'attending', fact: 'attending', at_least: 1 }, ''],
  [{ all: [] }, '/all'], [{ all: 'is_normative' }, '/all'], [{ all: ['urgent'], any: ['urgent'] }, ''], [{ any: [{ not: 'urgent', zz: 1 }] }, '/any/0'],
  [{ any: ['urgent', null] }, '/any/1'], [{ not: ['urgent'] }, '/not'], [{ not: { all: [] } }, '/not/all'], [{ not: 'urgent', fact: 'urgent' }, ''],
  [{ done: '' }, '/done'], [{ done: ['joint_submission'] }, '/done'], [{ done: 'joint_submission', is: true }, ''],
  [{ planned: {} }, '/planned'], [{ planned: 'sign_off' }, '/planned'], [{ planned: { role: 'mayor', zz: 1 } }, '/planned'], [{ planned: { role: 3 } }, '/planned/role'],
  [{ reading: 'signer' }, ''], [{ reading: 'signer', is: true }, '/is'], [{ reading: 'signer', is: [] }, '/is'], [{ reading: '', is: 'host' }, '/reading'],
];

const show = (value) => JSON.stringify(value);

export const good = [
  ['the example as it is', () => {}],
  ...CLAUSES_GOOD.map((clause) => [`clause ${show(clause)}`, cited(clause)]),
  ...CONDITIONS_GOOD.map((condition) => [`condition ${show(condition)}`, when(condition)]),
  ['a reading asked for', (pack) => { disputed(reading('a', { cautious: true }), reading('b', { literal: true }))(pack); when({ reading: 'more', is: 'a' })(pack); }],
  ['an optional list that is null', (pack) => { pack.roles = null; }],
  ['an optional text that is null', ofStep(setting('say', null))],
  ['a single term as a text', ofStep(setting('terms', '秘书长审核'))],
  ['a matter that the text leaves out, without clauses', (pack) => { pack.matters.push({ id: 'briefing', regulated: false }); }],
  ['no answer about a role, without clauses', (pack) => { pack.applies_to.push({ role: 'unit', answer: 'silent', say: '没有写。' }); }],
  ['a period of days', ofLimit(setting('unit', 'day'))],
  ['a period by a word', ofLimit((limit) => { delete limit.n; delete limit.unit; limit.term = '及时'; })],
  ['a day of the month', ofLimit((limit) => { delete limit.n; delete limit.unit; limit.day_of_month = 31; })],
  ['a frequency without a figure', meeting({ attribute: 'frequency' })],
  ['a quorum', meeting({ attribute: 'quorum', numerator: 2, denominator: 3 })],
  ['an empty date', (pack) => { pack.checked_on = ''; }],
  ['another matter instead', forbidden({ instead: { matter: 'assigned_document', facts: { urgent: true, characters: 3, chair: 'mayor', attending: ['expert'] } } })],
  ['control totals', (pack) => { pack.citations = { '1#1': 2, '2': 1 }; }],
  ['control totals of roles', (pack) => { pack.names = { mayor: 2 }; }],
  ['a role without a word on it', (pack) => { pack.roles = [{ id: 'mayor', clauses: ['2'] }]; }],
];

export const bad = [
  ...CLAUSES_BAD.map((clause) => [`clause ${show(clause)}`, cited(clause), `${STEP}/clauses/0`]),
  ...CONDITIONS_BAD.map(([condition, at]) => [`condition ${show(condition)}`, when(condition), `${STEP}/when${at}`]),

  ['an unknown key of the pack', setting('note', []), ''],
  ['a reference to a schema', setting('$schema', 'pack.schema.json'), ''],
  ['another format', setting('format', 'signroute-pack/2'), '/format'],
  ['no format', without('format'), ''],
  ['an id in capitals', setting('id', 'Example'), '/id'],
  ['an empty city', setting('city', ''), '/city'],
  ['no title', without('title'), ''],
  ['an id that is null', setting('id', null), '/id'],
  ['a date in another form', setting('checked_on', '2026/11/23'), '/checked_on'],
  ['a month that is none', setting('checked_on', '2026-13-01'), '/checked_on'],
  ['a day that is none', setting('checked_on', '2026-06-31'), '/checked_on'],
  ['no documents', without('documents'), ''],
  ['an empty list of documents', setting('documents', []), '/documents'],
  ['documents that are no list', setting('documents', { rules: 3 }), '/documents'],
  ['silences that are a text', setting('silent', '没有写'), '/silent'],

  ['no number of articles', ofDocument(without('articles')), DOCUMENT],
  ['a number of articles as a text', ofDocument(setting('articles', '3')), `${DOCUMENT}/articles`],
  ['no articles at all', ofDocument(setting('articles', 0)), `${DOCUMENT}/articles`],
  ['too long a tail', ofDocument(setting('tail', 100)), `${DOCUMENT}/tail`],
  ['an unknown key of a document', ofDocument(setting('effective', '2026-01-01')), DOCUMENT],

  ['an answer that is none', (pack) => { pack.applies_to[0].answer = 'maybe'; }, '/applies_to/0/answer'],
  ['an answer without clauses', (pack) => { delete pack.applies_to[0].clauses; }, '/applies_to/0'],
  ['a role without clauses', (pack) => { pack.roles = [{ id: 'mayor', say: '主持。' }]; }, '/roles/0'],
  ['a fact without a question', asking({ question: '' }), '/facts/0/question'],
  ['a judgement that is no boolean', asking({ judgement: 'true' }), '/facts/0/judgement'],

  ['a step without an action', ofStep(without('action')), STEP],
  ['a step with another key', ofStep(setting('by', 'mayor')), STEP],
  ['a role that is a list', ofStep(setting('role', ['mayor'])), `${STEP}/role`],
  ['an empty role', ofStep(setting('role', '')), `${STEP}/role`],
  ['a strength that is none', ofStep(setting('strength', 'shall')), `${STEP}/strength`],
  ['a status that is none', ofStep(setting('status', 'unknown')), `${STEP}/status`],
  ['no clauses', ofStep(without('clauses')), STEP],
  ['an empty list of clauses', ofStep(setting('clauses', [])), `${STEP}/clauses`],
  ['a clause that is no list', ofStep(setting('clauses', '2#1')), `${STEP}/clauses`],
  ['a clause that is a number', cited(2), `${STEP}/clauses/0`],
  ['a term that is no text', ofStep(setting('terms', [2])), `${STEP}/terms/0`],
  ['a path without its group', ofStep(setting('path', 'a')), STEP],
  ['an empty id', ofStep(setting('id', '')), `${STEP}/id`],
  ['a step that is a text', ofMatter(setting('steps', ['review'])), STEP],

  ['a silence without an aspect', ofSilent(without('aspect')), SILENT],
  ['a silence that says nothing', ofSilent(setting('say', '')), `${SILENT}/say`],
  ['a silence with a role', ofSilent(setting('role', 'mayor')), SILENT],
  ['a matter without clauses', ofMatter(without('clauses')), MATTER],
  ['a matter with no clause', ofMatter(setting('clauses', [])), `${MATTER}/clauses`],
  ['a matter with an unknown list', ofMatter(setting('duties', [])), MATTER],

  ['a period without its unit', ofLimit(without('unit')), LIMIT],
  ['a unit that is none', ofLimit(setting('unit', 'hour')), `${LIMIT}/unit`],
  ['a period without a figure or word', ofLimit((limit) => { delete limit.n; delete limit.unit; }), LIMIT],
  ['a figure and a word', ofLimit(setting('term', '及时')), LIMIT],
  ['a figure that is a text', ofLimit(setting('n', '5')), `${LIMIT}/n`],
  ['a figure below nothing', ofLimit(setting('n', -1)), `${LIMIT}/n`],
  ['no beginning', ofLimit(without('from')), LIMIT],
  ['a direction that is none', ofLimit(setting('direction', 'from')), `${LIMIT}/direction`],
  ['the 32nd of a month', ofLimit((limit) => { delete limit.n; delete limit.unit; limit.day_of_month = 32; }), `${LIMIT}/day_of_month`],
  ['a silence that has no effect', ofLimit(setting('runs_out', { say: '视为同意。', clauses: ['3'] })), `${LIMIT}/runs_out`],
  ['it gives way to something else', ofLimit(setting('gives_way_to', [{ id: 'later', say: '推迟。', clauses: ['3'] }])), `${LIMIT}/gives_way_to/0/id`],
  ['a use of a period without its name', (pack) => { pack.matters[1].limits[0] = { step: 'finish' }; }, '/matters/1/limits/0'],

  ['a prohibition without a breach', adding('prohibitions', {}), `${MATTER}/prohibitions/0`],
  ['a breach that is null', forbidden({ breach: null }), `${MATTER}/prohibitions/0/breach`],
  ['something instead without a matter', forbidden({ instead: { facts: {} } }), `${MATTER}/prohibitions/0/instead`],
  ['a number instead', forbidden({ instead: 3 }), `${MATTER}/prohibitions/0/instead`],
  ['a cap without a figure', capped({}), `${MATTER}/caps/0`],
  ['a cap with half a figure', capped({ at_most: 1.5 }), `${MATTER}/caps/0/at_most`],
  ['a cap without its unit', adding('caps', { fact: 'characters', at_most: 1 }), `${MATTER}/caps/0`],
  ['a prerequisite without a thing', adding('prerequisites', {}), `${MATTER}/prerequisites/0`],
  ['one reading only', disputed(reading('a', { cautious: true })), `${MATTER}/readings/0/readings`],
  ['no cautious reading', disputed(reading('a'), reading('b')), `${MATTER}/readings/0/readings`],
  ['two cautious readings', disputed(reading('a', { cautious: true }), reading('b', { cautious: true })), `${MATTER}/readings/0/readings`],
  ['a reading without a basis', disputed(reading('a', { cautious: true }), { id: 'b', say: '另一种。' }), `${MATTER}/readings/0/readings/1`],

  ['an attribute that is none', meeting({ attribute: 'venue' }), '/bodies/0/entries/0/attribute'],
  ['a figure of meetings without a period', meeting({ attribute: 'frequency', n: 2 }), '/bodies/0/entries/0'],
  ['a period that is none', meeting({ attribute: 'frequency', n: 2, per: 'day' }), '/bodies/0/entries/0/per'],
  ['a quorum without a fraction', meeting({ attribute: 'quorum' }), '/bodies/0/entries/0'],
  ['a quorum of one in one', meeting({ attribute: 'quorum', numerator: 1, denominator: 1 }), '/bodies/0/entries/0/denominator'],

  ['an account without a reason', accounting({ reason: '' }), '/accounts/0/reason'],
  ['an account of no status', accounting({ status: 'done' }), '/accounts/0/status'],
  ['an account of clauses', accounting({ clause: ['1#1'] }), '/accounts/0/clause'],
  ['control totals of no clause', setting('citations', { 第一条: 1 }), '/citations'],
  ['a control total that is a text', setting('citations', { 1: '2' }), '/citations/1'],
  ['a control total of a role that is a text', setting('names', { mayor: '2' }), '/names/mayor'],
];

const ofDay = (change) => (local) => change(local.days[0]);

export const badLocalDays = [
  ['an unknown key', setting('year', 2025), ''],
  ['another format', setting('format', 2), '/format'],
  ['no source', without('source'), ''],
  ['a source of white space', setting('source', ' \u3000'), '/source'],
  ['days by their dates', setting('days', {}), '/days'],
  ['a date in another form', ofDay(setting('date', '2025-6-12')), '/days/0/date'],
  ['a date that is null', ofDay(setting('date', null)), '/days/0/date'],
  ['a day that does not say whether it works', ofDay(without('works')), '/days/0'],
  ['a work that is no boolean', ofDay(setting('works', 'false')), '/days/0/works'],
  ['an empty reason', ofDay(setting('reason', '')), '/days/0/reason'],
];
