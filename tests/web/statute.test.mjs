// 条文: a text is brought in, searched, followed to the rules and back, and the rules are held against it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, test } from './harness.mjs';

// A text of our own with the number of articles that the pack names.
const article = (n) => (n === 50 ? '印章由专人保管，用印须在3个工作日内登记。' : `本条写第${n}件事。`);
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n) => (n < 10 ? digits[n] : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${digits[n % 10]}`);
const OWN = ['无锡市人民政府工作规则', '', '第一章  总则', ...Array.from({ length: 63 }, (_, i) => `第${numeral(i + 1)}条  ${article(i + 1)}`)].join('\n');

const seeds = process.env.SEEDS_DIR;
const official = () => {
  if (!seeds || !existsSync(seeds)) return null;
  return readdirSync(seeds).map((f) => readFileSync(join(seeds, f), 'utf8')).find((t) => /^无锡市人民政府工作规则\s*$/m.test(t)) || null;
};

async function load(s, text) {
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '载入原文文件').click()]);
  await chooser.setFiles({ name: '规则.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await s.role('textbox', '在原文中查找').waitFor();
  await s.settle();
}
const sheet = (s) => s.role('group', '原文');

/** With a text at hand the marks and the audit are folded away: a reader wants the text. */
async function audit(s) {
  if (!(await s.role('button', '逐句核对原文').count())) await s.click('button', '规则维护');
  await s.click('button', '逐句核对原文');
}

test('before a text is there, every clause has its block, its mark is in the legend, and a place waits for the text', { hash: '#/statute/wuxi-2022' }, async (s) => {
  const blocks = s.role('main', '条文').getByRole('link', { name: /^(第.+条|末句)：/ });
  assert.equal(await blocks.count(), 64, '63 articles and the closing sentence');
  const words = ['已编入规则', '须人工判断', '原则要求', '不在范围内'];
  const names = await blocks.allTextContents();
  for (const name of names) assert.ok(words.some((w) => name.endsWith(`：${w}`)), `${name} is blank`);
  for (const word of words) {
    const n = names.filter((name) => name.endsWith(word)).length;
    assert.equal(await s.page.getByText(new RegExp(`^${word} \\d+$`)).count(), n ? 1 : 0, word);
    if (n) await s.page.getByText(`${word} ${n}`, { exact: true }).waitFor();
  }
  await s.role('group', '载入原文').getByText('将原文文件拖到此处').waitFor();
  assert.ok(await s.checkDrawn() > 60);
  await s.shot('statute-overview-1280x800');
  await s.pressAt(s.role('link', names[49]));
  await s.role('heading', '第五十条').waitFor();
  await s.page.goBack();
  await s.activate(s.role('link', names[52]));
  await s.role('heading', '第五十三条').waitFor();
});

test('a text comes in by file, is found after a reload, and is taken out again', { hash: '#/statute/wuxi-2022/50' }, async (s) => {
  await load(s, OWN);
  await sheet(s).getByText('第五十条 印章由专人保管，用印须在3个工作日内登记。').or(sheet(s).getByText(/印章由专人保管/)).first().waitFor();
  await s.checkDrawn();
  await s.page.waitForTimeout(500);
  await s.page.reload();
  await s.ready();
  await sheet(s).getByText(/印章由专人保管/).waitFor();
  await s.click('button', '移除原文');
  await s.role('button', '载入原文文件').waitFor();
  assert.equal(await sheet(s).count(), 0);
});

test('once a text is there the overview goes on with all of it, and its numbered items begin a line each', { hash: '#/statute/wuxi-2022' }, async (s) => {
  await load(s, OWN.replace('本条写第7件事。', '有下列事项：1.第一件。2.第二件，费用1.5万元。'));
  const main = s.role('main', '条文');
  await main.getByText(/印章由专人保管/).first().waitFor();
  await main.getByText(/本条写第63件事/).first().waitFor();
  const chapter = await main.getByRole('heading', { name: /^第一章\s+总则$/ }).boundingBox(), first = main.getByText('本条写第1件事。', { exact: true });
  assert.ok(chapter.y < (await main.getByRole('link', { name: '第一条', exact: true }).boundingBox()).y, 'the chapter stands before its first article');
  assert.equal(await first.count(), 1, 'the number of the article stands in its link alone');
  assert.equal(await main.getByRole('link', { name: /^第.+条：/ }).count(), 0, 'the marks are folded away');
  assert.ok((await main.getByRole('link', { name: '第一条', exact: true }).boundingBox()).y < 300, 'the text is what one sees first');
  const items = main.getByText(/有下列事项/);
  assert.equal(await items.first().evaluate((e) => (e.getAttribute('aria-label') || e.textContent).split('\n').length), 3);
  await s.activate(main.getByRole('link', { name: '第六十三条', exact: true }));
  await s.role('heading', '第六十三条').waitFor();
});

test('a text comes in by dropping its file on the page', { hash: '#/statute/wuxi-2022/50' }, async (s) => {
  await s.page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '规则.txt', { type: 'text/plain' }));
    document.getElementById('mirror').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, OWN);
  await sheet(s).getByText(/印章由专人保管/).waitFor();
});

test('a text comes in by pasting it', { hash: '#/statute/wuxi-2022/50' }, async (s) => {
  await s.click('button', '粘贴原文');
  const take = s.role('button', '载入粘贴的原文');
  assert.equal(await take.getAttribute('aria-disabled'), 'true');
  await s.fill('规则原文', OWN);
  await s.pressAt(take);
  await sheet(s).getByText(/印章由专人保管/).waitFor();
});

test('what is no text of rules is said to be none', { hash: '#/statute/wuxi-2022' }, async (s) => {
  await s.click('button', '粘贴原文');
  await s.fill('规则原文', '会议改期，请相互转告。');
  await s.click('button', '载入粘贴的原文');
  await s.page.getByText('原文未能读出').waitFor();
});

test('words are searched for in the text, and a hit leads to its clause', { hash: '#/statute/wuxi-2022' }, async (s) => {
  await load(s, OWN);
  await s.fill('在原文中查找', '印章');
  await s.page.getByText('“印章”共1处').waitFor();
  await s.role('main', '条文').getByText('印章', { exact: true }).waitFor();   // by itself: it is marked
  await s.pressAt(s.role('main', '条文').getByRole('link', { name: '第五十条' }));
  await s.fill('在原文中查找', '');
  await s.role('heading', '第五十条').waitFor();
  await s.fill('在原文中查找', '本条写');
  await s.page.getByText('“本条写”共62处').waitFor();
});

test('a clause that the rules do not have is said to be none', { hash: '#/statute/jiangmen-2023/50' }, async (s) => {
  await s.role('heading', '本市规则没有第五十条').waitFor();        // 江门 has 45
  assert.equal(await s.role('treeitem', '第四十五条').count(), 1);
});

test('from a clause to the matter that rests on it, and back', { hash: '#/statute/wuxi-2022/50' }, async (s) => {
  await s.role('table', '以市政府名义发文').getByRole('row').filter({ hasText: '由市长签发。' }).first().waitFor();
  await s.pressAt(s.role('main', '条文').getByRole('link', { name: '以市政府名义发文', exact: true }).first());
  await s.role('figure', '签批链：以市政府名义发文').waitFor();
  await s.pressAt(s.role('main', '签批链').getByRole('link', { name: '第五十条第一款' }).first());
  await s.role('heading', '第五十条').waitFor();
  assert.equal(await s.role('treeitem', '第五十条', { selected: true }).count(), 1);
  await s.shot('statute-clause-1280x800');
});

// 溧阳 第三十二条: “12345” is a figure that needs no rule, which only the audit wants to know; why nothing is taken from an article is for all.
test('what the maintainers noted of figures is not shown, and why an article is not taken is', { hash: '#/statute/liyang/32' }, async (s) => {
  await s.role('heading', '第三十二条').waitFor();
  assert.equal(await s.page.getByText(/不是数额/).count(), 0);
  assert.equal(await s.role('cell', '处理').count(), 0);
  await s.click('treeitem', '第三条');
  await s.role('cell', '未编入').first().waitFor();
});

test('an audit of another text says clause by clause what differs', { hash: '#/statute/wuxi-2022' }, async (s) => {
  await load(s, OWN);
  await audit(s);
  await s.verdict(/^规则包与原文有\d+处不符$/).waitFor({ timeout: 60000 });
  await s.page.getByText('原文写有“3个工作日”，规则包没有取用').waitFor();
  assert.ok(await s.page.getByText('规则包所写“市长”，原文此处没有').count() > 0);
  const fifty = s.role('main', '条文').getByRole('link', { name: /^第五十条：与原文不符/ });
  await s.pressAt(fifty);
  await s.role('heading', '第五十条').waitFor();
});

test('the pack holds against the official text, and one figure changed in it is found', { hash: '#/statute/wuxi-2022', width: 1920, height: 1080 }, async (s) => {
  const text = official();
  if (!text) return console.log('    no official text at hand (SEEDS_DIR)');
  await load(s, text);
  await audit(s);
  await s.verdict('规则包与原文逐句相符').waitFor({ timeout: 60000 });
  await s.checkDrawn();
  await s.shot('statute-audit-1920x1080');
  await s.click('button', '移除原文');
  await load(s, text.replace('一般应当在7个工作日内', '一般应当在9个工作日内'));
  await audit(s);
  await s.verdict(/^规则包与原文有\d+处不符$/).waitFor({ timeout: 60000 });
  await s.page.getByText(/^原文写有“9个工作日/).first().waitFor();
  assert.equal(await s.role('main', '条文').getByRole('link', { name: /^第.+条：(.*，)?与原文不符/ }).count(), 1, 'in one article alone');
});
