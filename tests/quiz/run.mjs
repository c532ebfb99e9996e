// When a card comes back: the program against the npm package ts-fsrs (FSRS-6, its default parameters, no fuzz), on random
// logs of reviews; and questions asked for from outside.
//
// usage: node tests/quiz/run.mjs
// SIGNROUTE_PROGRAM names the program, else it is build/native/signroute.
import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

import { ask, tally } from '../program.mjs';

const { check, finish } = tally();
const LOGS = 2000;
const CLOSE = 1e-6;
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
const STATES = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning };

/** Mulberry32: the same logs on every run. */
function generator(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Reviews after minutes, hours, days and months, early, in time and far too late. */
function logs() {
  const random = generator(20260101);
  return Array.from({ length: LOGS }, () => {
    let at = Date.UTC(2025, 0, 1) + Math.floor(random() * 400 * 1440) * 60000;
    return Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
      const spread = [12, 240, 3 * 1440, 30 * 1440, 400 * 1440][Math.floor(random() * 5)];
      at += Math.floor(random() * spread) * 60000;
      return { at: new Date(at).toISOString().slice(0, 16), rating: Object.keys(RATINGS)[Math.floor(random() * 4)] };
    });
  });
}

function theirs(log) {
  const scheduler = fsrs({ enable_fuzz: false });
  let card = createEmptyCard(new Date(`${log[0].at}:00Z`));
  for (const { at, rating } of log) card = scheduler.next(card, new Date(`${at}:00Z`), RATINGS[rating]).card;
  return card;
}

function differences(card, answer) {
  const out = [];
  for (const key of ['stability', 'difficulty']) {
    if (!(Math.abs(card[key] - answer[key]) <= CLOSE)) out.push(`${key}: ${card[key]} there, ${answer[key]} here`);
  }
  const exact = { due: card.due.toISOString().slice(0, 16), state: card.state, reps: card.reps, lapses: card.lapses, scheduled_days: card.scheduled_days, step: card.learning_steps };
  for (const [key, value] of Object.entries(exact)) {
    const got = key === 'state' ? STATES[answer.state] : answer[key];
    if (got !== value) out.push(`${key}: ${value} there, ${got} here`);
  }
  return out;
}

function checkReviews() {
  const list = logs();
  const answers = ask('review', list.map((log) => ({ log })));
  const wrong = list.flatMap((log, i) => {
    const found = answers[i].error ? [JSON.stringify(answers[i])] : differences(theirs(log), answers[i]);
    return found.map((what) => `${JSON.stringify(log).slice(0, 300)}: ${what}`);
  });
  check(`${LOGS} logs of reviews: stability and difficulty within ${CLOSE}, days, states and counts alike`, wrong);
  const [late] = ask('review', [{ log: [{ at: '2025-01-02T08:00', rating: 'good' }, { at: '2025-01-01T08:00', rating: 'good' }] }]);
  check('a review before the last one is refused', late.error?.code === 'out_of_order' && late.error.pointer === '/log/1/at' ? [] : [JSON.stringify(late)]);
}

function checkQuestions() {
  const wish = { seed: 2026, n: 60 };
  const [first, second] = ask('quiz', [wish, wish]);
  check('the same seed gives the same questions', JSON.stringify(first) === JSON.stringify(second) && first.questions.length === 60 ? [] : [`${first.questions?.length}`]);
  const marks = ask('grade', first.questions.map((question) => ({ question, answer: question.key })));
  check('the key is right', marks.flatMap((mark, i) => (mark.right === true ? [] : [`${first.questions[i].id}: ${JSON.stringify(mark)}`])));
  const others = first.questions.flatMap(({ id, seed, key, choices }) => choices.filter((c) => c.id !== key).map((c) => ({ question: { id, seed }, answer: c.id })));
  const missed = ask('grade', others);
  check('every other choice is wrong, and refuted by a clause', missed.flatMap((mark, i) => (mark.right === false && mark.refuted?.clauses?.length > 0 ? [] : [`${others[i].question.id}: ${JSON.stringify(mark)}`])));
  const [again] = ask('quiz', [{ ids: first.questions.map(({ id, seed, hash }) => ({ id, seed, hash })) }]);
  check('its id and seed give a question again', JSON.stringify(again.questions) === JSON.stringify(first.questions) ? [] : ['others came']);
  const [changed] = ask('quiz', [{ ids: [{ id: first.questions[0].id, seed: 1, hash: '0000000000000000' }] }]);
  check('a card whose answer changed is withdrawn', changed.withdrawn?.[0]?.code === 'question_changed' ? [] : [JSON.stringify(changed)]);
  for (const verb of ['assess', 'deadline', 'compare']) {
    const cases = first.questions.filter((q) => q.case.verb === verb);
    const opened = ask(verb, cases.map((q) => q.case.request));
    check(`the case of a question opens by ${verb}`, opened.flatMap((answer, i) => (answer.error ? [`${cases[i].id}: ${JSON.stringify(answer.error)}`] : [])));
  }
}

checkReviews();
checkQuestions();
finish();
