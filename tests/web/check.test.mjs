// 自查: a planned route is typed, what is wrong with it is found on its step, and mended.
import { readFileSync } from 'node:fs';
import { addStep, box, newCase, pasteRoute } from './check_case.mjs';
import { assert, test } from './harness.mjs';

const status = (s) => s.page.getByRole('status').filter({ hasText: /./ }).first();
const groups = (s, name) => s.page.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
const count = async (s, name) => Number((await groups(s, name).textContent()).match(/\d+/)[0]);

test('a wrong actor typed through an input method is found on its step and mended', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await s.page.getByText('以市政府名义发文', { exact: true }).first().waitFor();
  await addStep(s, ['fu', 'fushizhang'], '副市长审核');
  await addStep(s, ['mi', 'mishuzhang'], '秘书长审核');
  await addStep(s, ['mi', 'mishuzhang'], '秘书长签发');
  assert.match(await status(s).textContent(), /^不能报送：1处错误/);
  const wrong = s.page.getByRole('group', { name: /^错误：.*市长/ });
  assert.equal(await wrong.count(), 1, 'one error, said in one place');
  await wrong.getByRole('link', { name: '第五十条第一款' }).waitFor();
  const row = await box(s, '第3步').boundingBox();
  const tag = await s.role('main', '自查').getByText('错误', { exact: true }).first().boundingBox();
  assert.ok(tag.y > row.y && tag.y < row.y + 80, 'the word stands at the step that it is about');
  await s.checkDrawn();
  await s.shot('check-1280x800');
  await s.pressAt(wrong.getByRole('button', { name: /^看第3步/ }));
  assert.equal(await s.page.evaluate(() => document.activeElement.id === 'ime' || document.activeElement.getAttribute('aria-label') === '第3步'), true, 'it leads to the step');
  await s.pressAt(wrong.getByRole('button', { name: /^改正/ }));
  assert.equal(await box(s, '第3步').inputValue(), '市长签发', 'the step reads as it was mended');
  assert.equal(await wrong.count(), 0);
  assert.match(await status(s).textContent(), /^尚不能断定：/);
});

test('lines that are pasted stay steps of their own, and the room scrolls to its very end', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await box(s, '添加步骤').click();
  await s.settle();
  const lines = ['一、经办人起草', '二、副市长审核（2026年11月9日）', '三、秘书长审核', '四、秘书长审核', '五、秘书长审核', '六、秘书长审核', '七、秘书长审核', '八、市长签发'];
  await s.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, lines.join('\r\n'));
  await s.settle();
  await s.press('Enter');
  assert.equal(await box(s, '第1步').inputValue(), '经办人起草');
  assert.equal(await box(s, '第2步').inputValue(), '副市长审核');
  assert.equal(await box(s, '第8步').inputValue(), '市长签发');
  await s.page.mouse.move(500, 600);
  for (let i = 0; i < 8; ++i) {
    await s.page.mouse.wheel(0, 2000);
    await s.settle();
  }
  const lowest = await s.role('main', '自查').evaluate((main) => Math.max(...[...main.querySelectorAll('*')].map((e) => e.getBoundingClientRect().bottom)));
  assert.ok(lowest <= 800, `what is last can be seen: ${lowest}`);
});

test('a route pasted as text is understood; the least change is shown, made, and taken back', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await pasteRoute(s, '经办人起草→副市长审核→秘书长审核→秘书长签发');
  assert.equal(await box(s, '第4步').inputValue(), '秘书长签发');
  assert.match(await status(s).textContent(), /^不能报送：1处错误/);
  await s.click('button', '补齐');
  const proposal = s.role('group', '补齐办法');
  await proposal.getByText('改动最少的办法，共1处：').waitFor();
  await proposal.getByText('1. “秘书长签发”改为“市长签发”。').waitFor();
  await proposal.getByText('依据第五十条第一款').waitFor();
  await s.settle();
  await s.checkDrawn();
  await s.shot('check-mend-1280x800');
  assert.equal(await box(s, '第4步').inputValue(), '秘书长签发', 'nothing is changed before it is taken');
  await s.click('button', '采用');
  assert.equal(await box(s, '第4步').inputValue(), '市长签发');
  assert.match(await status(s).textContent(), /^尚不能断定/);
  await s.click('button', '撤销补齐');
  assert.equal(await box(s, '第4步').inputValue(), '秘书长签发');
  assert.match(await status(s).textContent(), /^不能报送：1处错误/);
  assert.equal(await s.role('button', '撤销补齐').count(), 0);
});

test('a pasted route is taken at once, in the words that were written, which a mend and a reload leave as they are', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await box(s, '添加步骤').click();
  await s.settle();
  await box(s, '添加步骤').fill('市城市管理局起草→王副市长审核→秘书长审核→秘书长签发');
  await s.settle();
  const words = () => Promise.all([1, 2].map((n) => box(s, `第${n}步`).inputValue()));
  assert.deepEqual(await words(), ['市城市管理局起草', '王副市长审核'], 'nobody pressed Enter');
  assert.equal(await box(s, '添加步骤').inputValue(), '');
  await s.click('button', '补齐');
  await s.role('group', '补齐办法').getByText('改动最少的办法，共1处：').waitFor();
  await s.settle();
  await s.click('button', '采用');
  assert.equal(await box(s, '第4步').inputValue(), '市长签发');
  assert.deepEqual(await words(), ['市城市管理局起草', '王副市长审核']);
  await s.page.getByText('已保存').first().waitFor();
  await s.page.waitForTimeout(300);
  await s.page.reload();
  await s.ready();
  await s.settle();
  assert.deepEqual(await words(), ['市城市管理局起草', '王副市长审核']);
  assert.equal(await box(s, '第4步').inputValue(), '市长签发');
});

test('a case goes out on paper and as files', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await addStep(s, ['mi'], '秘书长签发');
  await s.click('button', '打印报告');
  const paper = s.page.frameLocator('iframe[title="打印"]');
  await paper.getByText(/不能报送/).first().waitFor();
  assert.ok(await paper.locator('svg').count() > 0, 'the chain is drawn');
  const saved = async (button) => {
    const [file] = await Promise.all([s.page.waitForEvent('download'), s.click('button', button)]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const page = await saved('存为报告');
  assert.match(page.name, /核对报告\.html$/);
  assert.match(page.text, /^<!doctype html>/i);
  const table = await saved('导出表格');
  assert.match(table.name, /\.csv$/);
  assert.ok(table.text.startsWith('\uFEFF') && table.text.includes('秘书长签发'));
  const record = JSON.parse((await saved('导出记录')).text);
  assert.equal(record.format, 'signroute-record/1');
  assert.equal(record.inputs.pack, 'wuxi-2022');
  assert.match(record.versions.pack.sha256, /^[0-9a-f]{64}$/);
});

test('a step is renamed through an input method, and the plan is checked anew', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await addStep(s, ['fu'], '副市长审核');
  await addStep(s, ['mi'], '秘书长审核');
  await addStep(s, ['shi'], '市长审核');
  assert.match(await status(s).textContent(), /^不能报送/);
  await box(s, '第3步').click();
  await s.settle();
  await s.press('Control+A');
  await s.compose(['shi', '市zhang', '市长qian'], '市长签发');
  assert.equal(await box(s, '第3步').inputValue(), '市长签发');
  assert.match(await status(s).textContent(), /^尚不能断定：/);
});

test('a mirrored field that has the keyboard follows a change made elsewhere', { hash: '#/check' }, async (s) => {
  await newCase(s);
  for (const step of ['副市长审核', '秘书长审核', '市长审核']) await addStep(s, ['a'], step);
  await s.fill('第3步', '秘书长签发');
  await s.activate(s.page.getByRole('group', { name: /^错误：.*市长/ }).getByRole('button', { name: /^改正/ }));
  assert.equal(await s.page.evaluate(() => document.activeElement.getAttribute('aria-label')), '第3步');
  assert.equal(await box(s, '第3步').inputValue(), '市长签发');
});

test('what is not stated is one line for each kind, which leads to where it is stated', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await addStep(s, ['shi'], '市长签发');
  const main = s.role('main', '自查');
  assert.equal(await main.getByRole('group', { name: /^错误：/ }).count(), 2, 'both reviews of 第五十条第一款 are missing: errors are never folded');
  assert.equal(await main.getByRole('button', { name: /^补上：缺少/ }).count(), 2);
  assert.equal(await main.getByRole('group', { name: /^待确认：/ }).count(), 0);
  const asked = [...(await status(s).textContent()).matchAll(/(\d+)(处待确认|项情形未答)/g)].reduce((sum, m) => sum + Number(m[1]), 0);
  let folded = 0;
  for (const name of ['情形未答', '须由人判断', '原文未规定，须先明确', '原文有两种以上读法']) if (await groups(s, name).count()) folded += await count(s, name);
  assert.equal(folded, asked, 'nothing is left out');
  assert.equal(await groups(s, '原文未规定').count(), 1);
  await s.pressAt(groups(s, '情形未答'));
  const before = await count(s, '情形未答');
  await s.shot('check-unfolded');
  await s.pressAt(s.role('link', '是否属于行政规范性文件？'));
  assert.equal(await s.page.evaluate(() => document.activeElement.closest('[role=radiogroup]')?.getAttribute('aria-label')), '是否属于行政规范性文件？');
  await s.pressAt(s.role('radiogroup', '是否属于行政规范性文件？').getByRole('radio', { name: '否', exact: true }));
  await s.settle();
  assert.ok(await count(s, '情形未答') < before);
  assert.equal(await s.role('link', '是否属于行政规范性文件？').count(), 0);
});

// 江阴: what the verdict counts is counted alike below it; a step is shown whole; an answer stands beside its question.
test('the verdict’s words are the headings, with its numbers; no step is cut, and its fault is told once', { hash: '#/check' }, async (s) => {
  await s.choose('城市', '江阴');
  await newCase(s, '市政府规范性文件');
  await box(s, '添加步骤').click();
  await s.settle();
  await box(s, '添加步骤').fill('市农业农村局起草→市农业农村局公开征求群众意见建议→市司法局合法性审核→秘书长签发');
  await s.settle();
  await s.press('Enter');
  const said = await status(s).textContent(), main = s.role('main', '自查');
  const counted = [...said.matchAll(/(\d+)(?:处|项)(错误|提示|待确认|情形未答)/g)].map(([, n, word]) => `${word} ${n}`);
  assert.ok(counted.length >= 2, said);
  for (const words of counted) assert.equal(await main.getByRole('heading', { name: words, exact: true }).or(main.getByRole('button', { name: words, exact: true })).count(), 1, `${words} of ${said}`);
  const field = box(s, '第2步');
  assert.ok((await field.boundingBox()).width >= 16 * 17 + 16, 'seventeen characters');
  const group = main.getByRole('group', { name: /签发/ }).first();
  const sentence = (await group.getAttribute('aria-label')).replace(/^[^：]+：/, '');
  assert.equal(await main.getByText(sentence, { exact: true }).count(), 1, 'the sentence stands once');
  await s.activate(main.getByRole('link', { name: `看结论：${sentence}` }));
  assert.equal(await s.page.evaluate(() => document.activeElement.closest('[role=group]')?.getAttribute('aria-label') ?? ''), await group.getAttribute('aria-label'), 'the step leads to it');
  const question = s.role('radiogroup', '是否涉及群众（切身）利益？');
  await s.reveal(question);
  const [words, answer] = [await main.getByText('是否涉及群众（切身）利益？', { exact: true }).first().boundingBox(), await question.boundingBox()];
  assert.ok(answer.x > words.x + 100 && Math.abs(answer.y - words.y) < 24, 'beside it, not below');
  const choices = await main.getByRole('radio').allTextContents();
  assert.ok(['已办', '未办'].every((w) => choices.includes(w)) || ['已附', '未附'].every((w) => choices.includes(w)), choices.join());
});

test('what only the reading to plan by finds wrong has one mark at its step and in its card, and what mends it', { hash: '#/route/jiangmen-2023/government_document' }, async (s) => {
  await s.click('button', '据此自查');
  await pasteRoute(s, '市政府分管领导审核→李市长（分管）签发');
  assert.equal(await box(s, '第2步').inputValue(), '李市长（分管）签发');
  const main = s.role('main', '自查');
  const wrong = (about) => main.getByRole('group', { name: new RegExp(`^按稳妥读法为错误：.*${about}`) });
  assert.equal(await wrong('此处应为“市长签发”').count(), 1);
  assert.equal(await main.getByText('待确认', { exact: true }).count(), 0);
  await s.activate(wrong('缺少“相关副秘书长审核”').getByRole('button', { name: /^补上/ }));
  assert.equal(await box(s, '第1步').inputValue(), '相关副秘书长审核');
  assert.equal(await wrong('缺少').count(), 0);
});

test('steps are moved, dated and taken out', { hash: '#/check' }, async (s) => {
  await newCase(s);
  for (const step of ['市长签发', '秘书长审核', '副市长审核']) await addStep(s, ['a'], step);
  const plan = () => s.page.locator('#mirror input[aria-label^="第"]').evaluateAll((es) => es.filter((e) => /^第\d步$/.test(e.getAttribute('aria-label'))).map((e) => e.value));
  assert.match(await status(s).textContent(), /^不能报送/, 'signed off before the reviews');
  await s.pressAt(s.role('button', '下移第1步'));
  await s.activate(s.role('button', '下移第2步'));
  assert.deepEqual(await plan(), ['秘书长审核', '副市长审核', '市长签发']);
  assert.match(await status(s).textContent(), /^尚不能断定/);
  await s.fill('第1步日期', '2025-02-30');
  await s.page.getByText('✕ 没有这一天，请核对日期').waitFor();
  await s.fill('第1步日期', '2025-02-28');
  assert.equal(await s.page.getByText('✕ 没有这一天，请核对日期').count(), 0);
  await s.pressAt(s.role('button', '删除第2步'));
  assert.deepEqual(await plan(), ['秘书长审核', '市长签发']);
  await s.page.getByText('缺少“副市长审核”。').first().waitFor();
});

test('a meeting is asked for what its body is checked by: who was due and who was present', { hash: '#/check' }, async (s) => {
  await newCase(s, '市政府常务会议');
  await s.role('heading', '情形').waitFor();
  const main = s.role('main', '自查');
  const field = (title) => main.getByRole('textbox', { name: title });
  await field(/应到/).first().fill('9');
  await s.settle();
  await field(/实到|到会/).first().fill('4');
  await s.settle();
  await main.getByRole('group', { name: /^错误：到会人数不足：应到9人，至少须5人到会，实到4人。/ }).waitFor();
  await field(/实到|到会/).first().fill('5');
  await s.settle();
  assert.equal(await main.getByRole('group', { name: /^错误：到会人数不足/ }).count(), 0);
});

test('a case with findings fits the window, and is drawn on a large screen', { hash: '#/check', width: 1920, height: 1080 }, async (s) => {
  await newCase(s);
  await addStep(s, ['a'], '副市长签发');
  await s.pressAt(groups(s, '须由人判断'));
  assert.ok(await s.checkDrawn() > 40);
  const rights = await s.page.locator('#mirror input, #mirror [role=button]').evaluateAll((es) => es.map((e) => e.getBoundingClientRect().right));
  assert.ok(Math.max(...rights) <= 1920);
  await s.shot('check-1920x1080');
});

test('the required and the planned route stand one under the other, and a card leads to its finding and back', { hash: '#/check' }, async (s) => {
  await newCase(s);
  const place = box(s, '添加步骤');
  await place.click();
  await s.settle();
  await place.fill('副市长审核→秘书长审核→秘书长签发');
  await s.settle();
  await s.press('Enter');
  await s.click('tab', '与规则对照');
  const planned = s.role('figure', '拟走流程'), required = s.role('figure', '规则要求');
  const wrong = planned.getByRole('button', { name: /^人员不对：3\. 秘书长签发/ }), due = required.getByRole('button', { name: /^市长签发/ });
  await planned.getByRole('button', { name: /^相符：1\. 副市长审核/ }).waitFor();
  const [above, below] = [await due.boundingBox(), await wrong.boundingBox()];
  assert.ok(Math.abs(above.x - below.x) < 2 && below.y > above.y, 'the step stands under the one that it should have been');
  await s.checkDrawn();
  await s.shot('check-pair-1280x800');
  await s.activate(wrong);
  const inFinding = () => s.page.evaluate(() => document.activeElement.closest('[role=group]')?.getAttribute('aria-label') ?? '');
  assert.match(await inFinding(), /^错误：.*市长/, 'it leads to the finding');
  await s.activate(s.page.getByRole('button', { name: /^看对照图：/ }));
  assert.match(await s.page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent), /^人员不对：3\./, 'and back');
});

test('a step is added by pinyin initials, dragged to another place, moved with the keyboard, and put back', { hash: '#/check' }, async (s) => {
  await newCase(s);
  for (const typed of ['szqf', '秘书长sh']) {
    await box(s, '添加步骤').click();
    await s.page.keyboard.insertText(typed);
    await s.settle();
    await s.press('Enter');
  }
  const plan = () => Promise.all([1, 2].map((n) => box(s, `第${n}步`).inputValue()));
  assert.deepEqual(await plan(), ['市长签发', '秘书长审核']);
  const [from, to] = [await s.role('button', '移动第2步').boundingBox(), await s.role('button', '移动第1步').boundingBox()];
  await s.page.mouse.move(from.x + 10, from.y + 16);
  await s.page.mouse.down();
  await s.page.mouse.move(from.x + 12, from.y - 4);     // while it is held, every frame is drawn
  await s.page.waitForTimeout(300);
  await s.page.mouse.move(to.x + 12, to.y + 2);
  await s.page.waitForTimeout(300);
  await s.page.mouse.up();
  await s.settle();
  assert.deepEqual(await plan(), ['秘书长审核', '市长签发']);
  await s.click('button', '撤销移动');
  assert.deepEqual(await plan(), ['市长签发', '秘书长审核']);
  await s.role('button', '移动第1步').focus();
  await s.settle();
  await s.press('ArrowDown');
  assert.deepEqual(await plan(), ['秘书长审核', '市长签发']);
});

test('why the verdict is as it is: one wrong step is enough, with its clause; a change takes the reason away', { hash: '#/check' }, async (s) => {
  await newCase(s);
  await pasteRoute(s, '经办人起草→副市长审核→秘书长审核→秘书长签发');
  await s.activate(s.role('button', '为什么：这个结论'));
  const panel = s.role('group', '为什么：这个结论');
  await panel.getByText(/^结论：不能报送。/).waitFor();
  assert.ok((await panel.getByRole('link').allTextContents()).includes('第五十条第一款'));
  await s.checkDrawn();
  await s.activate(s.role('button', '收起理由'));
  assert.equal(await panel.count(), 0);
  await s.activate(s.role('button', '为什么：这个结论'));
  await panel.getByText(/^结论：不能报送。/).waitFor();
  await s.pressAt(s.page.getByRole('group', { name: /^错误：.*市长/ }).getByRole('button', { name: /^改正/ }));
  assert.equal(await panel.count(), 0, 'of a plan that is another by now nothing is claimed');
});
