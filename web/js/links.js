// The address: #/… is the place in the application; back and forward work.
(function (sr) {
  'use strict';
  const address = () => decodeURI(location.hash || '#/');
  let known = null;

  function tell() {
    const now = address();
    if (now === known) return;
    known = now;
    sr.report(sr.REPORT.address, '', '', now);
  }

  sr.links = {
    go(to, replace) {
      if (to === address()) return;
      known = to;
      if (replace) history.replaceState(null, '', to);
      else history.pushState(null, '', to);
    },
    start() {
      addEventListener('hashchange', tell);
      addEventListener('popstate', tell);
      tell();
    },
  };
})((window.signroute = window.signroute || {}));
