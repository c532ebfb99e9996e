// What the page does for the application: records, links, files, the clipboard.
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const record = (s) => s.page.evaluate(() => new Promise((done) => {
  const open = indexedDB.open('signroute');
  open.onsuccess = () => {
    const get = open.result.transaction('cases').objectStore('cases').get('甲');
    get.onsuccess = () => { open.result.close(); done(get.result ? get.result.value : null); };
  };
}));

test('a record is on disk within half a second and there after a reload', async (s) => {
  await s.click('button', '存');
  await pause(400);
  const saved = await record(s);
  assert.match(saved, /^值/);
  await s.page.getByText('已保存 甲').waitFor();
  await s.page.reload();
  await s.ready();
  await s.page.getByText(`记录：cases/甲=${saved}`).waitFor();
});

test('a record changed in one tab reaches the other', async (s) => {
  const other = await s.context.newPage();
  await other.goto(`${s.server.url}#/gallery`);
  await other.waitForFunction(() => window.signroute?.loop.frames > 2);
  await s.page.getByText('另有页面打开').waitFor();
  await s.click('button', '存');
  await other.getByText(/记录：cases\/甲=值/).waitFor();
});

test('a newer version of the application wins: the older page stops saving and says so', async (s) => {
  await s.page.evaluate(() => new Promise((done) => {
    const open = indexedDB.open('signroute', 99);
    open.onsuccess = () => { open.result.close(); done(); };
  }));
  await s.page.getByText('另有新版本页面，本页不再保存').waitFor();
  await s.click('button', '存');
  await pause(500);
  assert.equal(await record(s), null);
  await s.page.reload();
  await s.ready();
  await s.page.getByText('另有新版本页面，本页不再保存').waitFor();
});

test('a newer version that comes while the records are being read is told as what it is', { before: () => {
  const open = IDBFactory.prototype.open;
  let first = true;
  IDBFactory.prototype.open = function (name, ...rest) {
    const request = open.call(this, name, ...rest);
    if (first) request.addEventListener('success', () => { open.call(this, name, 99).onsuccess = (e) => e.target.result.close(); });
    first = false;
    return request;
  };
} }, async (s) => {
  await s.page.getByText('另有新版本页面，本页不再保存').waitFor();
  await s.click('button', '存');
  await pause(500);
  assert.equal(await record(s), null);
});

test('a browser without storage is reported, and every save says that it failed', { before: () => {
  Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error('已禁用'); } } });
} }, async (s) => {
  await s.page.getByText('未能保存：已禁用').waitFor();
  await s.click('button', '存');
  await s.page.getByText('未能保存：已禁用').waitFor();
});

test('a write that fails is reported', async (s) => {
  await s.page.evaluate(() => {
    IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await s.click('button', '存');
  await s.page.getByText('未能保存：浏览器分配的存储空间已满').waitFor();
});

test('links lead to addresses, and back and forward are told', async (s) => {
  await s.click('link', '第五十条第二款');
  assert.match(s.page.url(), /#\/gallery\/50$/);
  await s.page.goBack();
  await s.page.getByText('地址：#/gallery').waitFor();
  await s.page.goForward();
  await s.page.getByText('地址：#/gallery/50').waitFor();
  await s.page.evaluate(() => { location.hash = '#/gallery/会议'; });
  await s.page.getByText('地址：#/gallery/会议').waitFor();
});

test('files are downloaded and opened, in the encodings of offices', async (s) => {
  const [download] = await Promise.all([s.page.waitForEvent('download'), s.role('button', '下载').click()]);
  assert.equal(download.suggestedFilename(), '清单.csv');
  assert.equal(readFileSync(await download.path(), 'utf8'), '甲,乙\n');
  const open = async (bytes) => {
    const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.role('button', '打开文件').click()]);
    await chooser.setFiles({ name: '规则.txt', mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  };
  await open('第一条');
  await s.page.getByText('文件：规则.txt，条文，第一条').waitFor();
  await open([0xb5, 0xda, 0xb6, 0xfe, 0xcc, 0xf5]);             // 第二条 in GBK
  await s.page.getByText('文件：规则.txt，条文，第二条').waitFor();
  await s.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['第三条'], '拖入.txt'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await s.page.getByText('文件：拖入.txt，drop，第三条').waitFor();
});

test('a button copies without the clipboard interface', async (s) => {
  await s.click('button', '复制链接');
  await s.page.getByText('已复制', { exact: true }).waitFor();
});

test('where nothing can be kept, no room is fetched over what was entered', {
  hash: '#/check',
  before: () => { Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error('已禁用'); } } }); },
}, async (s) => {
  await s.page.getByRole('button', { name: '新建案卷' }).first().click();
  await s.settle();
  await s.fill('案卷名称', '没有存下');
  await s.page.evaluate(() => { location.hash = '#/training'; });
  await s.page.getByText('请先到“案卷”备份').first().waitFor();
  await s.page.goBack();
  await s.settle();
  assert.equal(await s.role('textbox', '案卷名称').inputValue(), '没有存下');
});
