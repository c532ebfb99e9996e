// The machine contract for the application itself, in a frame of its own: its module is large and fetched when it is
// first asked for.
(function (sr) {
  'use strict';
  let answering = null;               // a promise of the frame's own `signroute`

  async function open() {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.srcdoc = `<script src="${sr.assets.base}js/embed.js"></script>`;
    document.body.append(frame);
    try {
      await new Promise((done) => { frame.onload = done; });
      const own = frame.contentWindow.signroute;
      if (!own) throw new Error('文件 embed.js 未能取得。');
      await own.ready;
      return own;
    } catch (error) {
      frame.remove();
      answering = null;
      throw error;
    }
  }

  /** What the verb answers, as JSON text; rejects with a sentence. */
  sr.contract = async (verb, request) => (await (answering ??= open())).answer(verb, request).text;
})((window.signroute = window.signroute || {}));
