// Records kept in this browser: key → text, a store for each kind. Everything is read before anything is written; a
// write is on disk within half a second; what fails is told. A newer version of the application wins: the older page
// stops writing.
(function (sr) {
  'use strict';
  const NAME = 'signroute';
  const SCHEMA = 1;                               // raise it, and migrate, when a store or its records change
  const STORES = ['settings', 'cases', 'packs', 'calendars', 'overlays', 'texts', 'progress', 'sets'];
  const DELAY = 150;                              // milliseconds that changes are gathered
  let db = null;
  let state = 'loading';                          // loading → ready, failed or outdated
  let why = '';
  let timer = 0;
  let writing = false;
  let refused = false;                            // the last write
  let pending = new Map();                        // "store\nkey" → {store, key, value}; value null: erase
  let channel = null;

  const R = sr.REPORT;
  const slot = (store, key) => `${store}\n${key}`;

  // The shape a record has in the database.
  const pack = (value) => ({ value, schema: SCHEMA, at: Date.now() });

  function open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open(NAME, SCHEMA);
      request.onupgradeneeded = () => {
        for (const name of STORES) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      };
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
      request.onblocked = () => failed(new Error('本程序的旧页面仍在使用数据库，请关闭其他页面后刷新'));
    });
  }

  function readAll(name) {
    return new Promise((done, failed) => {
      const found = [];
      const request = db.transaction(name).objectStore(name).openCursor();
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return done(found);
        found.push([String(cursor.key), cursor.value.value]);
        cursor.continue();
      };
    });
  }

  function outdated() {
    state = 'outdated';
    pending.clear();
    if (db) db.close();
    sr.report(R.storeOutdated);
  }

  // Tells the application that nothing more will be saved, or that these were not.
  function failed(error, entries) {
    const text = error && error.name === 'QuotaExceededError' ? '浏览器分配的存储空间已满' : String((error && error.message) || error);
    for (const e of entries) sr.report(R.storeFailed, e.store, e.key, text);
  }

  function write(entries) {
    return new Promise((done, fail) => {
      const names = [...new Set(entries.map((e) => e.store))];
      const transaction = db.transaction(names, 'readwrite');
      transaction.oncomplete = done;
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
      for (const e of entries) {
        const store = transaction.objectStore(e.store);
        if (e.key === '') store.clear();
        else if (e.value === null) store.delete(e.key);
        else store.put(pack(e.value), e.key);
      }
    });
  }

  async function flush() {
    clearTimeout(timer);
    timer = 0;
    if (state !== 'ready' || writing || !pending.size) return;
    const entries = [...pending.values()];
    pending = new Map();
    writing = true;
    try {
      await write(entries);
      refused = false;
      for (const e of entries) {
        sr.report(R.storeSaved, e.store, e.key);
        if (channel) channel.postMessage({ store: e.store, key: e.key, value: e.value });
      }
    } catch (error) {
      refused = true;
      failed(error, entries);
    }
    writing = false;
    if (pending.size) schedule();
  }

  function schedule() {
    if (!timer) timer = setTimeout(flush, DELAY);
  }

  function change(store, key, value) {
    const entry = { store, key, value };
    if (state === 'failed') return failed(new Error(why), [entry]);
    if (state === 'outdated') return sr.report(R.storeOutdated);
    if (key === '') for (const [k, e] of pending) if (e.store === store) pending.delete(k);
    pending.set(slot(store, key), entry);
    schedule();
  }

  // Another tab has saved a record, or has just been opened.
  function heard({ data }) {
    if (data.hello) return sr.report(R.onlineElsewhere);
    if (state !== 'ready') return;
    sr.report(R.storeRecord, data.store, data.key, data.value === null ? '' : data.value);
  }

  async function start() {
    try {
      if (!window.indexedDB) throw new Error('此浏览器未提供本地存储');
      db = await open();
      db.onversionchange = outdated;
      for (const name of STORES) for (const [key, value] of await readAll(name)) sr.report(R.storeRecord, name, key, value);
      if (state === 'outdated') return;
      if (window.BroadcastChannel) {
        channel = new BroadcastChannel(NAME);
        channel.onmessage = heard;
        channel.postMessage({ hello: true });
      }
      state = 'ready';
      sr.report(R.storeReady);
      flush();
    } catch (error) {
      if (state === 'outdated') return;           // a newer version came while the records were read: already said
      if (error && error.name === 'VersionError') return outdated();
      state = 'failed';
      why = String((error && error.message) || error);
      sr.report(R.storeFailed, '', '', why);
      failed(new Error(why), [...pending.values()]);
    }
  }

  // Once nothing waits to be written; rejects where it could not be.
  async function settled() {
    for (; state === 'ready' && (writing || pending.size); await new Promise((later) => setTimeout(later, 20))) flush();
    if (refused) throw new Error('本机未能保存，请先到“案卷”备份。');
  }

  sr.store = {
    start,
    flush,
    settled,
    save: (store, key, value) => change(store, key, value),
    erase(store, key) {
      if (store) change(store, key, null);
      else STORES.forEach((name) => change(name, '', null));
    },
  };
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => { if (document.hidden) flush(); });
})((window.signroute = window.signroute || {}));
