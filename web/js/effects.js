// What the application wants done: [kind, …strings] as response.cpp writes them.
(function (sr) {
  'use strict';

  function announce(text, urgent) {
    const place = document.getElementById(urgent ? 'alert' : 'live');
    place.textContent = '';
    setTimeout(() => { place.textContent = text; }, 30);   // a change, even if it says the same again
  }

  function load(path) {
    sr.assets.text(path).then(
      (text) => sr.report(sr.REPORT.asset, path, '', text),
      (error) => sr.report(sr.REPORT.assetFailed, path, '', error.message));
  }

  const kinds = {
    save: (store, key, value) => sr.store.save(store, key, value),
    erase: (store, key) => sr.store.erase(store, key),
    copy: (text) => sr.clipboard.copy(text.startsWith('#/') ? location.href.split('#')[0] + text : text),   // a link leads here from anywhere
    download: (name, type, text) => sr.files.download(name, type, text),
    print: (html) => sr.print(html),
    navigate: (address, replace) => sr.links.go(address, replace === 'replace'),
    load,
    ask: (tag, verb, request) => sr.ask(verb, request).then(
      (text) => sr.report(sr.REPORT.answered, tag, request, text),
      (error) => sr.report(sr.REPORT.notAnswered, tag, request, error.message)),
    fetchRooms: () => sr.rooms.fetchAll().catch((error) => sr.report(sr.REPORT.roomsFailed, '', '', error.message)),
    pick: (accept, purpose) => sr.files.pick(accept, purpose),
    announce: (text, urgent) => announce(text, urgent === 'urgent'),
    title: (text) => { document.title = text; },
  };

  sr.effects = { run: (list) => list.forEach(([kind, ...strings]) => kinds[kind](...strings)) };
})((window.signroute = window.signroute || {}));
