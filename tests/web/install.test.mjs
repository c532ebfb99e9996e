// What an office installs: packs, years and local days are looked over first, and change nothing when something is wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, SITE, test } from './harness.mjs';

const wuxi = () => JSON.parse(readFileSync(join(SITE, 'assets/packs/wuxi-2022.json'), 'utf8'));

/** A file as the chooser hands it over. */
async function bring(s, name, text) {
  await s.reveal(s.role('button', '导入规则包或者日历'));
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '导入规则包或者日历').click()]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await s.page.getByText(`文件：${name}`).waitFor();
  await s.settle();
}

test('a pack with a mistake is refused with its line, place and reason, and changes nothing', { hash: '#/settings' }, async (s) => {
  const pack = wuxi();
  pack.matters[0].steps[0].role = 'nobody_at_all';
  await bring(s, '新规则.json', JSON.stringify(pack, null, 1));
  await s.page.getByText(/^✕ 第\d+行 \/matters\/0\/steps\/0\/role：/).waitFor();
  await s.page.getByText('文件未安装，现有规则和安排没有改变。').waitFor();
  assert.equal(await s.page.getByRole('button', { name: /^安装/ }).count(), 0);
  await s.checkDrawn();
  await s.shot('install-refused-1280x800');
  await s.click('button', '放弃安装');
  assert.equal(await s.page.getByText('文件：新规则.json').count(), 0);
});

test('a pack is looked over, shown as a difference, installed, used after a reload, and removed again', { hash: '#/settings' }, async (s) => {
  const pack = wuxi();
  const limit = pack.limits.find((l) => l.id === 'reply_to_consultation') || pack.limits.find((l) => l.n);
  limit.n += 5;
  pack.title = '无锡市人民政府工作规则（试行稿）';
  await bring(s, '无锡新稿.json', JSON.stringify(pack));
  await s.page.getByText(/^与现行规则包有\d+处不同：$/).waitFor({ timeout: 60000 });
  await s.page.getByText('未载入本市规则原文，无法核对。可先到“条文”载入。').waitFor();
  await s.checkDrawn();
  await s.shot('install-difference-1280x800');
  await s.pressAt(s.page.getByRole('button', { name: /^安装/ }));
  await s.page.getByText('已安装规则包“无锡市人民政府工作规则（试行稿）”。').first().waitFor();
  await s.page.waitForTimeout(600);
  await s.page.reload();
  await s.ready();
  await s.role('button', '移除规则包无锡').waitFor();
  await s.pressAt(s.role('button', '移除规则包无锡'));
  await s.page.waitForTimeout(600);
  await s.page.reload();
  await s.ready();
  assert.equal(await s.role('button', '移除规则包无锡').count(), 0);
});

test('a pack that contradicts itself is not installed', { hash: '#/settings' }, async (s) => {
  const pack = wuxi();
  const matter = pack.matters.find((m) => m.id === 'government_document');
  const [first, second] = matter.steps.filter((step) => step.after?.length).concat(matter.steps);
  second.after = [first.id];
  first.after = [...new Set([...(first.after || []), second.id])];
  await bring(s, '矛盾.json', JSON.stringify(pack));
  await s.page.getByText(/处错误$|：|^✕ /).first().waitFor();
  await s.page.waitForFunction(() => !document.getElementById('mirror').textContent.includes('正在核对…'), null, { timeout: 60000 });
  const install = s.page.getByRole('button', { name: /^安装/ });
  assert.ok(await install.count() === 0 || await install.isDisabled());
});

/** The pack with the one who decides there only where it is important. */
function undecided(id) {
  const pack = wuxi();
  pack.matters.find((m) => m.id === id).steps.find((step) => step.decides).when = { fact: 'important', is: true };
  return pack;
}
const counterexample = (s) => s.page.getByRole('link', { name: /^打开反例\d+$/ });
const answer = (s, question, choice) => s.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice, exact: true });

test('the counterexample of a finding opens in 签批链 with its facts, answered by the pack that is not installed', { hash: '#/settings' }, async (s) => {
  await bring(s, '缺签发.json', JSON.stringify(undecided('executive_minutes')));
  await s.page.getByText(/^✕ 事项“市政府常务会议纪要”：.*“是否重要”为否时。（\/matters\/\d+）$/).waitFor({ timeout: 60000 });
  await s.checkDrawn();
  await s.shot('install-counterexample-1280x800');
  await s.pressAt(counterexample(s));
  await s.role('heading', '市政府常务会议纪要').waitFor();
  await s.page.getByText('按拟安装的规则包作答，尚未安装').waitFor();
  await s.page.getByText(/^事项“市政府常务会议纪要”：.*“是否重要”为否时。/).waitFor();
  assert.ok(await answer(s, /重要/, '否').isChecked());
  assert.equal(await s.role('button', '据此自查').count(), 0);
  await s.checkDrawn();
  await s.shot('counterexample-1280x800');
  await s.click('link', '设置');
  await s.page.getByText('文件：缺签发.json').waitFor();
  assert.ok(await s.page.getByRole('button', { name: /^安装/ }).isDisabled());
  await s.click('link', '签批链');
  await s.role('button', '据此自查').waitFor();
  assert.equal(await s.page.getByText('按拟安装的规则包作答，尚未安装').count(), 0);
});

test('an installed pack is checked when asked, and its counterexample opens in 签批链', { hash: '#/settings' }, async (s) => {
  await s.pressAt(s.role('button', '核查规则包江门'));
  await s.page.getByText('没有缺漏和矛盾').waitFor({ timeout: 60000 });
  assert.equal(await counterexample(s).count(), 0);
  await bring(s, '提请市委.json', JSON.stringify(undecided('party_committee_submission')));
  await s.page.getByText(/^与现行规则包有\d+处不同：$/).waitFor({ timeout: 60000 });
  await s.pressAt(s.page.getByRole('button', { name: /^安装/ }));
  await s.pressAt(s.role('button', '核查规则包无锡'));
  await s.page.getByText(/^! 事项“提请市委审议的文件或事项”：.*“是否重要”为否时。/).waitFor({ timeout: 60000 });
  await s.checkDrawn();
  await s.pressAt(counterexample(s));
  await s.role('heading', '提请市委审议的文件或事项').waitFor();
  await s.page.getByText('核查发现').waitFor();
  assert.ok(await answer(s, /重要/, '否').isChecked());
  await s.role('button', '据此自查').waitFor();
  assert.equal(new URL(s.page.url()).hash, '#/route/wuxi-2022/party_committee_submission?important=no');
});

test('a year of holidays is installed and decides the dates of 时限', { hash: '#/settings' }, async (s) => {
  const year = { format: 1, year: 2027, notices: [{ number: '试发〔2026〕1号', title: '2027年节假日安排' }],
    days_off: [{ date: '2027-01-01', holiday: '元旦', notice: 0 }, { date: '2027-01-04', holiday: '元旦', notice: 0 }], make_up: [{ date: '2027-01-09', for: '元旦', notice: 0 }] };
  await bring(s, '2027.json', JSON.stringify(year));
  await s.page.getByText('2027年1月4日（周一）：放假（元旦）').waitFor();
  await s.pressAt(s.role('button', '安装2027年节假日安排'));
  await s.page.getByText('已安装2027年节假日安排。').first().waitFor();
  await s.click('link', '时限');
  await s.fill('起算日期', '2027-01-01');
  await s.fill('天数', '5');
  // Counted by hand: 5, 6, 7, 8 January and the make-up Saturday, 9 January.
  await s.page.getByText(/2027年1月9日/).first().waitFor();
});
