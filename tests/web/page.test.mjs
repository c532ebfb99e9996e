// The page itself: how it arrives, rests, and follows the window.
import { assert, test } from './harness.mjs';

test('the page draws Chinese with the fonts of the browser, and the mirror names what is drawn', async (s) => {
  await s.role('heading', '以市政府名义发文').waitFor();
  assert.ok(await s.checkDrawn() > 3);
  await s.shot('first');
});

test('a press through the mirror reaches the application', async (s) => {
  await s.click('button', '检查');
  await s.page.getByText('已检查1次').waitFor();
});
