// Text entry: typing, input methods, the clipboard, values set from outside.
import { assert, test } from './harness.mjs';

const FIELDS = [['textbox', '标题'], ['textbox', '备注'], ['textbox', '发文机关'], ['combobox', '搜索']];

async function openFields(s) {
  await s.click('tab', '填写');
  await s.page.evaluate(() => 0);
}
const field = (s, [role, name]) => (name === '搜索' ? s.page.locator('#mirror input[aria-label="搜索"]') : s.role(role, name));
const value = (s, f) => field(s, f).inputValue();
async function edit(s, f) {
  await field(s, f).click();
  await s.settle();
  assert.equal(await s.page.evaluate(() => document.activeElement.id), 'ime', 'typing goes to the field at the caret');
}
async function clear(s) {
  await s.press('Control+A');
  await s.press('Delete');
}
const compose = async (s, text) => {
  await (await s.cdp()).send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
};
const commit = async (s, text) => {
  await (await s.cdp()).send('Input.insertText', { text });
  await s.settle();
};

for (const f of FIELDS) {
  test(`an input method composes in ${f[1]}: preedit shown, committed, cancelled, its keys left alone`, async (s) => {
    await openFields(s);
    await edit(s, f);
    await clear(s);
    for (const part of ['s', 'shi', '市zheng', '市政']) await compose(s, part);
    assert.equal(await value(s, f), '', 'nothing is entered before it is committed');
    const shown = await s.page.evaluate(() => ({ text: ime.value, composing: ime.classList.contains('composing'), box: ime.getBoundingClientRect().toJSON() }));
    assert.equal(shown.text, '市政');
    assert.ok(shown.composing);
    const box = await field(s, f).boundingBox();
    assert.ok(shown.box.x >= box.x - 1 && shown.box.y >= box.y - 1 && shown.box.y < box.y + box.height, 'the preedit stands at the caret');
    assert.ok(shown.box.width >= 32, 'all of it is seen');
    if (f[1] === '标题') await s.shot('preedit');
    for (const key of ['Backspace', 'Enter', 'Escape']) {
      await (await s.cdp()).send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, code: key, key: 'Process' });
    }
    await commit(s, '市政府');
    assert.equal(await value(s, f), '市政府');
    await compose(s, 'quxiao');
    await compose(s, '');
    await s.settle();
    assert.equal(await value(s, f), '市政府', 'what was cancelled is not entered');
    await commit(s, '𠮷');
    assert.equal(await value(s, f), '市政府𠮷', 'a character beyond the basic plane');
    await s.press('Backspace');
    assert.equal(await value(s, f), '市政府');
  });
}

test('the figures and the day: what they take, and what they say of the rest', async (s) => {
  await openFields(s);
  const pages = s.role('textbox', '份数');
  await pages.fill('12');
  await s.settle();
  assert.equal(await pages.getAttribute('aria-invalid'), null);
  await pages.fill('一二');
  await s.settle();
  assert.equal(await pages.getAttribute('aria-invalid'), 'true');
  await s.page.getByText('请填写 1 至 999 之间的整数').first().waitFor();
  const day = s.role('textbox', '收文日期');
  await day.click();
  await s.page.keyboard.type('2025年2月8日');
  await s.press('Enter');
  await s.press('Tab');
  assert.equal(await day.inputValue(), '2025-02-08');
  await day.fill('2025-02-30');
  await s.settle();
  assert.equal(await day.getAttribute('aria-invalid'), 'true');
  await day.fill('2025-02-08');
  await s.settle();
  await s.click('button', '收文日期：选择日期');
  await s.role('grid', '2025年2月').waitFor();
  await s.checkDrawn();
  await s.shot('date-picker');
  await s.press('ArrowRight');
  await s.press('Enter');
  assert.equal(await day.inputValue(), '2025-02-09');
  assert.equal(await s.page.getByRole('grid').count(), 0);
  await s.click('button', '收文日期：选择日期');
  await s.click('button', '下个月');
  await s.role('gridcell', '2025年3月3日，星期一').click();
  await s.settle();
  assert.equal(await day.inputValue(), '2025-03-03');
});

test('typing, editing keys, and Enter in several lines', async (s) => {
  await openFields(s);
  await edit(s, FIELDS[0]);
  await s.page.keyboard.type('ab1 c');
  await s.press('Home');
  await s.press('ArrowRight');
  await s.page.keyboard.type('X');
  await s.settle();
  assert.equal(await value(s, FIELDS[0]), 'aXb1 c');
  await s.press('Control+Z');
  assert.equal(await value(s, FIELDS[0]), 'ab1 c');
  await edit(s, FIELDS[1]);
  await s.page.keyboard.type('一');
  await s.press('Enter');
  await s.page.keyboard.type('二');
  await s.settle();
  assert.equal(await value(s, FIELDS[1]), '一\n二');
});

test('copy, cut and paste between fields', async (s) => {
  await openFields(s);
  await s.role('textbox', '标题').fill('关于工作的通知');
  await edit(s, FIELDS[0]);
  await s.press('Control+A');
  await s.press('Control+C');
  await edit(s, FIELDS[2]);
  await s.press('Control+A');
  await s.press('Control+V');
  assert.equal(await value(s, FIELDS[2]), '关于工作的通知');
  await s.press('Control+A');
  await s.press('Control+X');
  assert.equal(await value(s, FIELDS[2]), '');
  await s.press('Control+V');
  await s.press('Control+V');
  assert.equal(await value(s, FIELDS[2]), '关于工作的通知关于工作的通知');
  await s.press('Control+Z');
  assert.equal(await value(s, FIELDS[2]), '关于工作的通知');
  await edit(s, FIELDS[1]);
  await s.press('Control+V');
  assert.equal(await value(s, FIELDS[1]), '关于工作的通知');
});

test('a field filled from outside, then typed into', async (s) => {
  await openFields(s);
  const title = s.role('textbox', '标题');
  await title.fill('请示');
  await s.settle();
  await title.pressSequentially('abc');
  await s.settle();
  assert.equal([...await title.inputValue()].sort().join(''), [...'请示abc'].sort().join(''));
  await title.fill('');
  await s.settle();
  assert.equal(await title.inputValue(), '');
});

test('the search completes: keys choose, Enter without a choice submits', async (s) => {
  const search = s.page.locator('#mirror input[aria-label="搜索"]');
  await search.click();
  await s.page.keyboard.type('x');
  await s.press('Backspace');
  await commit(s, '发文');
  await s.page.getByRole('option').first().waitFor();
  await s.checkDrawn();
  await s.shot('completions');
  await s.press('ArrowDown');
  await s.press('ArrowDown');
  await s.press('Enter');
  await s.page.getByText('以市政府办公室名义发文', { exact: true }).and(s.page.locator('[role=banner] *')).waitFor();
  await s.press('Enter');
  await s.page.getByText('全部结果：发文').waitFor();
  await search.fill('会议');
  await s.settle();
  await s.role('option', '会议纪要').click();
  await s.settle();
  assert.equal(await s.page.getByText('会议纪要', { exact: true }).and(s.page.locator('[role=banner] *')).count(), 1);
});
