// Calls into the WebAssembly module, and the numbers that both sides share.
(function (sr) {
  'use strict';
  const numbered = (names) => Object.fromEntries(names.split(' ').map((name, i) => [name, i]));

  // InputEvent::Kind and PlatformReport::Kind of shell/ports.h, in their order.
  sr.INPUT = numbered('move leave press release wheel keyDown keyUp text paste window activate focus setValue scroll');
  sr.REPORT = numbered('storeRecord storeReady storeFailed storeSaved storeOutdated address asset assetFailed file ' +
    'fileFailed copied copyFailed printFailed onlineElsewhere answered notAnswered roomsFailed');

  sr.module = null;

  // Hands `use` the addresses of the strings as UTF-8; they are freed when it returns.
  function withStrings(m, strings, use) {
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
  function readResponse(m, at) {
    const words = new Uint32Array(m.HEAPU8.buffer, at, 3);
    return { status: words[0], text: m.UTF8ToString(words[2], words[1]) };
  }

  sr.input = function (kind, x = 0, y = 0, target = 0, text = '') {
    withStrings(sr.module, [text], ([t]) => sr.module._sr_input(kind, x, y, target, t));
  };

  sr.report = function (kind, name = '', key = '', value = '') {
    withStrings(sr.module, [name, key, value], ([n, k, v]) => sr.module._sr_report(kind, n, k, v));
    sr.loop.wake();
  };

  sr.drawFrame = function (width, height, scaleX, scaleY) {
    const day = new Date();
    const at = sr.module._sr_frame(performance.now(), day.getFullYear(), day.getMonth() + 1, day.getDate(), (day.getHours() * 60 + day.getMinutes()) * 60 + day.getSeconds(),
      width, height, scaleX, scaleY);
    return JSON.parse(readResponse(sr.module, at).text);
  };

  /** The contract's module (answer.cpp): what it is fed and asked. */
  sr.feed = (m, path, text) => withStrings(m, [path, text], ([p, t]) => m._sr_feed(p, t));
  sr.askModule = (m, verb, request, pack) =>
    withStrings(m, [verb, pack, request], ([v, p, r]) => readResponse(m, m._sr_answer(v, p, r)));
})((window.signroute = window.signroute || {}));
