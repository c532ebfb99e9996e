// 对照: cities side by side, and the case that shows a difference; and the first question, which city.
import { assert, test } from './harness.mjs';

const mirror = (s) => s.page.locator('#mirror');

test('a first visit asks for the city before it answers anything, and remembers it', { hash: null }, async (s) => {
  await s.page.goto(`${s.server.url}#/route/`);
  await s.role('heading', '请选择城市').waitFor();
  for (const city of ['江阴', '溧阳', '无锡', '江门', '昆山']) await s.role('button', city).waitFor();
  await s.checkDrawn();
  await s.shot('first-visit-1280x800');
  await s.chooseCity('昆山');
  assert.match(s.page.url(), /#\/route\/kunshan-2017$/);
  await s.page.waitForTimeout(500);
  await s.page.goto(`${s.server.url}#/cases`);
  await s.page.reload();
  await s.ready();
  assert.equal(await s.role('heading', '请选择城市').count(), 0);
  await s.role('combobox', '城市').filter({ hasText: '昆山' }).or(s.role('combobox', '城市')).first().waitFor();
  assert.match(await mirror(s).textContent(), /昆山/);
});

test('all matters are shown at a glance, five cities as columns, and lead to one of them', { hash: '#/compare' }, async (s) => {
  await s.page.getByRole('columnheader', { name: '江阴' }).first().waitFor({ timeout: 60000 });
  for (const city of ['江门', '昆山', '溧阳', '无锡']) assert.ok(await s.page.getByRole('columnheader', { name: city }).count() > 0, city);
  const topics = await s.role('main', '对照').getByRole('heading', { level: 3 }).allTextContents();
  assert.deepEqual(topics.slice(0, 2), ['公文制发', '报送公文'], 'as in the list of matters');
  await s.checkDrawn();
  await s.shot('compare-all-1280x800');
  await s.fill('查找事项', '红头文件');
  await s.click('link', '以市政府名义发文');
  await s.role('heading', '对照：以市政府名义发文').waitFor();
  await s.page.getByText(/^共\d+项，\d+项不同$/).waitFor({ timeout: 60000 });
  assert.match(s.page.url(), /#\/compare\/government_document$/);
  await s.page.goBack();
  await s.role('heading', '对照').waitFor();
});

test('two cities differ where their texts do: minutes of the executive meeting', { hash: '#/compare/executive_minutes?packs=wuxi-2022,kunshan-2017', width: 1920, height: 1080 }, async (s) => {
  const table = s.role('table', '签批步骤');
  await table.waitFor({ timeout: 60000 });
  // 无锡 第五十条: the secretary-general reviews; 昆山 第四十五条: the director of the office. One row says both.
  const row = table.getByRole('row').filter({ hasText: '秘书长审核' }).first();
  assert.equal(await row.getByText('不同').count(), 0, 'every row differs: it is not said again');
  await s.click('checkbox', '只看不同');
  await row.getByText('不同').waitFor();
  await row.getByText('市政府办公室主任审核').first().waitFor();
  await row.getByRole('link', { name: '无锡第五十条第二款' }).waitFor();
  await s.checkDrawn();
  await s.shot('compare-1920x1080');
  await s.pressAt(row.getByRole('link', { name: '无锡第五十条第二款' }));
  await s.settle();
  assert.match(s.page.url(), /#\/statute\/wuxi-2022\/50$/);
});

test('with one city there is nothing to compare, and it is said', { hash: '#/compare/letter?packs=wuxi-2022,liyang' }, async (s) => {
  await s.page.getByText(/^共\d+项，\d+项不同$/).waitFor({ timeout: 60000 });
  await s.click('checkbox', '溧阳');
  await s.page.getByText('请至少选择两个城市').first().waitFor();
  await s.click('checkbox', '江阴');
  await s.page.getByText(/^共\d+项，\d+项不同$/).waitFor({ timeout: 60000 });
});

test('the case that shows a difference is opened from the first column, once for each city; that all regulate it is no row', { hash: '#/compare/letter' }, async (s) => {
  await s.page.getByText(/^共\d+项，\d+项不同$/).waitFor({ timeout: 60000 });
  assert.equal(await s.role('heading', '是否规定').count(), 0);
  assert.equal(await s.page.getByText('打开此情形', { exact: true }).count(), 0, 'in no cell');
  const link = s.page.getByRole('link', { name: /^在.+打开：/ }).first();
  const table = await s.page.getByRole('table').first().boundingBox(), at = await link.boundingBox();
  assert.ok(at.x + at.width <= table.x + 168, 'in the first column');
  const city = (await link.getAttribute('aria-label') ?? await link.textContent()).match(/^在(.+)打开/)[1];
  await s.activate(link);
  assert.match(s.page.url(), /#\/route\/.+\/letter/);
  await s.role('combobox', '城市').filter({ hasText: city }).or(s.role('combobox', '城市')).first().waitFor();
});

test('where nothing differs it is said, and what both say is shown', { hash: '#/compare/department_consultation?packs=wuxi-2022,liyang' }, async (s) => {
  await s.page.getByText(/^共\d+项，0项不同$/).waitFor({ timeout: 60000 });
  await s.page.getByText('两市规定相同').first().waitFor();
  assert.ok(await s.page.getByText('相同', { exact: true }).count() > 0);
  assert.ok(await s.page.getByRole('row').count() > 1);
  await s.checkDrawn();
});

test('an address with a matter that there is not says so', { hash: '#/compare/consultation' }, async (s) => {
  await s.page.getByText('没有这个事项').first().waitFor({ timeout: 60000 });
  assert.equal(await s.page.getByText('正在对照').count(), 0);
  await s.click('link', '全部事项');
  await s.page.getByRole('columnheader', { name: '江阴' }).first().waitFor({ timeout: 60000 });
});
