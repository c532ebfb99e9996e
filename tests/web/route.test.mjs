// 签批链: a matter is found, its facts answered, its chain read, and the address keeps all of it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, test } from './harness.mjs';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../assets');
const json = (path) => JSON.parse(readFileSync(join(assets, path), 'utf8'));
const DOCUMENT = '#/route/wuxi-2022/government_document';

const figure = (s) => s.role('figure', '签批链：以市政府名义发文');
const steps = async (s) => (await figure(s).getByRole('button').allTextContents()).map((t) => t.split('，').slice(0, 2).join(''));
const answer = (s, question, choice) => s.role('radiogroup', question).getByRole('radio', { name: choice, exact: true });
const NORMATIVE = '是否属于行政规范性文件？';

test('an everyday word finds the matter, and its chain is the one of 第五十条第一款', { hash: '#/route' }, async (s) => {
  await s.choose('城市', '无锡');
  await s.fill('查找事项', '红头文件');
  const matter = s.role('treeitem', '以市政府名义发文');
  await matter.click();
  await s.settle();
  assert.equal(await matter.getAttribute('aria-selected'), 'true');
  await s.role('heading', '以市政府名义发文').waitFor();
  await answer(s, NORMATIVE, '否').click();
  await s.settle();
  assert.deepEqual(await steps(s), ['副市长审核', '秘书长审核', '市长签发'], 'both review, then the mayor signs off');
  for (const name of ['副市长，审核，应当，第五十条第一款，次序原文未定', '秘书长，审核，应当，第五十条第一款，次序原文未定', '市长，签发，应当，最终环节，第五十条第一款']) {
    assert.equal(await figure(s).getByRole('button', { name, exact: true }).count(), 1, name);
  }
  assert.ok(await s.checkDrawn() > 30);
  await s.shot('route-1280x800');
});

test('while it is not known whether the document is normative, the three steps of 第五十二条 stand with a question', { hash: DOCUMENT }, async (s) => {
  const open = figure(s).getByRole('button', { name: /待答后确定/ });
  assert.deepEqual((await open.allTextContents()).map((t) => t.split('，').slice(0, 4).join('，')), [
    '起草部门，合法性审核，待答后确定，第五十二条', '市政府办公室，转送 → 市司法局，待答后确定，第五十二条', '市司法局，合法性审核，待答后确定，第五十二条']);
  const sign = await open.first().boundingBox();
  assert.ok((await s.canvasUnder({ x: sign.x + sign.width - 30, y: sign.y + 6, width: 20, height: 20 })).colours > 2, 'the mark ? is drawn');
  await answer(s, NORMATIVE, '是').click();
  await s.settle();
  assert.equal(await open.count(), 0);
  assert.equal(await figure(s).getByRole('button', { name: /^市司法局，合法性审核，应当/ }).count(), 1);
});

test('a press on a card of the canvas opens the same details as a press on the mirrored card', { hash: DOCUMENT }, async (s) => {
  const mayor = figure(s).getByRole('button', { name: /^市长，签发/ });
  const details = s.role('group', '环节详情');
  await s.pressAt(mayor);
  await details.getByRole('heading', { name: '市长　签发' }).waitFor();
  await details.getByText('凡本事项都适用').waitFor();
  const shown = await details.evaluate((e) => e.innerText);
  await s.click('button', '收起环节详情');
  assert.equal(await details.count(), 0);
  await s.activate(mayor);
  assert.equal(await details.evaluate((e) => e.innerText), shown);
  await s.pressAt(details.getByRole('link', { name: '第五十条第一款' }));
  await s.settle();
  await s.role('heading', '第五十条').waitFor();
});

test('back, forward and a reload keep the matter and what was answered', { hash: DOCUMENT }, async (s) => {
  await answer(s, NORMATIVE, '否').click();
  await s.settle();
  assert.match(s.page.url(), /#\/route\/wuxi-2022\/government_document\?is_normative=no$/);
  await s.click('treeitem', '公布命令');
  await s.role('heading', '公布命令').waitFor();
  await s.page.goBack();
  await s.role('heading', '以市政府名义发文').waitFor();
  assert.ok(await answer(s, NORMATIVE, '否').isChecked());
  assert.equal((await steps(s)).length, 3);
  await s.page.goForward();
  await s.role('heading', '公布命令').waitFor();
  await s.page.goBack();
  await s.page.reload();
  await s.ready();
  assert.ok(await answer(s, NORMATIVE, '否').isChecked());
  await s.click('button', '清除已答的全部情形');
  assert.match(s.page.url(), /government_document$/);
});

test('with what was answered a case is made', { hash: `${DOCUMENT}?is_normative=no` }, async (s) => {
  await s.click('button', '据此自查');
  assert.match(s.page.url(), /#\/check\//);
  await s.role('button', '更换事项').waitFor();
  assert.ok(await answer(s, NORMATIVE, '否').isChecked());
});

test('a meeting shows who makes it up, who must be present and what it decides, each with its clause', { hash: '#/route/wuxi-2022/executive_meeting' }, async (s) => {
  const table = s.role('table', '会议要素');
  const row = table.getByRole('row').filter({ hasText: '到会人数' });
  await row.getByText('出席人数应超过应到人数的半数。').waitFor();     // 第四十条第一款
  await row.getByRole('link', { name: '第四十条第一款' }).waitFor();
  assert.equal(await s.role('tab', /^会议要素 \d+$/, { selected: true, exact: false }).count(), 1);
  await s.checkDrawn();
  await s.follow('#/route/wuxi-2022/government_document');
  await s.role('tab', /^前置条件/, { exact: false }).waitFor();
  assert.equal(await s.role('tab', /^会议要素/, { exact: false }).count(), 0);
});

test('the list opens where the matter lies and shows it, and each matter begins at its top', { hash: DOCUMENT }, async (s) => {
  await s.page.mouse.move(900, 600);
  await s.page.mouse.wheel(0, 900);
  await s.settle();
  const title = (name) => s.role('main', '签批链').getByRole('heading', { name, level: 1 });
  assert.ok((await title('以市政府名义发文').boundingBox()).y < 0, 'scrolled away');
  await s.follow('#/route/wuxi-2022/vice_mayor_travel');
  assert.ok((await title('副市长外出').boundingBox()).y > 48);
  const item = await s.role('treeitem', '副市长外出', { selected: true }).boundingBox();
  assert.ok(item.y > 48 && item.y + item.height < 800, `at ${item.y}`);
});

test('many clauses leave the main action beside the title', { hash: '#/route/jiangyin-2022/government_normative_document' }, async (s) => {
  const title = await s.role('heading', '市政府规范性文件').boundingBox();
  const action = await s.role('button', '据此自查').boundingBox();
  assert.ok(Math.abs(action.y + action.height / 2 - title.y - title.height / 2) < 12);
});

test('where a step that decides differs by reading, nobody is told that the text names no signer', { hash: '#/route/jiangmen-2023/government_document' }, async (s) => {
  await s.page.getByText(/^原文有2处各有2种读法，答案不同/).waitFor();
  assert.ok((await steps(s)).includes('市长签发'), 'the mayor signs, whatever the reading');
  assert.equal(await s.page.getByText('由谁决定、签发：原文未规定').count(), 0);
  await s.follow('#/route/liyang/government_document?is_normative=no');
  await s.page.getByText('由谁决定、签发：原文未规定').waitFor();
});

test('readings of several places are a list: the one to plan by, and what is read otherwise in one place', { hash: '#/route/kunshan-2017/government_document' }, async (s) => {
  await s.click('combobox', '读法');
  const options = await s.page.getByRole('option').allTextContents();
  assert.equal(options.length, 5, 'what they share, the one to plan by, one more of the first place and two of the second');
  assert.ok(options.some((o) => o.includes('只有一处不同：由主要负责此项工作的一位分管副市长审核。')), String(options));
  await s.pressAt(s.page.getByRole('option', { name: '各处都按稳妥的读法' }));
  await s.role('main', '签批链').getByText('依据', { exact: true }).waitFor();
  await s.role('main', '签批链').getByRole('link', { name: '第五十一条第二款' }).or(s.role('main', '签批链').getByRole('link', { name: '第五十一条' })).first().waitFor();
});

// Where each card stands, from the left and from the top.
const places = (s, title) => s.role('figure', `签批链：${title}`).getByRole('button').evaluateAll((es) => es.map((e) => {
  const r = e.getBoundingClientRect();
  return { name: e.getAttribute('aria-label') || e.textContent, x: Math.round(r.x), y: r.y, right: r.right, bottom: r.bottom };
}));

test('what belongs to one stage stands in one column, and no line runs between its cards', { hash: '#/route/liyang/request_to_government', width: 1920, height: 1080 }, async (s) => {
  const columns = new Map();
  for (const card of await places(s, '报送市政府的请示')) columns.set(card.x, [...(columns.get(card.x) ?? []), card]);
  assert.deepEqual([...columns.values()].map((c) => c.length), [1, 1, 5, 1, 3, 3], 'a column for each stage');
  const single = [...columns.values()].filter((c) => c.length === 1).map((c) => c[0].y);
  assert.equal(new Set(single).size, 1, 'single cards begin at one height');
  let gaps = 0;
  for (const cards of columns.values()) {
    for (let i = 1; i < cards.length; ++i, ++gaps) {
      const { x, right, bottom } = cards[i - 1];
      assert.equal((await s.canvasUnder({ x: x + 2, y: bottom + 3, width: right - x - 4, height: cards[i].y - bottom - 6 })).colours, 1, cards[i].name);
    }
  }
  assert.equal(gaps, 8);
  // 第四十八条: all of the countersigning follows the consultation, and the report all of it: one line into the frame, one out.
  const group = [...columns.values()][2], lead = group[0].x - 22;
  for (const card of group) {
    assert.equal((await s.canvasUnder({ x: lead, y: card.y + 4, width: 6, height: card.bottom - card.y - 8 })).colours, 1, `beside ${card.name}`);
  }
});

test('a card that no line leads to says that the text leaves its order open; open questions are counted on it', { hash: '#/route/kunshan-2017/government_document' }, async (s) => {
  const cards = (await places(s, '以市政府名义发文')).map((c) => c.name);
  assert.ok(cards.some((n) => /^市政府办公室，核稿，应当，第五十一条，次序原文未定/.test(n)), cards.join('\n'));
  assert.ok(cards.some((n) => /^市长，签发，.*待答\d项/.test(n)));
  for (const n of cards) assert.doesNotMatch(n, /等\d项/, 'no list of them on a card');
});

const main = (s) => s.role('main', '签批链');

test('one question that splits the chain stands above the picture, and stays there once it is answered', { hash: '#/route/kunshan-2017/forwarded_document' }, async (s) => {
  const question = s.page.getByRole('radiogroup', { name: '由市政府批转，还是由市政府办公室转发？' }).or(s.page.getByRole('combobox', { name: '由市政府批转，还是由市政府办公室转发？' }));
  const figure = s.role('figure', '签批链：批转、转发部门文件');
  assert.equal(await question.count(), 1, 'asked once');
  const above = async () => (await question.boundingBox()).y < (await figure.boundingBox()).y;
  assert.ok(await above());
  const before = await figure.getByRole('button').count();
  await s.follow('#/route/kunshan-2017/forwarded_document?issued_in_name_of=government');
  assert.ok(await above(), 'it does not move');
  assert.ok(await figure.getByRole('button').count() < before);
});

test('where every card waits for an answer none bears a mark; what it waits for is said in the words of the question', { hash: '#/route/wuxi-2022/request_to_government' }, async (s) => {
  const cards = s.role('figure', '签批链：报送市政府的请示').getByRole('button');
  for (const name of await cards.allTextContents()) assert.match(name, /待答后确定/);
  const first = await cards.first().boundingBox();
  assert.equal((await s.canvasUnder({ x: first.x + first.width - 32, y: first.y + 8, width: 24, height: 18 })).colours, 1, 'no ?');
  assert.match(await cards.first().textContent(), /如涉及其他部门的职责/);
  // The picture wraps: nothing runs from the end of a line of cards to the beginning of the next.
  const all = await places(s, '报送市政府的请示');
  const left = Math.min(...all.map((c) => c.x)), next = all.findIndex((c) => c.x === left && c.y > first.y + 200);
  assert.ok(next > 0);
  await s.reveal(cards.nth(next));
  const box = await cards.nth(next).boundingBox();
  assert.equal((await s.canvasUnder({ x: box.x + 20, y: box.y - 34, width: 300, height: 22 })).colours, 1, 'no line between the lines of cards');
});

test('two readings say what they are; the chosen one is the cautious one, and clauses stand in one order', { hash: '#/route/jiangyin-2022/government_normative_document' }, async (s) => {
  const readings = s.role('radiogroup', '读法').getByRole('radio');
  assert.equal(await readings.count(), 3);
  await s.role('radiogroup', '读法').getByRole('radio', { name: /^读法二·稳妥：.*办公室主任和分管副市长都审核。$/, checked: true }).waitFor();
  await s.activate(readings.nth(1));
  assert.ok(!(await s.role('figure', '签批链：市政府规范性文件').getByRole('button').allTextContents()).some((n) => n.startsWith('分管副市长，审核，应当')));
  const links = (await main(s).getByRole('link', { name: /第.+条/ }).allTextContents());
  const own = links.slice(0, links.findIndex((l) => l.startsWith('议事规则')));
  assert.deepEqual(own.slice(0, 3), ['第十六条', '第二十二条', '第二十六条'], links.join());
});

test('of a meeting its elements come first; who was there is asked where it is checked', { hash: '#/route/jiangyin-2022/executive_meeting' }, async (s) => {
  const table = await s.role('table', '会议要素').boundingBox(), questions = await s.role('heading', '情形').boundingBox();
  assert.ok(table.y < 560 && table.y < questions.y, `at ${table.y}`);
  assert.equal(await s.role('checkbox', '市长').count(), 0);
  await s.click('button', /^核对时用到的情形/, { exact: false });
  assert.equal(await s.role('checkbox', '市长').count(), 1);
});

test('a short chain has the questions at its right on a large screen, and the search of the list stays', { hash: '#/route/liyang/government_document', width: 1920, height: 1080 }, async (s) => {
  const figure = await s.role('figure', '签批链：以市政府名义发文').boundingBox(), questions = await s.role('heading', '情形').boundingBox();
  assert.ok(questions.x > figure.x + 600 && questions.y < 400, `${questions.x}, ${questions.y}`);
  await s.page.mouse.move(200, 600);
  await s.page.mouse.wheel(0, 1500);
  await s.settle();
  const search = await s.role('textbox', '查找事项').boundingBox();
  assert.ok(search.y > 48 && search.y < 120, `at ${search.y}`);
});

test('without a chain nothing is said of its questions, and what is open is counted once', { hash: '#/route/jiangyin-2022/mayor_office_meeting' }, async (s) => {
  await s.page.getByText('原文对本事项没有规定由谁逐级办理').first().waitFor();
  for (const words of ['影响签批链', '下图']) assert.equal(await s.page.getByText(words).count(), 0, words);
  await s.follow('#/route/liyang/request_to_government');
  assert.equal(await s.role('main', '签批链').getByText(/\d+项未答/).count(), 1);
  assert.equal(await s.role('button', '清除已答的全部情形').count(), 0, 'nothing is answered');
});

const EVERY = process.env.SIGNROUTE_LONG ? 1 : 4;  // all of them take minutes
const shared = new Map(json('catalogue.json').matters.map((m) => [m.id, m.title]));
for (const pack of readdirSync(join(assets, 'packs')).filter((f) => f.endsWith('.json')).map((f) => json(`packs/${f}`))) {
  test(`matters of ${pack.city} open each with its title and something drawn`, { hash: '#/route', width: 960, height: 320 }, async (s) => {
    const wrong = [];
    for (const matter of pack.matters.filter((_, i) => i % EVERY === 0)) {
      await s.follow(`#/route/${pack.id}/${matter.id}`);
      const title = matter.title || shared.get(matter.id);
      const heading = s.role('main', '签批链').getByRole('heading', { name: title, level: 1, exact: true });
      await heading.waitFor({ timeout: 20000 }).catch(() => {});   // a city's pack is fetched first; what stands there otherwise is told below
      await s.settle();
      const { said, box } = await s.page.evaluate(() => {
        const main = document.querySelector('#mirror [role=main][aria-label=签批链]');
        const { x, y, width, height } = main.getBoundingClientRect();
        return { said: main.querySelector('[role=heading][aria-level="1"], h1').textContent, box: { x, y, width, height } };
      });
      if (said !== title) wrong.push(`${matter.id}: ${said}, not ${title}`);
      if ((await s.canvasUnder({ ...box, height: Math.min(box.height, 240) })).colours < 8) wrong.push(`${matter.id}: nothing drawn`);
    }
    assert.deepEqual(wrong, []);
  });
}

test('the chain looks right on a large screen', { hash: DOCUMENT, width: 1920, height: 1080 }, async (s) => {
  assert.ok(await s.checkDrawn() > 50);
  await s.shot('route-1920x1080');
});

test('why a step is there: what it rests on, and the case in which it would not be', { hash: '#/route/wuxi-2022/government_document?is_normative=yes' }, async (s) => {
  await s.activate(s.page.getByRole('button', { name: /^市司法局，/ }).first());
  await s.activate(s.page.getByRole('button', { name: /^为什么：市司法局/ }));
  const panel = s.page.getByRole('group', { name: /^为什么：市司法局/ });
  await panel.getByText('结论：应当办理（市司法局）。依据下列情形和条款即足以得出，缺一不可：').waitFor();
  await panel.getByText(/规范性文件：是/).first().waitFor();
  assert.deepEqual(await panel.getByRole('link').allTextContents(), ['第五十二条'], 'the clause that it rests on, to be read there');
  await s.checkDrawn();
  await s.shot('why-1280x800');
  await s.activate(panel.getByRole('button', { name: /^看那种情形/ }));
  assert.match(await s.page.evaluate(() => location.hash), /is_normative=no/);
  assert.equal(await panel.count(), 0, 'it was about the case as it was');
  assert.equal(await s.page.getByRole('button', { name: /^市司法局，合法性审查，应当办理/ }).count(), 0);
});
