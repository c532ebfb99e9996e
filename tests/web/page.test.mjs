// The page itself: how it arrives, rests, follows the window, and fails.
import { assert, SITE, Session, test } from './harness.mjs';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serveSite } from './server.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

test('the page draws Chinese with the fonts of the browser, and the mirror names what is drawn', async (s) => {
  await s.role('heading', '以市政府名义发文').waitFor();
  assert.ok(await s.checkDrawn() > 20);
  await s.shot('gallery-1280');
});

test('it looks right on a large screen', { width: 1920, height: 1080 }, async (s) => {
  assert.ok(await s.checkDrawn() > 20);
  await s.click('tab', '路线图');
  await s.shot('gallery-route-1920');
});

// What a server sends that packs everything as servers usually do, or leaves alone what gains nothing by it.
const sent = (file) => Math.min(gzipSync(readFileSync(file), { level: 6 }).length, statSync(file).size);

test('a cold load takes at most 400 KB, gzip, and wasm needs no media type', { hash: null }, async (s) => {
  const server = await serveSite(SITE);
  s.server = server;
  await s.goto('#/');
  await server.close();
  const sizes = server.requests.map(({ name }) => [name, sent(join(SITE, name))]);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  for (const [name, bytes] of [...sizes, ['', total]].sort((a, b) => b[1] - a[1])) console.log(`    ${String(bytes).padStart(7)} ${name}`);
  assert.deepEqual(server.requests.filter((r) => r.status !== 200), []);
  assert.ok(total <= 400 * 1024, `${total} bytes`);
});

test('the page says what it is doing while it loads', { hash: null }, async (s) => {
  await s.page.addInitScript(() => {
    window.said = [];
    new MutationObserver(() => {
      const text = document.getElementById('loading')?.textContent;
      if (text && said[said.length - 1] !== text) said.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await s.goto('#/');
  assert.deepEqual(await s.page.evaluate(() => said), ['正在载入……', '正在下载程序和规则……', '正在解压程序……', '正在启动……']);
});

/** A copy of the site in which `change` altered something. */
async function changedSite(s, change, work) {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(SITE, site, { recursive: true });
  await change(site);
  const server = await serveSite(site);
  s.server = server;
  try {
    await work(server);
  } finally {
    await server.close();
    rmSync(site, { recursive: true });
  }
}

const rewrite = (file, change) => writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));

test('without the archive that the list names, the data files are read as they lie there', { hash: null }, async (s) => {
  await changedSite(s, (site) => {
    rewrite(join(site, 'assets/index.json'), ({ packed, ...rest }) => rest);
    rewrite(join(site, 'assets/packs/wuxi-2022.json'), (pack) => ({ ...pack, city: '试点市' }));
  }, async () => {
    await s.goto('#/');
    await s.goto('#/settings');
    await s.page.getByRole('cell', { name: '试点市' }).first().waitFor();
  });
});

test('a pack that an office adds to the list is there beside the packed ones', { hash: null }, async (s) => {
  await changedSite(s, (site) => {
    rewrite(join(site, 'assets/index.json'), (index) => ({ ...index, packs: [...index.packs, 'packs/own.json'] }));
    const own = JSON.parse(readFileSync(join(site, 'assets/packs/wuxi-2022.json'), 'utf8'));
    writeFileSync(join(site, 'assets/packs/own.json'), JSON.stringify({ ...own, id: 'own', city: '试点市' }));
  }, async () => {
    await s.goto('#/');
    await s.goto('#/settings');
    await s.page.getByRole('cell', { name: '试点市' }).first().waitFor();
    await s.page.getByRole('cell', { name: '无锡' }).first().waitFor();
  });
});

test('a room that a first visit does without is fetched when it is opened, and what was just typed is kept', { hash: '#/check' }, async (s) => {
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  assert.ok(!await s.page.evaluate(() => [...document.scripts].some((e) => e.src.includes('signroute_all'))));
  await s.fill('案卷名称', '对照以前');
  await s.role('link', '对照').or(s.role('button', '对照')).or(s.role('tab', '对照')).first().click();
  await s.role('heading', '对照').waitFor({ timeout: 60000 });
  assert.ok(await s.page.evaluate(() => [...document.scripts].some((e) => e.src.includes('signroute_all'))));
  await s.page.goBack();
  assert.equal(await s.role('textbox', '案卷名称').inputValue(), '对照以前');
});

test('the city that came by a link is still the city there', { hash: '#/route/kunshan-2017/letter' }, async (s) => {
  await s.page.evaluate(() => { location.hash = '#/compare'; });
  await s.role('heading', '对照').or(s.role('heading', '请选择城市')).waitFor({ timeout: 60000 });
  assert.match(await s.role('combobox', '城市').textContent(), /昆山/);
});

test('where such a room is not to be had, that is said, and the rest goes on', { hash: null }, async (s) => {
  await changedSite(s, (site) => rmSync(join(site, 'signroute_all.bin')), async () => {
    await s.goto('#/route');
    s.page.removeAllListeners('console');                     // the browser reports the missing file there
    await s.page.evaluate(() => { location.hash = '#/compare'; });
    await s.page.getByText('文件 signroute_all.bin 未能取得（404）。').waitFor();
    await s.page.goBack();
    await s.role('heading', '选择要办理的事项').waitFor();
  });
});

test('all rooms end at one edge on a large screen', { hash: '#/route/wuxi-2022/government_document', width: 1920, height: 1080 }, async (s) => {
  for (const hash of ['#/route/wuxi-2022/government_document', '#/deadline/wuxi-2022?start=2025-01-23', '#/training', '#/compare', '#/statute/wuxi-2022', '#/cases', '#/settings']) {
    if (!s.page.url().endsWith(hash)) await s.follow(hash);
    const right = await s.page.locator('#mirror [role=main] [data-id]').evaluateAll((es) => Math.max(...es.filter((e) => e.getAttribute('role') !== 'scrollbar').map((e) => e.getBoundingClientRect().right)));
    assert.ok(right <= 1777, `${hash}: ${right}`);
  }
});

test('nothing is drawn while nothing happens', async (s) => {
  await s.page.mouse.move(600, 300);
  await s.settle();
  await pause(1500);                                        // a tooltip may have been waiting
  const before = await s.frames;
  await pause(4000);
  assert.equal(await s.frames, before);
});

test('not even while a field is being edited', async (s) => {
  await s.role('combobox', '搜索').or(s.role('searchbox', '搜索')).click();
  await s.settle();
  const before = await s.frames;
  await pause(3000);
  assert.equal(await s.frames, before);
});

test('the canvas follows the window and the density of the screen', async (s) => {
  const size = () => s.page.evaluate(() => { const c = document.getElementById('canvas'); return [c.width, c.height]; });
  assert.deepEqual(await size(), [1280, 800]);
  await s.page.setViewportSize({ width: 900, height: 640 });
  await pause(300);
  assert.deepEqual(await size(), [900, 640]);
  await s.checkDrawn();
  await (await s.cdp()).send('Emulation.setDeviceMetricsOverride', { width: 900, height: 640, deviceScaleFactor: 1.5, mobile: false });
  await pause(300);
  await s.page.mouse.move(300, 300);
  await s.settle();
  assert.deepEqual(await size(), [1350, 960]);
  await s.checkDrawn();
});

test('text is sharp at twice the density', { density: 2, width: 900, height: 640 }, async (s) => {
  assert.deepEqual(await s.page.evaluate(() => [canvas.width, canvas.height]), [1800, 1280]);
  await s.checkDrawn();
  await s.shot('density-2');
});

test('a lost graphics context is restored with all that was drawn', async (s) => {
  await s.page.evaluate(() => { window.lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context'); lose.loseContext(); });
  await pause(200);
  await s.page.evaluate(() => lose.restoreContext());
  await pause(400);
  await s.settle();
  assert.ok(await s.checkDrawn() > 20);
  await s.click('button', '检查');
  await s.page.getByText('已检查1次').waitFor();
});

test('a larger text size keeps everything in its place', async (s) => {
  await s.click('link', '设置');
  assert.ok(await s.checkDrawn() > 20);
  await s.shot('text-125');
});

test('without WebGL the page says what is missing', { hash: null, before: () => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); };
} }, async (s) => {
  await s.page.goto(s.server.url);
  await s.page.getByRole('heading', { name: '此浏览器不能显示本程序' }).waitFor();
  await s.page.getByText('WebGL 2').waitFor();
});

test('a site with a file missing says which', { hash: null }, async (s) => {
  await changedSite(s, (site) => rmSync(join(site, 'signroute.bin')), async (server) => {
    await s.page.goto(server.url);
    await s.page.getByText('文件 signroute.bin 未能取得（404）').waitFor();
  });
  s.problems = [];
});

test('a site with a file that came only in part says so', { hash: null }, async (s) => {
  await changedSite(s, (site) => {
    const file = join(site, 'signroute.bin');
    writeFileSync(file, readFileSync(file).subarray(0, 100_000));
  }, async (server) => {
    await s.page.goto(server.url);
    await s.page.getByText('文件 signroute.bin 未能解压：压缩文件已损坏。').waitFor();
  });
});

test('touch taps and scrolls', { touch: true, width: 420, height: 800 }, async (s) => {
  await s.role('link', '时限').tap();
  await s.settle();
  assert.equal(await s.role('link', '时限').getAttribute('aria-current'), 'page');
});
