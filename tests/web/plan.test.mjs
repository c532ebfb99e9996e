// 整条流程: a case in time, forwards and backwards. The days are counted by hand on the calendar of 2026: no notice names
// a day from 2 to 31 March, so that from Monday to Friday all work.
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

/** A new case of the matter, and its plan in time, whose program is fetched. */
async function planned(s, matter, start) {
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  await s.page.locator('#mirror input[aria-label="事项"]').click();
  await s.page.keyboard.insertText(matter);
  await s.settle();
  await s.press('Enter');
  await s.click('button', '排程');
  await s.role('textbox', '从哪天开始').waitFor();
  await s.fill('从哪天开始', start);
  await s.press('Enter');
}

const row = (s, name) => s.role('figure', '时间表').getByRole('button', { name });
const answer = (s, question, choice) => s.pressAt(s.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice, exact: true }));
const hash = (s) => s.page.evaluate(() => location.hash);

async function backup(s) {
  await s.click('link', '案卷');
  const [download] = await Promise.all([s.page.waitForEvent('download'), s.role('button', '备份全部').click()]);
  return readFileSync(await download.path(), 'utf8');
}

test('a whole route is planned forwards, a duration is asked and moves what follows, and a step shows how it was counted', { hash: '#/check' }, async (s) => {
  await planned(s, '红头文件', '2026-03-02');
  await s.verdict(/原文没有规定各步骤的天数，不能推算何时办结/).waitFor();
  await row(s, /^秘书长审核，最早2026年3月2日/).waitFor();
  await s.role('button', /^各环节用时/, { exact: false, expanded: true }).waitFor();   // there is nothing else to reckon with
  await s.fill('秘书长审核依据', '办公室惯例');
  await s.page.getByText(/请填写用时，暂不计入/).waitFor();
  await s.fill('秘书长审核用时', '3');
  await s.press('Tab');
  await row(s, /^秘书长审核，.*到期2026年3月5日/).waitFor();
  await row(s, /^市长签发，最早2026年3月5日|^市长签发，.*到期2026年3月5日/).waitFor();
  await s.verdict(/^3月2日开始，各步骤用足规定的时间，3月5日办结/).waitFor();
  await s.activate(row(s, /^秘书长审核/));
  await s.role('heading', '秘书长审核').waitFor();
  assert.equal(await s.role('table', '逐日计算').getByRole('cell', { name: '3', exact: true }).count(), 1, 'three days are counted');
  await s.checkDrawn();
  await s.shot('plan-1280x800');
});

test('a plan is kept with its case: at its address after a reload, and back leads to the check', { hash: '#/check' }, async (s) => {
  await planned(s, '部门间征求意见与会签', '2026-03-02');
  await row(s, /^相关部门回复，.*到期2026年3月11日/).waitFor();
  assert.match(await hash(s), /^#\/plan\/[0-9-]+$/);
  await s.page.waitForTimeout(700);
  await s.page.reload();
  await s.ready();
  assert.equal(await s.role('textbox', '从哪天开始').inputValue(), '2026-03-02');
  await row(s, /^相关部门回复，.*到期2026年3月11日/).waitFor();
  await s.page.goBack();
  await s.role('heading', '拟走流程').waitFor();
  assert.match(await hash(s), /^#\/check\//);
  await s.click('link', '时限');
  await s.click('tab', '整条流程');
  await s.choose('案卷', /^无锡 部门间征求意见与会签/);
  await row(s, /^相关部门回复，.*到期2026年3月11日/).waitFor();
});

test('backwards from a day to meet: too late by so many working days, the latest start, and that start is in time', { hash: '#/check' }, async (s) => {
  await planned(s, '部门间征求意见与会签', '2026-03-18');
  await answer(s, /^是否有特殊情况/, '否');
  await s.choose('要赶上', '回复意见');
  await s.fill('哪一天', '2026-03-25');
  await s.press('Enter');
  // Seven working days after Monday 16: 17, 18, 19, 20, 23, 24, 25. After Wednesday 18 they end on Friday 27.
  await s.verdict('赶不上3月25日回复意见，差2个工作日；最迟3月16日开始。').waitFor();
  await row(s, /^相关部门回复，.*到期2026年3月27日（周五），最迟2026年3月25日（周三），迟2个工作日，关键步骤$/).waitFor();
  await s.checkDrawn();
  await s.shot('plan-late-1280x800');
  await s.fill('从哪天开始', '2026-03-17');
  await s.press('Enter');
  await s.verdict(/^赶不上3月25日回复意见，差1个工作日；/).waitFor();
  await s.fill('从哪天开始', '2026-03-16');
  await s.press('Enter');
  await s.verdict(/^赶得上3月25日回复意见；/).waitFor();
});

test('silence at the end of a limit is told with its clause, and is recorded as nobody’s consent', { hash: '#/check' }, async (s) => {
  await planned(s, '部门间征求意见与会签', '2026-03-02');
  // 无锡 第五十三条第二款: seven working days after 2 March end on 11 March; from the day after nobody may object any more.
  await s.page.getByText(/^自2026年3月12日（周四）起：逾期不回复的，视为没有不同意见。/).waitFor();
  await s.page.getByText(/这是规则规定的后果，不是有人同意；案卷不记为同意。.*第五十三条第二款/).waitFor();
  assert.equal(await row(s, /案卷所填/).count(), 0);
  const kept = JSON.parse((await backup(s)).trim().split('\n')[0]);
  assert.deepEqual(kept.schedule, { from: { start: '2026-03-02' } });
  assert.ok(!('replied' in (kept.events ?? {})) && !('done' in kept && Object.keys(kept.done).length), 'no step, date or consent was added');
});

test('a suspension entered on the screen moves the end by its working days, names its basis, and lacks what it lacks', { hash: '#/check' }, async (s) => {
  await planned(s, '部门间征求意见与会签', '2026-03-02');
  await s.click('button', /^暂停、延长、退回、加急/, { exact: false });
  await s.click('button', '添加一项');
  await s.page.getByText('✕ 请选时限或者步骤').waitFor();
  await s.choose('时限或者步骤', '征求意见或会签回复期限');
  await s.page.getByText('✕ 请填写日期').waitFor();
  await s.fill('自', '2026-03-05');
  await s.press('Enter');
  await s.page.getByText('✕ 请写明依据').waitFor();
  await row(s, /^相关部门回复，.*到期2026年3月11日/).waitFor();
  await s.fill('至', '2026-03-06');
  await s.press('Enter');
  await s.fill('依据', '来文不全，退回补正');
  await s.press('Tab');
  await row(s, /^相关部门回复，.*到期2026年3月13日/).waitFor();
  await s.activate(row(s, /^相关部门回复/));
  const days = s.role('table', '逐日计算');
  assert.equal(await days.getByRole('cell', { name: '暂停', exact: true }).count(), 2);
  assert.equal(await days.getByRole('cell', { name: '来文不全，退回补正', exact: true }).count(), 2);
  await s.checkDrawn();
  await s.click('button', '删除');
  await row(s, /^相关部门回复，.*到期2026年3月11日/).waitFor();
});

test('where the holidays of a year are not announced, the plan gives intervals and says why', { hash: '#/check' }, async (s) => {
  await s.choose('城市', '昆山');
  await planned(s, '批办、转办公文的办理', '2026-12-24');
  // Six working days after Thursday 24 December: 25, 28 to 31, and one in January, which is not announced.
  await row(s, /^部门办结，最早2026年12月24日.*，到期2026年12月24日至2027年1月\d日/).waitFor();
  await s.page.getByText(/^2027年的放假安排尚未公布或者没有安装/).waitFor();
  await s.checkDrawn();
  await s.shot('plan-interval-1280x800');
});

test('without a day to meet no step is told to be late; of one act there is one row, and rows say what makes each', { hash: '#/check' }, async (s) => {
  await s.choose('城市', '江门');
  await planned(s, '函件', '2026-03-02');
  await s.verdict(/原文没有规定各步骤的天数，不能推算何时办结/).waitFor();
  const names = await s.role('figure', '时间表').getByRole('button').allTextContents();
  for (const n of names) assert.doesNotMatch(n, /最迟|余\d/, n);
  assert.equal(await s.page.getByText(/▼ 最迟/).count(), 0);
  const labels = names.map((n) => n.split('，最早')[0]);
  assert.equal(new Set(labels).size, labels.length, labels.join('\n'));
  assert.equal(labels.filter((n) => n.startsWith('市长签发')).length, 1, 'one act, whoever may be authorised to do it');
  const figure = await s.role('figure', '时间表').getByRole('button').first().boundingBox();
  assert.equal((await s.canvasUnder({ x: figure.x + 300, y: figure.y + 4, width: figure.width - 320, height: 28 })).colours, 1, 'no bars where nothing is counted');
});
