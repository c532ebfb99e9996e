// Prints a document of its own, in a frame that is not seen.
(function (sr) {
  'use strict';
  let frame = null;

  sr.print = function (html) {
    if (frame) frame.remove();
    frame = document.createElement('iframe');
    frame.setAttribute('aria-hidden', 'true');
    frame.title = '打印';
    frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:800px;height:600px;border:0';
    frame.onload = () => {
      try {
        frame.contentWindow.focus();
        frame.contentWindow.print();
      } catch (error) {
        sr.report(sr.REPORT.printFailed, '', '', String(error.message));
      }
    };
    frame.srcdoc = html;
    document.body.append(frame);
  };
})((window.signroute = window.signroute || {}));
