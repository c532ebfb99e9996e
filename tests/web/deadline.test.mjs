// 时限: days counted on the calendar. Days off are those of the State Council's notices: for 2025 (国办发明电〔2024〕12号)
// 28 January to 4 February and 1 to 8 October off; 26 January, 8 February, 28 September and 11 October work.
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const counted = async (s) => s.page.getByRole('gridcell', { name: /，第\d+日/ }).allTextContents();

test('seven working days from 2025-01-23 end on the make-up Saturday, every counted day numbered', { hash: '#/deadline' }, async (s) => {
  await s.fill('起算日期', '2025-01-23');
  await s.verdict('到期日 2025年2月8日（周六，调休上班）').waitFor();
  assert.deepEqual(await counted(s), ['2025年1月24日，星期五，第1日', '2025年1月26日，星期日，调休上班，第2日', '2025年1月27日，星期一，第3日', '2025年2月5日，星期三，第4日',
    '2025年2月6日，星期四，第5日', '2025年2月7日，星期五，第6日', '2025年2月8日，星期六，调休上班，第7日，届满日']);
  const off = await s.page.getByRole('gridcell', { name: /，放假/ }).allTextContents();
  assert.deepEqual(off.map((t) => t.split('，')[0]), ['2025年1月1日', ...[28, 29, 30, 31].map((d) => `2025年1月${d}日`), ...[1, 2, 3, 4].map((d) => `2025年2月${d}日`)]);
  assert.match(s.page.url(), /start=2025-01-23$/);
  await s.checkDrawn();
  await s.shot('deadline-1280x800');
});

test('of two months side by side the last day shows its count and that the period ends; both arrows turn from the first', { hash: '#/deadline/wuxi-2022?start=2025-09-22', width: 1920, height: 1080 }, async (s) => {
  await s.verdict('到期日 2025年9月30日（周二）').waitFor();   // 23 to 26, the make-up Sunday, 29 and 30
  await s.fill('起算日期', '2025-09-25');
  const due = s.role('gridcell', /^2025年10月11日，星期六，调休上班，第7日，届满日/);
  const plain = await s.role('gridcell', /，第2日/).boundingBox(), r = await due.boundingBox();
  const lower = (box) => s.canvasUnder({ x: box.x + 8, y: box.y + box.height - 26, width: 40, height: 18 });
  assert.ok((await lower(plain)).colours > 3 && (await lower(r)).colours > 3, 'the count stands where it stands on the other days');
  assert.ok((await s.canvasUnder({ x: r.x + r.width - 34, y: r.y + 5, width: 28, height: 18 })).colours > 3, '届满 above it');
  const [first, second] = await Promise.all(['2025年9月', '2025年10月'].map((name) => s.role('heading', name).boundingBox()));
  assert.ok(second.x > first.x && Math.abs(first.y - second.y) < 2);
  for (const name of ['上个月', '下个月']) assert.ok((await s.role('button', name).boundingBox()).x < second.x - 40, name);
  assert.equal(await s.page.getByText(/^斜线/).count(), 0);
});

test('the calendar stands under the answer, and how it was counted is folded below', { hash: '#/deadline/wuxi-2022/consultation_reply?start=2025-01-23' }, async (s) => {
  const verdict = await s.verdict('到期日 2025年2月8日（周六，调休上班）').boundingBox();
  const month = await s.role('heading', '2025年1月').boundingBox();
  assert.ok(month.y - verdict.y < 140, `${month.y - verdict.y} below`);
  assert.equal(await s.page.getByText('开始的当日不计入').count(), 0);
  await s.page.getByText('已经届满，尚未填写办结日期；如未办结，即为逾期。').waitFor();
  const folded = s.role('button', /^计算依据/);
  assert.ok((await folded.boundingBox()).y > month.y);
  await s.activate(folded);
  await s.page.getByText(/当日不计入/).first().waitFor();
});

test('the marks 休 and 班 are drawn in the corner of their days, and nothing in that of another', { hash: '#/deadline/wuxi-2022?start=2025-01-23', width: 1920, height: 1080 }, async (s) => {
  const corner = async (name) => {
    const r = await s.role('gridcell', name).boundingBox();
    return (await s.canvasUnder({ x: r.x + r.width - 21, y: r.y + 5, width: 16, height: 16 })).colours;
  };
  assert.ok(await corner('2025年1月28日，星期二，放假') > 3);
  assert.ok(await corner('2025年1月26日，星期日，调休上班，第2日') > 3);
  assert.equal(await corner('2025年1月20日，星期一'), 1);
  await s.checkDrawn();
  await s.shot('deadline-1920x1080');
});

test('counted backwards from 2025-10-09, three working days reach the make-up Sunday before the holiday', { hash: '#/deadline/wuxi-2022?start=2025-10-09' }, async (s) => {
  await s.click('radio', '之前');
  await s.fill('天数', '3');
  await s.verdict('最迟 2025年9月28日（周日，调休上班）').waitFor();
  assert.deepEqual((await counted(s)).map((t) => t.split('，')[0]), ['2025年9月28日', '2025年9月29日', '2025年9月30日']);
});

test('calendar days run over the holiday and may be moved to the next working day', { hash: '#/deadline/wuxi-2022?start=2025-09-25' }, async (s) => {
  await s.click('radio', '日');
  await s.verdict(/到期日 2025年10月2日/).waitFor();
  await s.pressAt(s.role('radio', '顺延至下一工作日'));
  await s.verdict(/到期日 2025年10月9日（周四）/).waitFor();
});

test('where the holidays are not announced the answer is an interval with its reason', { hash: '#/deadline/wuxi-2022?start=2027-09-27' }, async (s) => {
  await s.verdict(/^稳妥最迟 2027年\d+月\d+日/).waitFor();
  const said = await s.page.getByText(/^2027年的放假安排尚未公布或者没有安装，到期日在.*之间，不作断定。$/).textContent();
  assert.equal(await s.page.getByRole('gridcell', { name: /届满日/ }).count(), 0);
  const ends = said.match(/\d+年\d+月\d+日/g);
  for (const [end, word] of [[ends[0], '稳妥'], [ends[1], '最晚']]) assert.equal(await s.page.getByRole('gridcell', { name: new RegExp(`^${end}，.*，${word}$`) }).count(), 1, word);
  assert.ok(await s.page.getByRole('gridcell', { name: /放假安排尚未公布/ }).count() > 0);
});

// 江门 第二十二条第一款: 2天, and not which; 1 to 5 May 2026 are off (国办发明电〔2025〕7号).
test('nobody is told to be in time on a day off; the days by the text stay what they are', { hash: '#/deadline/jiangmen-2023/minutes_drafting?start=2026-04-29' }, async (s) => {
  await s.verdict('稳妥最迟 2026年4月30日（周四）；2026年5月1日放假').waitFor();
  await s.page.getByText('原文没有写明按工作日还是按自然日计算，两种算法不同，到期日在2026年5月1日至2026年5月6日之间，不作断定。').waitFor();
  for (const [day, word] of [['4月30日', '稳妥'], ['5月1日', '最早'], ['5月6日', '最晚']]) assert.equal(await s.page.getByRole('gridcell', { name: new RegExp(`^2026年${day}，.*，${word}$`) }).count(), 1, word);
  await s.checkDrawn();
});

// 无锡 第五十三条第一款: urgent papers and what statutes provide otherwise.
test('while it is open whether an exception applies, the day is said with that', { hash: '#/deadline/wuxi-2022/own_duty_handling?start=2026-11-20' }, async (s) => {
  await s.verdict('如无例外，到期日 2026年12月1日（周二）').waitFor();
  await s.page.getByText(/^例外是否适用，尚未回答：紧急公文以市政府明确的办理时限为准。法律法规另有规定的，依照其规定。$/).waitFor();
  for (const question of [/紧急公文/, /法律法规/]) await s.activate(s.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: '否' }));
  await s.verdict('到期日 2026年12月1日（周二）').waitFor();
});

test('a day that does not exist is said to be wrong, and gives no answer', { hash: '#/deadline/wuxi-2022' }, async (s) => {
  await s.page.getByText('请填写起算日期。').waitFor();
  for (const [wrong, said] of [['2025-02-30', '✕ 没有这一天，请核对日期'], ['2025年13月1日', '✕ 没有这一天，请核对日期'], ['昨天', '✕ 请填写日期，如 2025-02-08']]) {
    await s.fill('起算日期', wrong);
    const field = s.role('textbox', '起算日期');
    assert.equal(await field.getAttribute('aria-invalid'), 'true', wrong);
    await s.page.getByText(said).waitFor();
    assert.equal(await s.verdict(/日/).count(), 0, wrong);
  }
  await s.fill('起算日期', '2025年1月23日');
  await s.verdict(/2025年2月8日/).waitFor();
});

test('a limit of the rules says from what it runs, what silence means, and its clause', { hash: '#/deadline' }, async (s) => {
  await s.choose('期限', '征求意见或会签回复期限（7个工作日）');
  await s.fill('起算日期', '2025-01-23');
  await s.verdict('到期日 2025年2月8日（周六，调休上班）').waitFor();
  await s.page.getByText(/^期满未办理的后果：逾期不回复的，视为没有不同意见。/).waitFor();
  assert.match(s.page.url(), /#\/deadline\/wuxi-2022\/consultation_reply\?start=2025-01-23$/);
  await s.fill('办结日期', '2025-02-10');
  await s.page.getByText('逾期1个工作日').waitFor();
  await s.checkDrawn();
  await s.page.getByRole('link', { name: '第五十三条第二款' }).last().click();
  await s.settle();
  await s.role('heading', '第五十三条').waitFor();
  await s.page.goBack();
  await s.verdict('到期日 2025年2月8日（周六，调休上班）').waitFor();
});

test('a day without its year is one of this year, and is rewritten with it', { hash: '#/deadline/wuxi-2022' }, async (s) => {
  const year = new Date().getFullYear();
  for (const typed of ['3月5日', '3.5', '3/5']) {
    await s.fill('起算日期', '');
    await s.fill('起算日期', typed);
    await s.press('Tab');
    assert.equal(await s.role('textbox', '起算日期').inputValue(), `${year}-03-05`, typed);
  }
  await s.fill('起算日期', '2月30日');
  await s.page.getByText('✕ 请填写日期，如 2025-02-08').waitFor();
});

// 溧阳 第四十一条第二款: topics are declared before the 15th; what of the 15th itself the text does not say.
test('what the text leaves open about a cut-off is said in full beside its day', { hash: '#/deadline/liyang/agenda_cut_off' }, async (s) => {
  await s.fill('会议召开日期', '2025-09-24');
  await s.verdict('稳妥最迟 2025年9月12日（周五）；2025年9月14日休息').waitFor();
  await s.page.getByText('原文没有写明15日当天是否在期限之内，到期日在2025年9月14日至2025年9月15日之间，不作断定。').waitFor();
  await s.page.getByText(/^期满未办理的后果：15号之后/).waitFor();
  await s.page.getByText(/^15号当天.*没有写明/).first().waitFor();
  assert.equal(await s.page.getByRole('gridcell', { name: /^2025年9月12日，星期五.*，稳妥/ }).count(), 1);
  await s.checkDrawn();
});

test('a limit in words asks for no day and shows no month; its word and its clause stand there', { hash: '#/deadline/wuxi-2022' }, async (s) => {
  await s.click('combobox', '期限');
  const offered = await s.page.getByRole('option').allTextContents();
  const counted = offered.map((o) => /\d/.test(o));
  assert.ok(counted.includes(true) && counted.lastIndexOf(true) < counted.indexOf(false, 1), 'what can be counted comes first, after 自定期限');
  await s.click('option', offered.find((o) => /（定期）$/.test(o)));
  await s.page.getByText(/^原文只写“.*”，没有天数$/).waitFor();
  assert.equal(await s.page.getByRole('grid').count(), 0);
  for (const field of ['起算日期', '办结日期']) assert.equal(await s.role('textbox', field).count(), 0, field);
});

test('where there is nothing to reckon, one question is asked after the other, and what the sides agreed on counts', { hash: '#/deadline/liyang/agreed_reply' }, async (s) => {
  const asked = s.role('main', '时限').getByRole('radiogroup');
  assert.equal(await asked.count(), 1, 'not the same twice');
  await s.page.getByText('以双方商定的日期为准。').waitFor();
  await s.activate(asked.getByRole('radio', { name: '是', exact: true }));
  assert.equal(await asked.count(), 2);
  assert.equal(await s.role('combobox', '期限').textContent().then((t) => /（商定/.test(t)), false);
});

test('a limit goes out as a calendar file with its day', { hash: '#/deadline/wuxi-2022/consultation_reply?start=2025-01-23' }, async (s) => {
  await s.verdict('到期日 2025年2月8日（周六，调休上班）').waitFor();
  const [download] = await Promise.all([s.page.waitForEvent('download', { timeout: 60000 }), s.click('button', '导出日历')]);
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(download.suggestedFilename(), /\.ics$/);
  assert.match(text, /DTSTART;VALUE=DATE:20250208\r\n/);
  assert.match(text.replace(/\r\n /g, ''), /SUMMARY:.*征求意见或会签回复期限/);
});

test('the months turn, and the days counted stay where they are', { hash: '#/deadline/wuxi-2022?start=2025-03-03' }, async (s) => {
  await s.role('heading', '2025年3月').waitFor();
  const there = await counted(s);
  assert.equal(there.length, 7);
  await s.pressAt(s.role('button', '下个月'));
  await s.role('heading', '2025年4月').waitFor();
  assert.deepEqual(await counted(s), []);
  await s.activate(s.role('button', '上个月'));
  assert.deepEqual(await counted(s), there);
});

test('where the text does not say which days are meant, no unit is put in its mouth', { hash: '#/deadline/kunshan-2017/meeting_follow_up_report' }, async (s) => {
  // 昆山 第四十七条: 十日, and no word on working days.
  await s.page.getByText(/十日，未写明是否工作日/).first().waitFor();
  assert.doesNotMatch(await s.page.locator('#mirror').textContent(), /10个工作日/);
  await s.fill('起算日期', '2025-03-03');
  await s.activate(s.role('button', /^计算依据/, { exact: false }));
  await s.page.getByText('原文未说明按工作日还是按自然日计算，两种算法的结果都列入').first().waitFor();
  await s.page.getByText(/2025年3月13日/).first().waitFor();  // ten days on
  await s.page.getByText(/2025年3月17日/).first().waitFor();  // ten working days on
  await s.fill('起算日期', '2027-01-20');  // ten days on is a Saturday, of which it is not announced whether it works
  await s.verdict('稳妥最迟 2027年1月29日（周五，放假安排待定）；2027年1月30日（周六，放假安排待定）').waitFor();
});
