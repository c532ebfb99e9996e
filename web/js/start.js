// Loads the module as bytes (a web server need not know its media type) and starts everything.
(function (sr) {
  'use strict';
  const $ = (id) => document.getElementById(id);

  function fail(why) {
    $('loading').hidden = true;
    $('failure').hidden = false;
    $('failure-why').textContent = why;
  }

  function bytes(path) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open('GET', path);
      request.responseType = 'arraybuffer';
      request.onload = () => {
        const ok = request.status === 200 || (request.status === 0 && request.response);
        if (ok) done(request.response);
        else failed(new Error(`文件 ${path} 未能取得（${request.status}）。`));
      };
      request.onerror = () => failed(new Error(`文件 ${path} 未能取得，网络不通或文件不在。`));
      request.send();
    });
  }

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
    const wasmBinary = await bytes('signroute.wasm');
    sr.module = await signroute_module({ wasmBinary, glyphs: sr.glyphs });
    show();
  }

  sr.ready = start().catch((error) => fail(error.message));
})((window.signroute = window.signroute || {}));
