// 培训: practice with a memory, an exam from its link to the handed-in result, courses, results; all of it kept.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const on = (s, day) => s.page.clock.setFixedTime(new Date(day));
const asked = (s) => s.page.locator('#mirror [role=heading][aria-level="2"]').first().textContent();
const saved = (s) => s.page.waitForTimeout(400);
const radios = (s) => s.role('radiogroup', '选项').getByRole('radio');

async function reload(s) {
  await saved(s);
  await s.page.reload();
  await s.ready();
}

/** Presses a key as often as it takes until the locator is there. */
async function answerFirst(s) {
  await radios(s).first().waitFor();
  await s.press('1');
  await s.press('Enter');
}

async function download(s, button) {
  const [file] = await Promise.all([s.page.waitForEvent('download'), s.role('button', button).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('practice goes by the keyboard alone, and a reload goes on where it was', { hash: '#/training' }, async (s) => {
  await on(s, '2026-03-02T09:00:00');
  await s.page.getByRole('heading', { name: '练习', exact: true }).waitFor();
  await s.role('button', '开始练习').focus();
  await s.press('Enter');
  await radios(s).first().waitFor();
  await s.checkDrawn();
  await s.shot('training-question-1280x800');
  await s.press('2');
  assert.equal(await radios(s).nth(1).getAttribute('aria-checked'), 'true');
  await s.press('Enter');
  await s.verdict(/^(正确|不正确，应选第\d项)$/).waitFor();
  await s.checkDrawn();
  await s.shot('training-answer-1280x800');
  const first = await asked(s);
  await reload(s);
  assert.equal(await asked(s), first);
  await s.verdict(/^(正确|不正确，应选第\d项)$/).waitFor();
  await s.press('Enter');
  await radios(s).first().waitFor();
  await s.page.getByText(/^本次已答1题/).waitFor();
  await s.role('heading', '练习　第2题，共12题').waitFor();
  const second = await asked(s);
  await reload(s);
  assert.equal(await asked(s), second);
  assert.equal(await radios(s).count() > 3, true);
});

test('a round has twelve questions, none of them twice, and ends with what went wrong and a free keyboard', { hash: '#/training' }, async (s) => {
  await on(s, '2026-03-02T09:00:00');
  await s.click('button', '开始练习');
  const questions = new Set();
  for (let n = 1; n <= 12; n += 1) {
    await s.role('heading', `练习　第${n}题，共12题`).waitFor();
    await radios(s).first().waitFor();
    questions.add(`${await asked(s)} ${(await radios(s).allTextContents()).sort()}`);
    await answerFirst(s);
    await s.verdict(/^(正确|不正确，应选第\d项)$/).waitFor();
    await s.page.getByText(/^(下次复习：|这题今天)/).first().waitFor();
    await s.press('Enter');
  }
  assert.equal(questions.size, 12);
  const line = await s.verdict(/^本轮12题，答对\d+题$/).textContent();
  const right = Number(/答对(\d+)题/.exec(line)[1]);
  assert.equal(await s.page.getByText(/^应为：/).count() > 0, right < 12);
  await s.shot('training-round-1280x800');
  const focused = () => s.page.evaluate(() => document.activeElement.textContent);
  assert.equal(await focused(), '再练一轮');
  await s.press('Tab');
  assert.equal(await focused(), '看进度');
  await reload(s);
  await s.verdict(/^本轮12题，答对\d+题$/).waitFor();
  await s.click('button', '再练一轮');
  await s.role('heading', '练习　第1题，共12题').waitFor();
});

test('a practice says when the bar has another city, and one press goes on there', { hash: '#/training' }, async (s) => {
  await on(s, '2026-03-02T09:00:00');
  await s.click('button', '开始练习');
  await radios(s).first().waitFor();
  await saved(s);
  await s.choose('城市', '溧阳');
  await s.page.getByText('练习范围仍是无锡，顶栏已改为溧阳。').first().waitFor();
  await s.click('button', '改练溧阳');
  await s.page.getByText(/^溧阳　·/).first().waitFor();
  assert.equal(await s.page.getByText('练习范围仍是无锡').count(), 0);
});

/** Makes an exam of three questions of Wuxi in the trainer's form; the copied link is read from the page's address once it is opened. */
async function makeExam(s, seed) {
  await s.fill('考试名称', '新进人员第一次测验');
  await s.fill('题数', '4');
  await s.fill('时间', '20');
  await s.fill('卷号', String(seed));
  await s.click('button', '出卷');
  await s.role('group', '试卷').waitFor();
}

/** Takes the exam that is open with the first choice everywhere; returns what was asked. */
async function sit(s, name) {
  await s.fill('姓名', name);
  await s.click('button', '开始');
  const questions = [];
  for (let n = 1; n <= 4; n += 1) {
    await s.role('button', `第${n}题，未答`).waitFor();
    await radios(s).first().waitFor();
    questions.push(await asked(s));
    await s.press('1');
    await s.press('Enter');
  }
  await s.role('dialog', '交卷').waitFor();
  return questions;
}

test('an exam is given out by link, taken, handed in, and what was wrong comes back on a later day', { hash: '#/training/exam' }, async (s) => {
  await on(s, '2026-03-02T09:00:00');
  await makeExam(s, 7);
  await s.shot('training-exam-form-1280x800');
  await s.click('button', '打开试卷');
  const link = s.page.url();
  assert.match(link, /#\/training\/exam\?city=wuxi-2022&exam=[\w.-]+$/);
  await s.page.goto('about:blank');
  await s.page.goto(link);
  await s.ready();
  await s.page.getByText('无锡，4题，20分钟，及格线60%').waitFor();
  await sit(s, '张三');
  await s.page.getByText('剩余20分钟').waitFor();
  await s.click('button', '继续作答');
  await reload(s);
  for (const n of [1, 2, 3, 4]) await s.role('button', `第${n}题，已答`).waitFor();
  await on(s, '2026-03-02T09:12:00');
  await s.click('button', '交卷');
  await s.click('button', '确认交卷');
  const line = await s.verdict(/^张三：4题答对\d题，\d+分，(不)?及格$/).textContent();
  await s.page.getByText(/^用时12分/).waitFor();
  await s.page.getByText(/本结果不能证明是谁作答/).first().waitFor();
  await s.checkDrawn();
  await s.shot('training-result-1280x800');
  const right = Number(/答对(\d)题/.exec(line)[1]);
  assert.ok(right < 4, 'some answers are wrong');
  const wrong = await s.page.getByRole('group', { name: /^第\d题$/ }).getByRole('heading', { level: 2 }).allTextContents();
  assert.equal(wrong.length, 4 - right);
  const file = await download(s, '存为成绩文件');
  assert.equal(file.name, '新进人员第一次测验_张三.json');
  assert.equal(JSON.parse(file.text).name, '张三');
  await saved(s);
  await on(s, '2026-03-05T09:00:00');
  await s.goto('#/training');
  await s.page.reload();
  await s.ready();
  await s.role('heading', `今天有${wrong.length}题到期`).waitFor();
  await s.click('button', '继续练习');
  await s.page.getByText('上次答错').waitFor();
  assert.ok(wrong.includes(await asked(s)));
});

test('clearing everything clears what was learnt; a backup brings it back', { hash: '#/training' }, async (s) => {
  await on(s, '2026-03-02T09:00:00');
  await s.click('button', '开始练习');
  await answerFirst(s);
  await s.click('link', '案卷');
  const backup = await download(s, '备份全部');
  assert.match(backup.text, /"signroute-deck\/1"/);
  await s.goto('#/settings');
  await s.click('button', '清除本机数据');
  await s.click('button', '确认清除');
  await reload(s);
  await s.goto('#/training');
  await s.role('heading', '练习').waitFor();
  await s.role('button', '开始练习').waitFor();
  await s.click('link', '案卷');
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '导入案卷').click()]);
  await chooser.setFiles({ name: backup.name, mimeType: 'application/json', buffer: Buffer.from(backup.text) });
  await s.page.getByText('已导入练习记录。').first().waitFor();
  await s.click('link', '培训');
  await s.page.getByText(/^已练1题/).waitFor();
});

/** The file as it would be had another person answered otherwise: its sum is made anew. */
function variant(text, name, choice) {
  const sheet = JSON.parse(text);
  sheet.name = name;
  for (const answer of sheet.answers) answer.choice = choice;
  delete sheet.sha256;
  const sorted = (v) => (Array.isArray(v) ? v.map(sorted) : v && typeof v === 'object' ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, sorted(v[k])])) : v);
  const sum = createHash('sha256').update(`${JSON.stringify(sorted(sheet))}\n`).digest('hex');
  return JSON.stringify({ ...sheet, sha256: sum });
}

test('many result files are tallied by person, question and clause, and go out as a table', { hash: '#/training/exam' }, async (s) => {
  await makeExam(s, 7);
  await s.click('button', '打开试卷');
  await sit(s, '张三');
  await s.click('button', '确认交卷');
  const { text } = await download(s, '存为成绩文件');
  await s.click('tab', '成绩汇总');
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '读入成绩文件').click()]);
  const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  const altered = text.replace('张三', '赵六');
  await chooser.setFiles([file('a.json', text), file('b.json', variant(text, '李四', 'b')), file('c.json', altered), file('d.json', '{"a":1}')]);
  await s.verdict(/^2人交卷，\d人及格$/).waitFor();
  await s.page.getByText('2份没有计入').waitFor();
  const rows = await s.role('table', '各人成绩').getByRole('row').allTextContents();
  assert.equal(rows.filter((r) => /张三|李四/.test(r)).length, 2);
  await s.click('tab', '按题 4');
  assert.equal(await s.role('list', '按题').getByRole('listitem').count(), 4);
  await s.checkDrawn();
  await s.shot('training-results-1280x800');
  const table = await download(s, '导出表格');
  assert.match(table.name, /成绩汇总\.csv$/);
  assert.match(table.text, /李四/);
  await reload(s);
  await s.verdict(/^2人交卷，\d人及格$/).waitFor();
});

test('a lesson is played step by step, tried and marked on the path', { hash: '#/training/courses' }, async (s) => {
  await s.page.getByRole('button', { name: /^学下一课：/ }).waitFor();
  await s.shot('training-courses-1280x800');
  await s.page.getByRole('button', { name: /^公文制发/ }).click();
  await s.settle();
  await s.click('link', '以市政府名义发文');
  await s.verdict(/^第1步，共\d+步：/).waitFor();
  await s.click('button', '下一步');
  await s.verdict(/^第2步，共\d+步：/).waitFor();
  await s.checkDrawn();
  await s.shot('training-lesson-1280x800');
  await s.page.getByRole('tab', { name: /^试做/ }).click();
  await s.settle();
  await s.click('button', '提示');
  await s.page.getByText(/^提示：依据第.+条/).waitFor();
  await answerFirst(s);
  await s.verdict(/^(正确|不正确，应选第\d项)$/).waitFor();
  await s.click('link', '全部课程');
  await s.page.getByText('看过', { exact: true }).waitFor();
  await s.fill('查名词', '会签');
  assert.match(s.page.url(), /#\/training\/courses\/wuxi-2022$/);
});
