// 自查: what comes from a document, however it is put in, and the words that stand in the plan afterwards.
import { box, newCase, pasteRoute } from './check_case.mjs';
import { assert, test } from './harness.mjs';

const TABLE = ['序号\t办理人\t动作\t日期', '1\t市发改委\t起草\t2026-11-09', '2\t市司法局\t合法性审核\t2026-11-18', '3\t市长\t签发\t2026-11-20'].join('\r\n');
const focused = (s) => s.page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

async function paste(s, text) {
  await s.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await s.settle();
}

for (const [how, enter] of [
  ['pressed on the canvas', async (s) => {
    const at = await box(s, '添加步骤').boundingBox();
    await s.page.mouse.click(at.x + 60, at.y + at.height / 2);
  }],
  ['reached by the keyboard', (s) => box(s, '添加步骤').focus()],
]) {
  test(`a table that is pasted is a step a row, with its day, where the field was ${how}`, { hash: '#/check' }, async (s) => {
    await newCase(s);
    await enter(s);
    await s.settle();
    await paste(s, TABLE);
    const steps = await s.page.locator('#mirror input[aria-label^="第"]').evaluateAll((es) => es.map((e) => `${e.getAttribute('aria-label')}=${e.value}`));
    assert.deepEqual(steps, ['第1步=市发改委起草', '第1步日期=2026-11-09', '第2步=市司法局合法性审核', '第2步日期=2026-11-18', '第3步=市长签发', '第3步日期=2026-11-20']);
  });
}

test('what is put into a plan bears the word of the clause, and 补齐 leads to what takes it', { hash: '#/check' }, async (s) => {
  await s.choose('城市', '江门');
  await newCase(s, '请示件');
  await pasteRoute(s, '部门报送市政府→市政府办公室审核');
  await s.click('button', '补齐');
  await s.role('button', '采用').waitFor();
  await s.settle();
  assert.equal(await focused(s), '采用');
  await s.click('button', '采用');
  const words = await s.page.locator('#mirror input[aria-label^="第"]').evaluateAll((es) => es.map((e) => e.value));
  assert.ok(words.includes('市政府办公室提出办理意见'), `江门第三十条的用语：${words}`);
});
