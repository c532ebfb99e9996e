// The mirror: what it names is where the canvas draws it, and acts as the canvas does.
import { assert, test } from './harness.mjs';

const TABS = ['文字', '填写', '列表 3', '路线图', '日历', '卡片'];

test('every widget is drawn under its mirrored item', async (s) => {
  for (const tab of TABS) {
    await s.click('tab', tab);
    assert.equal(await s.role('tab', tab, { selected: true }).count(), 1);
    assert.ok(await s.checkDrawn() > 15, tab);
    await s.shot(`widgets-${TABS.indexOf(tab)}`);
  }
});

test('a press on the canvas does the same as a press on the mirrored element', async (s) => {
  const button = s.role('button', '检查');
  await s.pressAt(button);
  await s.page.getByText('已检查1次').waitFor();
  await button.click();
  await s.page.getByText('已检查2次').waitFor();
  await button.evaluate((e) => e.click());                   // a screen reader
  await s.page.getByText('已检查3次').waitFor();
  await button.focus();
  await s.press('Enter');
  await s.page.getByText('已检查4次').waitFor();
  await s.press('Space');
  await s.page.getByText('已检查5次').waitFor();
});

test('choices: by press, by element, by key', async (s) => {
  await s.click('tab', '填写');
  const urgent = s.role('checkbox', '紧急');
  await urgent.check();
  await s.settle();
  assert.ok(await urgent.isChecked());
  await s.pressAt(urgent);
  assert.ok(!await urgent.isChecked());
  const answer = (name) => s.role('radiogroup', '是规范性文件吗？').getByRole('radio', { name, exact: true });
  await answer('是').click();
  await s.settle();
  assert.ok(await answer('是').isChecked());
  await s.press('ArrowRight');
  assert.ok(await answer('否').isChecked());
  assert.equal(await answer('否').evaluate((e) => e === document.activeElement), true);
  await s.pressAt(answer('不确定'));
  assert.ok(await answer('不确定').isChecked());
  await s.role('radio', '口头').click();
  await s.settle();
  assert.ok(await s.role('radio', '口头').isChecked());
});

test('a list that opens: options are drawn and chosen by pointer and keys', async (s) => {
  await s.click('tab', '填写');
  const select = s.role('combobox', '发文名义');
  await select.click();
  await s.settle();
  assert.equal(await select.getAttribute('aria-expanded'), 'true');
  await s.checkDrawn();
  await s.shot('select-open');
  await s.click('option', '市政府办公室');
  assert.equal(await select.textContent(), '市政府办公室');
  assert.equal(await select.getAttribute('aria-expanded'), 'false');
  await s.press('ArrowDown');
  assert.equal(await select.getAttribute('aria-expanded'), 'true');
  await s.press('ArrowDown');
  await s.press('Enter');
  assert.equal(await select.textContent(), '承办部门');
  await s.press('Enter');
  await s.press('Escape');
  assert.equal(await select.getAttribute('aria-expanded'), 'false');
  await select.click();
  await s.page.mouse.click(1200, 700);
  await s.settle();
  assert.equal(await select.getAttribute('aria-expanded'), 'false');
});

test('the tree: branches fold, arrows move, one item is a stop for Tab', async (s) => {
  const reports = s.role('treeitem', '报送公文');
  assert.equal(await reports.getAttribute('aria-expanded'), 'false');
  await reports.click();
  await s.settle();
  assert.equal(await reports.getAttribute('aria-expanded'), 'true');
  await s.press('ArrowDown');
  assert.equal(await s.page.evaluate(() => document.activeElement.textContent), '请示');
  await s.press('ArrowLeft');
  await s.press('ArrowLeft');
  assert.equal(await reports.getAttribute('aria-expanded'), 'false');
  await s.press('Home');
  await s.press('ArrowDown');
  await s.press('ArrowDown');
  await s.press('Enter');
  assert.equal(await s.role('treeitem', '以市政府办公室名义发文', { selected: true }).count(), 1);
  assert.equal(await s.page.locator('[role=treeitem][tabindex="0"]').count(), 1);
});

test('the table has rows, headers and cells, and a row can be chosen', async (s) => {
  await s.click('tab', '列表 3');
  const table = s.role('table', '时限');
  assert.equal(await table.getByRole('row').count(), 4);
  assert.deepEqual(await table.getByRole('columnheader').allTextContents(), ['环节', '时限', '依据', '天数']);
  const row = table.getByRole('row', { name: '合法性审查' });
  await row.click();
  await s.settle();
  assert.equal(await row.getAttribute('aria-selected'), 'true');
  await s.checkDrawn();
});

test('the route picture: cards say all they show, and return their step', async (s) => {
  await s.click('tab', '路线图');
  const figure = s.role('figure', '签批链');
  const mayor = figure.getByRole('button', { name: /^市长，签发，应当，最终环节，第五十条第三款/ });
  await mayor.click();
  await s.page.getByText('所选环节：mayor').waitFor();
  await s.pressAt(figure.getByRole('button', { name: /^市司法局，合法性审查.*待回答或需人工判断.*并行/ }));
  await s.page.getByText('所选环节：review').waitFor();
  assert.equal(await figure.getByRole('button', { name: /^副市长.*2处错误.*次序原文未定/ }).count(), 1);
  const boxes = await figure.getByRole('button').evaluateAll((es) => es.map((e) => e.getBoundingClientRect().right));
  assert.ok(Math.max(...boxes) <= 1280, 'it fits the window');
  const wide = await mayor.evaluate((e) => e.getBoundingClientRect().width);
  await s.page.getByRole('button', { name: '放大' }).first().click();
  await s.page.getByRole('button', { name: '放大' }).first().click();
  await s.settle();
  assert.ok(await mayor.evaluate((e) => e.getBoundingClientRect().width) > wide * 1.1);
  await s.shot('route-zoomed');
  await s.page.getByRole('button', { name: '恢复原大小' }).first().click();
  await s.settle();
  const box = await figure.boundingBox();
  await s.page.mouse.move(box.x + 300, box.y + 60);
  await s.page.keyboard.down('Control');
  await s.page.mouse.wheel(0, -100);
  await s.page.keyboard.up('Control');
  await s.settle();
  await s.page.getByRole('button', { name: '恢复原大小' }).filter({ hasText: '' }).first().waitFor();
  assert.ok(await mayor.evaluate((e) => e.getBoundingClientRect().width) > wide);
});

test('the month calendar: each day says what it is, arrows move, months turn', async (s) => {
  await s.click('tab', '日历');
  const due = s.role('gridcell', '2025年2月8日，星期六，调休上班，第6日，届满日');
  await due.click();
  await s.page.getByText('所选日期：8').waitFor();
  await s.pressAt(s.role('gridcell', '2025年2月12日，星期三'));
  await s.page.getByText('所选日期：12').waitFor();
  await s.press('ArrowDown');
  await s.press('Enter');
  await s.page.getByText('所选日期：19').waitFor();
  await s.click('button', '下个月');
  await s.role('heading', '2025年3月').waitFor();
  assert.equal(await s.page.getByRole('gridcell').count(), 31);
});

test('Tab goes through everything in order, with a ring that is seen', async (s) => {
  await s.role('link', '签批链').focus();
  const seen = [];
  for (let i = 0; i < 14; i++) {
    seen.push(await s.page.evaluate(() => (document.activeElement.id === 'ime' ? '〔正在填写〕' : document.activeElement.getAttribute('aria-label') || document.activeElement.textContent)));
    await s.press('Tab');
  }
  assert.deepEqual(seen.slice(0, 9), ['签批链', '时限', '自查', '条文', '案卷', '设置', '〔正在填写〕', '以市政府名义发文', '文字']);
  await s.role('button', '补齐').focus();
  await s.settle();
  const box = await s.role('button', '补齐').boundingBox();
  const ring = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: 4 };
  assert.ok((await s.canvasUnder(ring)).colours > 1, 'a ring is drawn around the focused button');
});

test('a dialog holds the keyboard, closes with Escape and gives the keyboard back', async (s) => {
  await s.role('button', '新建对话框').click();
  await s.settle();
  const dialog = s.role('dialog', '删除案卷');
  assert.equal(await dialog.getAttribute('aria-modal'), 'true');
  await s.checkDrawn();
  await s.shot('dialog');
  assert.equal(await s.page.locator('#mirror [tabindex="0"]').evaluateAll((es) => es.every((e) => e.closest('[role=dialog]'))), true);
  assert.equal(await s.page.evaluate(() => !!document.activeElement.closest('[role=dialog]')), true);
  await s.press('Escape');
  assert.equal(await dialog.count(), 0);
  assert.equal(await s.page.evaluate(() => document.activeElement.textContent), '新建对话框');
  await s.click('button', '新建对话框');
  await s.page.mouse.click(200, 500);
  await s.settle();
  assert.equal(await dialog.count(), 1, 'a press beside it does nothing');
  await s.click('button', '取消');
  assert.equal(await dialog.count(), 0);
});

test('what is out of sight in a scroll area is scrolled to when it is pressed', { height: 560 }, async (s) => {
  await s.click('tab', '路线图');
  await s.role('figure', '较长的签批链').getByRole('button').last().click();
  await s.settle();
  assert.ok(await s.checkDrawn() > 5);
});

test('changes are announced', async (s) => {
  await s.click('button', '检查');
  await s.page.locator('#live', { hasText: '检查完成' }).waitFor();
  await s.page.getByRole('status').filter({ hasText: '检查完成' }).waitFor();
});

test('the tree that Chromium gives to screen readers has names and roles', async (s) => {
  await s.click('tab', '填写');
  const cdp = await s.cdp();
  await cdp.send('Accessibility.enable');
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const has = (role, name) => nodes.some((n) => !n.ignored && n.role.value === role && n.name?.value === name);
  for (const [role, name] of [['textbox', '标题'], ['checkbox', '紧急'], ['combobox', '发文名义'], ['radiogroup', '征求意见的形式'], ['tree', '事项'], ['navigation', '功能'],
    ['main', '内容'], ['tab', '填写']]) assert.ok(has(role, name), `${role} ${name}`);
});
