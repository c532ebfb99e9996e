// Calls into the WebAssembly module, and the numbers that both sides share.
(function (sr) {
  'use strict';
  const numbered = (names) => Object.fromEntries(names.split(' ').map((name, i) => [name, i]));

  // InputEvent::Kind and PlatformReport::Kind of shell/ports.h, in their order.
  sr.INPUT = numbered('move leave press release wheel keyDown keyUp text paste window activate focus setValue scroll');
  sr.REPORT = numbered('storeRecord storeReady storeFailed storeSaved storeOutdated address asset assetFailed file ' +
    'fileFailed copied copyFailed printFailed onlineElsewhere audited auditFailed');

  sr.module = null;

  // Hands `use` the addresses of the strings as UTF-8; they are freed when it returns.
  function withStrings(strings, use) {
    const m = sr.module;
    const places = strings.map((s) => {
      const size = m.lengthBytesUTF8(s) + 1;
      const at = m._malloc(size);
      m.stringToUTF8(s, at, size);
      return at;
    });
    try {
      return use(places);
    } finally {
      places.forEach((at) => m._free(at));
    }
  }

  // struct sr_response of bridge.h
  function readResponse(at) {
    const words = new Uint32Array(sr.module.HEAPU8.buffer, at, 3);
    return { status: words[0], text: sr.module.UTF8ToString(words[2], words[1]) };
  }

  sr.input = function (kind, x = 0, y = 0, target = 0, text = '') {
    withStrings([text], ([t]) => sr.module._sr_input(kind, x, y, target, t));
  };

  sr.report = function (kind, name = '', key = '', value = '') {
    withStrings([name, key, value], ([n, k, v]) => sr.module._sr_report(kind, n, k, v));
    sr.loop.wake();
  };

  sr.drawFrame = function (width, height, scaleX, scaleY) {
    const day = new Date();
    const at = sr.module._sr_frame(performance.now(), day.getFullYear(), day.getMonth() + 1, day.getDate(), width, height, scaleX, scaleY);
    return JSON.parse(readResponse(at).text);
  };

  // Hands a data file to the library of a page that draws nothing.
  sr.feed = function (path, text) {
    withStrings([path, text], ([p, t]) => sr.module._sr_feed(p, t));
  };

  /**
   * One request of the machine contract. `request` is JSON text or a value; `pack` is used where it names none.
   * Answers {status, text}: what the command line would exit with and print.
   */
  sr.answer = function (verb, request = '', pack = '') {
    const json = typeof request === 'string' ? request : JSON.stringify(request);
    return withStrings([verb, pack, json], ([v, p, r]) => readResponse(sr.module._sr_answer(v, p, r)));
  };
})((window.signroute = window.signroute || {}));
