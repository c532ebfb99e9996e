// 设置: the size of the text, what is installed, and clearing this computer.
import { assert, test } from './harness.mjs';

const height = (s, role, name) => s.role(role, name).evaluate((e) => e.getBoundingClientRect().height);

test('a larger text makes everything larger, and stays after a reload', { hash: '#/settings' }, async (s) => {
  const button = await height(s, 'button', '清除本机数据');
  const heading = await height(s, 'heading', '设置');
  await s.pressAt(s.role('radio', '大'));
  assert.ok(Math.abs(await height(s, 'button', '清除本机数据') / button - 1.25) < 0.05);
  assert.ok(Math.abs(await height(s, 'heading', '设置') / heading - 1.25) < 0.05);
  await s.page.waitForTimeout(500);
  await s.page.reload();
  await s.ready();
  assert.ok(await s.role('radio', '大').isChecked());
  assert.ok(Math.abs(await height(s, 'button', '清除本机数据') / button - 1.25) < 0.05);
  await s.activate(s.role('radio', '特大'));
  assert.ok(Math.abs(await height(s, 'heading', '设置') / heading - 2) < 0.05);
  await s.checkDrawn();
  await s.shot('settings-200');
});

for (const size of ['大', '更大', '特大']) {
  test(`every room is drawn with the text size ${size}`, { hash: '#/settings' }, async (s) => {
    await s.click('radio', size);
    for (const room of ['签批链', '时限', '自查', '条文', '案卷']) {
      await s.click('link', room);
      assert.ok(await s.checkDrawn() > 8, room);
    }
  });
}

test('what is installed is said with its dates', { hash: '#/settings' }, async (s) => {
  const row = s.role('table', '规则包').getByRole('row').filter({ hasText: '无锡市人民政府工作规则' });
  await row.getByText('锡政发〔2022〕10号').waitFor();
  await s.page.getByText(/^已安装2010年至2026年。/).waitFor();
  await s.pressAt(s.page.getByRole('button', { name: /^各年通知文号 17$/ }));
  await s.settle();
  await s.role('table', '节假日安排').getByRole('row').filter({ hasText: '2025' }).getByText('国办发明电〔2024〕12号', { exact: true }).waitFor();
  await s.checkDrawn();
  await s.shot('settings-1280x800');
});

test('clearing asks first, and then nothing is left: neither cases nor settings, nor after a reload', { hash: '#/settings', width: 1920, height: 1080 }, async (s) => {
  await s.click('radio', '大');
  await s.click('link', '案卷');
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  await s.fill('案卷名称', '防汛通知');
  await s.click('link', '设置');
  await s.shot('settings-1920x1080');
  await s.pressAt(s.role('button', '清除本机数据'));
  await s.role('dialog', '清除本机数据').waitFor();
  await s.click('button', '取消清除');
  await s.click('link', '案卷');
  await s.role('link', '防汛通知').waitFor();
  await s.click('link', '设置');
  await s.click('button', '清除本机数据');
  await s.activate(s.role('button', '确认清除'));
  await s.page.getByText('本机保存的案卷、练习记录、原文和设置已全部清除。').first().waitFor();
  for (let i = 0; i < 2; i++) {
    await s.click('link', '案卷');
    await s.page.getByText('还没有案卷').waitFor();
    await s.click('link', '设置');
    assert.ok(await s.role('radio', '标准').isChecked());
    await s.page.waitForTimeout(500);
    await s.page.reload();
    await s.ready();
  }
});
