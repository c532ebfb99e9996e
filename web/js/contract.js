// The machine contract: an instance of its own of the whole program, with all the data, fetched when somebody asks it the first time.
(function (sr) {
  'use strict';
  let answering = null;                                           // a promise of the module with its data

  async function load() {
    const index = sr.assets.text('assets/index.json');
    index.catch(() => {});                                        // heard of below, when the module is there
    await sr.assets.script('signroute_all.js');
    const m = await signroute_module({ wasmBinary: await sr.assets.program('signroute_all') });
    sr.feed(m, 'assets/index.json', await index);
    const { packs = [], calendars = [] } = JSON.parse(await index);
    for (const path of ['catalogue.json', 'general_rules.json', ...calendars].map((name) => `assets/${name}`)) sr.feed(m, path, await sr.assets.text(path));
    for (const path of packs.map((pack) => `assets/${pack.path || pack}`)) sr.feed(m, path, await sr.assets.plain(path));  // an audit needs all of it
    return m;
  }

  /** A promise of a function (verb, request text, pack) → {status, text}: what the command line would exit with and print. */
  sr.contract = async function () {
    answering = answering || load();
    const m = await answering;
    return (verb, request, pack = '') => sr.askModule(m, verb, request, pack);
  };

  /** The answer to one request, as text. */
  sr.ask = async (verb, request) => (await sr.contract())(verb, request).text;
})((window.signroute = window.signroute || {}));
