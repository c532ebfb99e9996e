// What the browser tests share: a browser, a page on the served site, and ways to look at the canvas under the mirror.
import { strict as assert } from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from './server.mjs';

export { assert };
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SITE = process.env.SIGNROUTE_SITE || join(root, 'build/web/site');
const SHOTS = join(root, 'build/shots');

const FLAGS = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing'];  // without a graphics card, a third less work

export const tests = [];
/** Registers a test; its name is a sentence. `options` go to openPage; `body` gets a Session. */
export function test(name, options, body) {
  if (typeof options === 'function') tests.push({ name, options: {}, body: options });
  else tests.push({ name, options, body });
}

/** A server for one session: its pages are an origin of its own, with a database of its own. */

const PROFILE = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, hasTouch: false, locale: 'zh-CN', acceptDownloads: true };

// A browser with a profile whose pages most sessions share. They run in one process, and what it compiled once, for a page
// that stays open, it does not compile again: half of a page's cost.
class Browser {
  static async launch() {
    const b = new Browser();
    b.browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: FLAGS,
      env: { ...process.env, LC_ALL: 'C.UTF-8' } });  // else it takes no Chinese name for a file
    b.profile = await b.browser.newContext(PROFILE);
    for (const hash of ['#/route', '#/plan']) {
      const s = new Session();
      s.server = await serveSite(SITE);
      s.page = await b.profile.newPage();
      await s.goto(hash);
      await s.server.close();
    }
    b.kept = b.profile.pages();
    return b;
  }

  /** The shared profile, or where the device is another, one of its own. */
  async profileFor(device) {
    const shared = Object.entries(device).every(([key, value]) => PROFILE[key] === value);
    return shared ? this.profile : this.browser.newContext({ ...PROFILE, ...device });
  }

  async leave(profile) {
    if (profile !== this.profile) return profile.close();
    for (const page of profile.pages().filter((p) => !this.kept.includes(p))) await page.close();
  }
}

const browsers = new AsyncLocalStorage();
/** What `body` opens, it opens in a browser of its own: tests that run beside each other share no clipboard and no focus. */
export async function inBrowser(body) {
  if (!existsSync(join(SITE, 'signroute.bin'))) throw new Error(`${SITE} is missing: sh .ci/build.sh web`);
  const browser = await Browser.launch();
  try {
    return await browsers.run(browser, body);
  } finally {
    await browser.browser.close();
  }
}

// Without a graphics card painting is most of a test's work: a frame that nobody looks at is worked out, and not painted.
function paintWhatIsLookedAt() {
  const paints = WebGL2RenderingContext.prototype;
  for (const name of ['clear', 'drawElements']) {
    const paint = paints[name];
    paints[name] = function (...args) { if (window.lookedAt) paint.apply(this, args); };
  }
}

/** One page of the application, at an address of its own. `painted`: every frame, as a reader's browser does. */
export class Session {
  static async open({ width = 1280, height = 800, density = 1, hash = '#/gallery', touch = false, before = null, painted = false } = {}) {
    const s = new Session();
    s.browser = browsers.getStore();
    s.server = s.ownServer = await serveSite(SITE);
    s.context = await s.browser.profileFor({ deviceScaleFactor: density, hasTouch: touch });
    s.page = await s.context.newPage();
    await s.page.setViewportSize({ width, height });
    s.problems = [];
    s.page.on('pageerror', (e) => s.problems.push(e.message));
    s.page.on('console', (m) => { if (m.type() === 'error') s.problems.push(m.text()); });
    s.page.on('request', (r) => { if (!/^(http:\/\/127\.0\.0\.1|data:|blob:|about:)/.test(r.url())) s.problems.push(`request to ${r.url()}`); });
    if (!painted) await s.page.addInitScript(paintWhatIsLookedAt);
    if (before) await s.page.addInitScript(before);
    if (hash !== null) await s.goto(hash);
    return s;
  }

  async goto(hash = '') {
    await this.page.goto(this.server.url + hash);
    await this.ready();
  }

  async ready() {
    await this.settle();
    if (await this.role('heading', '请选择城市').count()) await this.chooseCity('无锡');
  }

  /** On a first visit. */
  async chooseCity(city) {
    await this.role('button', city).click();
    await this.role('combobox', '城市').waitFor();
    await this.settle();
  }

  /** Until everything is there and it stands still; the page may start again meanwhile, to fetch a room. */
  async settle() {
    this.settled = (this.settled ?? 0) + 1;
    await this.page.waitForFunction((n) => {
      const { loop } = window.signroute ?? {};
      const stands = loop?.frames > 2 && loop.idle() && !/正在载入规则包|正在打开…/.test(document.getElementById('mirror').textContent);
      const still = window.still;
      if (stands && still?.n === n && still.frames === loop.frames) return performance.now() - still.since >= 20;
      window.still = stands ? { n, frames: loop.frames, since: performance.now() } : null;
      return false;
    }, this.settled, { polling: 10, timeout: 60000 });
  }

  /** Goes to an address of the application as a link does; ends once the application was told and stands still. */
  async follow(hash) {
    await this.page.evaluate((hash) => new Promise((done) => {
      addEventListener('hashchange', () => done(), { once: true });
      location.hash = hash;
    }), hash);
    await this.settle();
  }

  get frames() { return this.page.evaluate(() => signroute.loop.frames); }
  /** The one line that says how it stands. */
  verdict(text) { return this.page.locator('#mirror [role=status]', { hasText: typeof text === 'string' ? new RegExp(`^${text.replace(/[.*+?()|[\]{}^$\\]/g, '\\$&')}$`) : text }); }
  role(role, name, options = {}) { return this.page.getByRole(role, { name, exact: true, ...options }); }

  async click(role, name, options) {
    const item = this.role(role, name, options);
    await this.reveal(item);
    await item.click();
    await this.settle();
  }

  /** Scrolls to it, and waits until it is drawn there: a press in the meantime would meet what stood there before. */
  async reveal(locator) {
    await locator.scrollIntoViewIfNeeded();
    await this.settle();
  }

  /** Presses the middle of an element's box on the canvas, as a hand with a mouse does. */
  async pressAt(locator) {
    await this.reveal(locator);
    const box = await locator.boundingBox();
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await this.settle();
  }

  /** Presses the mirrored element itself, as a screen reader does. */
  async activate(locator) {
    await locator.evaluate((e) => e.click());
    await this.settle();
  }

  async fill(name, text) {
    await this.role('textbox', name).fill(text);
    await this.settle();
  }

  async choose(list, option) {
    await this.click('combobox', list);
    await this.click('option', option);
  }

  async press(key) {
    await this.page.keyboard.press(key);
    await this.settle();
  }

  /** Types through an input method: what is composed, then what is committed. */
  async compose(parts, text) {
    const devtools = await this.cdp();
    for (const part of parts) await devtools.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
    await devtools.send('Input.insertText', { text });
    await this.settle();
  }

  async cdp() { return (this.devtools ??= await this.context.newCDPSession(this.page)); }

  async shot(name) {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.evaluate(() => { window.lookedAt = true; window.signroute?.loop?.now(); });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
    await this.page.evaluate(() => { window.lookedAt = false; });
  }

  /** What the canvas shows in each box, as drawn now: [{colours: how many, share: of the commonest one}]. */
  async canvasUnderAll(boxes) {
    return this.page.evaluate((boxes) => {
      window.lookedAt = true;
      signroute.loop.now();                                   // the drawing buffer is read in the task that drew it
      window.lookedAt = false;
      const canvas = document.getElementById('canvas');
      const d = canvas.width / canvas.clientWidth;
      const copy = document.createElement('canvas');
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext('2d', { willReadFrequently: true });
      context.drawImage(canvas, 0, 0);
      return boxes.map(({ x, y, width, height }) => {
        const [w, h] = [Math.max(1, Math.round(width * d)), Math.max(1, Math.round(height * d))];
        const words = new Uint32Array(context.getImageData(Math.round(x * d), Math.round(y * d), w, h).data.buffer);
        const counts = new Map();
        for (const p of words) counts.set(p, (counts.get(p) || 0) + 1);
        return { colours: counts.size, share: Math.max(...counts.values()) / words.length };
      });
    }, boxes);
  }

  async canvasUnder(box) { return (await this.canvasUnderAll([box]))[0]; }

  /** Every mirrored item that is on the screen has something drawn under it. Returns how many were looked at. */
  async checkDrawn() {
    const boxes = await this.page.evaluate(() => {
      const out = [];
      for (const e of document.querySelectorAll('#mirror [data-id]')) {
        const text = e.children.length === 0 ? e.textContent : '';
        if (!text.trim() && !e.classList.contains('hit')) continue;
        const r = e.getBoundingClientRect();
        const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
        const clip = e.parentElement.closest('#mirror [data-id]')?.getBoundingClientRect() ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const inView = (a) => r.left >= a.left - 1 && r.top >= a.top - 1 && r.right <= a.right + 1 && r.bottom <= a.bottom + 1;
        if (r.width < 2 || r.height < 2 || !inView(clip) || !inView({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) continue;
        const hides = (r) => x >= r.left && x < r.right && y >= r.top && y < r.bottom;
        const over = [...document.querySelectorAll('#mirror .floating')].reverse().find((o) => hides(o.getBoundingClientRect()));
        if (over && !over.contains(e)) continue;              // behind something that floats
        out.push({ x: r.x, y: r.y, width: r.width, height: r.height, name: `${e.getAttribute('role')} ${e.getAttribute('aria-label') || text}` });
      }
      return out;
    });
    const shown = await this.canvasUnderAll(boxes);
    const blank = boxes.filter((box, i) => shown[i].colours < 2).map((box) => `${box.name} (${box.x}, ${box.y}, ${box.width}, ${box.height})`);
    assert.deepEqual(blank, [], 'mirrored items with nothing drawn under them');
    return boxes.length;
  }

  async close() {
    await this.leave();
    assert.deepEqual(this.problems, [], 'errors in the page');
  }

  async leave() {
    await this.browser.leave(this.context);
    await this.ownServer.close();
  }
}
