// Loads the module and starts everything, saying on the page what is being done.
(function (sr) {
  'use strict';
  const $ = (id) => document.getElementById(id);

  function fail(why) {
    $('loading').hidden = true;
    $('failure').hidden = false;
    $('failure-why').textContent = why;
  }

  const say = (what) => { $('loading').textContent = what; };

  function show() {
    $('stage').hidden = false;
    const mac = /Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0;
    if (!sr.module._sr_start(mac)) {
      $('stage').hidden = true;
      $('loading').hidden = true;
      $('no-webgl').hidden = false;
      return;
    }
    $('before').hidden = true;
    for (const part of [sr.mirror, sr.textField, sr.clipboard, sr.keyboard, sr.files, sr.links]) part.start();
    sr.loop.start();
    sr.store.start();
  }

  async function start() {
    if (typeof WebAssembly !== 'object') return fail('此浏览器不支持 WebAssembly，请使用 Chromium 86 或更新版本内核的浏览器。');
    if (typeof signroute_module !== 'function') return fail('文件 signroute.js 未能取得。');
    say('正在下载程序和规则……');
    sr.assets.text('assets/index.json').catch(() => {});          // the data comes meanwhile; whoever needs it hears of failures
    const wasmBinary = await sr.assets.program(await sr.rooms.program(), say);
    say('正在启动……');
    sr.module = await signroute_module({ wasmBinary, glyphs: sr.glyphs });
    show();
  }

  sr.ready = start().catch((error) => fail(error.message));
})((window.signroute = window.signroute || {}));
