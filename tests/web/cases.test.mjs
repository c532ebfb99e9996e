// 案卷: made, renamed, copied, taken out and in, deleted; all of it there after a reload.
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const rows = (s) => s.role('table', '案卷').getByRole('row');
const titles = (s) => s.role('table', '案卷').getByRole('row').getByRole('link').allTextContents();
const box = (s, name) => s.page.locator(`#mirror input[aria-label="${name}"]`);
/** What the list says of how the case stands. */
const said = (s, title) => rows(s).filter({ hasText: title }).getByRole('cell').nth(1).textContent();
const saved = (s) => s.page.waitForTimeout(500);

async function toCases(s) {
  await s.click('link', '案卷');
  await s.role('heading', '案卷').waitFor();
}

/** A case of 红头文件 with the mayor's signature alone: two reviews of 第五十条第一款 are missing. */
async function make(s, title) {
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  for (const [name, text] of [['事项', '红头文件'], ['添加步骤', '市长签发']]) {
    await box(s, name).click();
    await s.page.keyboard.type(text);
    await s.settle();
    await s.press('Enter');
  }
  await s.fill('案卷名称', title);
  await toCases(s);
}

async function download(s, button) {
  const [file] = await Promise.all([s.page.waitForEvent('download'), s.role('button', button).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function bring(s, name, text) {
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '导入案卷').click()]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await s.page.waitForTimeout(300);
  await s.settle();
}

test('a case is made, renamed and listed with its verdict, and is there after a reload', { hash: '#/cases' }, async (s) => {
  await s.page.getByText('还没有案卷').waitFor();
  await make(s, '防汛通知');
  assert.deepEqual(await titles(s), ['防汛通知']);
  const row = rows(s).filter({ hasText: '防汛通知' });
  assert.match(await said(s, '防汛通知'), /^不能报送2处错误/);
  await row.getByText('以市政府名义发文', { exact: true }).waitFor();
  await s.checkDrawn();
  await s.shot('cases-1280x800');
  await saved(s);
  await s.page.reload();
  await s.ready();
  assert.deepEqual(await titles(s), ['防汛通知']);
  assert.match(await said(s, '防汛通知'), /^不能报送2处错误/);
});

test('new cases of one matter and day have names of their own, the time of the last change, and one line each', { hash: '#/cases' }, async (s) => {
  for (let i = 0; i < 2; ++i) {
    await s.page.getByRole('button', { name: '新建案卷' }).first().click();
    await s.settle();
    await box(s, '事项').click();
    await s.page.keyboard.type('红头文件');
    await s.settle();
    await s.press('Enter');
    await toCases(s);
  }
  const [second, first] = await titles(s);
  assert.match(first, /^无锡 以市政府名义发文 \d{4}-\d\d-\d\d$/);
  assert.equal(second, `${first}（2）`);
  const row = rows(s).filter({ hasText: '（2）' });
  await row.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
  await make(s, '防汛通知');
  const box1 = await rows(s).filter({ hasText: '防汛通知' }).boundingBox();
  assert.ok(box1.height <= 49, `${box1.height}`);
});

test('the list says of a case what the case says, questions that are open too', { hash: '#/cases' }, async (s) => {
  await make(s, '防汛通知');
  const listed = await said(s, '防汛通知');
  await s.pressAt(s.role('link', '防汛通知'));
  const there = await s.verdict(/^不能报送/).textContent();
  assert.match(there, /项情形未答$/);
  assert.equal(listed, there.replace('：', ''));
});

test('the verdict follows the case: once mended it is another', { hash: '#/cases' }, async (s) => {
  await make(s, '防汛通知');
  await s.pressAt(s.role('link', '防汛通知'));
  await s.click('button', '补齐');
  await s.role('button', '采用').waitFor();
  await s.click('button', '采用');
  await toCases(s);
  assert.match(await said(s, '防汛通知'), /^尚不能断定.*\d+(处待确认|项情形未答)/);
});

test('a copy is a case of its own', { hash: '#/cases' }, async (s) => {
  await make(s, '防汛通知');
  await s.pressAt(s.role('button', '复制“防汛通知”'));
  assert.equal(await box(s, '案卷名称').inputValue(), '防汛通知（副本）');
  await s.fill('案卷名称', '抗旱通知');
  await toCases(s);
  assert.deepEqual((await titles(s)).sort(), ['抗旱通知', '防汛通知'].sort());
  await s.fill('筛选案卷', '抗旱');
  assert.deepEqual(await titles(s), ['抗旱通知']);
  await s.fill('筛选案卷', '没有的');
  await s.page.getByText('没有符合“没有的”的案卷。').waitFor();
});

test('deleting asks first; cancelled nothing is lost, confirmed it is gone for good', { hash: '#/cases' }, async (s) => {
  await make(s, '防汛通知');
  await s.activate(s.role('button', '删除“防汛通知”'));
  const dialog = s.role('dialog', '删除案卷');
  await dialog.getByText('将从本机删除“防汛通知”，删除后不能恢复。').waitFor();
  await s.checkDrawn();
  await s.click('button', '取消删除');
  assert.deepEqual(await titles(s), ['防汛通知']);
  await s.pressAt(s.role('button', '删除“防汛通知”'));
  await s.click('button', '确认删除');
  await s.page.getByText('还没有案卷').waitFor();
  await saved(s);
  await s.page.reload();
  await s.ready();
  await s.page.getByText('还没有案卷').waitFor();
});

test('a case goes out as a file and comes in again as it was', { hash: '#/cases' }, async (s) => {
  await make(s, '防汛/通知');
  const out = await download(s, '导出“防汛/通知”');
  assert.equal(out.name, '防汛_通知.json');
  assert.equal(JSON.parse(out.text).title, '防汛/通知');
  await s.click('button', '删除“防汛/通知”');
  await s.click('button', '确认删除');
  await bring(s, out.name, out.text);
  await s.page.getByText('已导入1件案卷。').first().waitFor();
  assert.match(await said(s, '防汛/通知'), /^不能报送2处错误/);
});

test('a backup holds every case, and what is none is said and changes nothing', { hash: '#/cases' }, async (s) => {
  await make(s, '甲');
  await make(s, '乙');
  const { name, text } = await download(s, '备份全部');
  assert.match(name, /^签批向导案卷备份\d{4}-\d\d-\d\d\.jsonl$/);
  assert.deepEqual(text.trim().split('\n').map((line) => JSON.parse(line).title).sort(), ['乙', '甲'].sort());
  await bring(s, '别的.json', '{"a":1}');
  await s.page.getByText(/“别的\.json”第1行/).first().waitFor();
  assert.equal((await titles(s)).length, 2);
  await bring(s, name, text);
  assert.equal((await titles(s)).length, 4);
});

test('the list looks right on a large screen', { hash: '#/cases', width: 1920, height: 1080 }, async (s) => {
  await make(s, '关于做好2025年度汛期城市内涝防治和应急值守工作的通知');
  await make(s, '乙');
  await s.checkDrawn();
  await s.shot('cases-1920x1080');
});
