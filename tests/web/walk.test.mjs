// The main walk: a case is made, a planned route is checked, and the case is there tomorrow.
import { test } from './harness.mjs';

const field = (page, name) => page.getByRole('searchbox', { name }).or(page.getByRole('combobox', { name })).or(page.getByRole('textbox', { name })).first();

test('a planned route is checked by its clause, mended, and still there after a reload', { hash: '#/cases', painted: true }, async (s) => {
  const { page } = s;
  await page.getByRole('button', { name: '新建案卷' }).first().click();
  await field(page, '事项').click();
  await page.keyboard.type('红头文件');
  await s.settle();
  await page.keyboard.press('Enter');
  await field(page, '添加步骤').click();
  await page.keyboard.type('市长签发');
  await s.settle();
  await page.keyboard.press('Enter');
  await page.getByText('缺少“秘书长审核”。').first().waitFor();
  await page.getByText('缺少“副市长审核”。').first().waitFor();
  await page.getByText(/^不能报送：2处错误/).first().waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  await s.ready();
  await page.getByText('缺少“秘书长审核”。').first().waitFor();
  await s.shot('check-1280x800');
  await page.getByRole('button', { name: '补齐' }).click();
  await page.getByRole('button', { name: '采用' }).click();
  await page.getByText(/^尚不能断定/).first().waitFor();
});
