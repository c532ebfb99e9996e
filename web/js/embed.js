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
    await Promise.all(['unpack.js', 'assets.js', 'module.js', 'contract.js'].map(script));
    const ask = await sr.contract();
    /**
     * One request of the machine contract. `request` is JSON text or a value; `pack` is used where it names none.
     * Answers {status, text}: what the command line would exit with and print.
     */
    sr.answer = (verb, request = '', pack = '') => ask(verb, typeof request === 'string' ? request : JSON.stringify(request), pack);
  }

  sr.ready = start();
})((window.signroute = window.signroute || {}));
