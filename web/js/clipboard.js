// Copy, cut and paste by their events alone: the clipboard interface is absent on plain http.
(function (sr) {
  'use strict';
  let waiting = null;                 // what the next copy event takes
  let asked = false;                  // it comes of a button, whatever field has the focus

  const native = (target) => sr.mirror.isField(target);

  function onCopy(e) {
    if (waiting === null || (native(e.target) && !asked)) return;
    e.clipboardData.setData('text/plain', waiting);
    waiting = null;
    e.preventDefault();
  }

  // A field of one line would run the lines together, and the cells of a table: what stands in it instead.
  function inOneLine(text) {
    const lines = text.split(/\r\n?|\n/).map((line) => line.trim().replace(/\t+/g, ' ')).filter(Boolean);
    return lines.length < 2 && !text.includes('\t') ? text : lines.join('；');
  }

  function pasteNatively(e) {
    const text = e.clipboardData.getData('text/plain');
    const line = inOneLine(text);
    if (e.target.tagName !== 'INPUT' || line === text) return;
    e.preventDefault();
    document.execCommand('insertText', false, line);
  }

  sr.clipboard = {
    offer(text) { waiting = text; },
    // A copy that a button asked for: works while the press is being handled.
    copy(text) {
      waiting = text;
      let done = false;
      asked = true;
      try {
        done = document.execCommand('copy') && waiting === null;
      } catch (e) {
        done = false;
      }
      asked = false;
      if (!done) prompt('浏览器未允许自动复制，请按 Ctrl+C 复制：', text);   // its field has the text selected
      sr.report(done ? sr.REPORT.copied : sr.REPORT.copyFailed);
    },
    start() {
      document.addEventListener('copy', onCopy);
      document.addEventListener('cut', onCopy);
      document.addEventListener('paste', (e) => {
        if (native(e.target)) return pasteNatively(e);
        e.preventDefault();
        if (e.clipboardData.files.length) return sr.files.take(e.clipboardData.files, 'paste');
        const text = e.clipboardData.getData('text/plain');
        if (!text || !sr.textField.field) return;
        const oneLine = document.getElementById(`item-${sr.textField.field}`)?.tagName === 'INPUT';
        sr.input(sr.INPUT.paste, 0, 0, 0, oneLine ? inOneLine(text) : text.replace(/\r\n?/g, '\n'));
        sr.loop.drain();
      });
    },
  };
})((window.signroute = window.signroute || {}));
