// For pages that ask and draw nothing: one script, then `await signroute.ready`, then signroute.answer(…) (README.md).
(function (sr) {
  'use strict';
  const here = new URL('.', document.currentScript.src).href;

  function script(path) {
    return new Promise((done, failed) => {
      const element = document.createElement('script');
      element.src = here + path;
      element.onload = done;
      element.onerror = () => failed(new Error(`文件 ${path} 未能取得。`));
      document.head.appendChild(element);
    });
  }

  async function start() {
    await Promise.all(['unpack.js', 'assets.js', 'module.js', '../answer.js'].map(script));
    const index = sr.assets.text('assets/index.json');
    index.catch(() => {});                                        // heard of below, when the module is there
    sr.module = await signroute_module({ wasmBinary: await sr.assets.program('answer') });
    sr.feed('assets/index.json', await index);
    const { packs = [], calendars = [] } = JSON.parse(await index);
    for (const path of ['catalogue.json', ...packs, ...calendars].map((name) => `assets/${name}`)) {
      sr.feed(path, await sr.assets.text(path));
    }
  }

  sr.ready = start();
})((window.signroute = window.signroute || {}));
