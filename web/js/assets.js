// The files of the site. Most lie in archives, each pack in one of its own; a data file that is in none is read as it
// lies there.
(function (sr) {
  'use strict';
  const base = new URL('..', document.currentScript.src).href;   // an embedding page lies elsewhere
  let data = null;                                               // a promise of {files, archives}, once asked for

  /** The bytes of a file of the site; rejects with a sentence. A web server need not know its media type. */
  function bytes(path) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open('GET', base + path);
      request.responseType = 'arraybuffer';
      request.onload = () => {
        const ok = request.status === 200 || (request.status === 0 && request.response && request.response.byteLength);
        if (ok) done(new Uint8Array(request.response));
        else failed(new Error(`文件 ${path} 未能取得（${request.status}）。`));
      };
      request.onerror = () => failed(new Error(`文件 ${path} 未能取得，网络不通或文件不在。`));
      request.send();
    });
  }

  /** Runs a script of the site. */
  function script(path) {
    return new Promise((done, failed) => {
      const element = document.createElement('script');
      element.src = base + path;
      element.onload = done;
      element.onerror = () => failed(new Error(`文件 ${path} 未能取得。`));
      document.head.appendChild(element);
    });
  }

  const asText = (of) => new TextDecoder().decode(of);

  function unpack(path, packed) {
    try {
      return sr.unpack(packed);
    } catch (error) {
      throw new Error(`文件 ${path} 未能解压：${error.message}`);
    }
  }

  // The archive that the index names, and where it says that packs are. Without it the files are read one by one; what
  // is wrong with an index is said by the application, which reads it too.
  async function readData() {
    const index = await bytes('assets/index.json');
    const found = { files: { 'index.json': index }, archives: {} };
    try {
      const { packed, packs = [] } = JSON.parse(asText(index));
      if (!packed) return found;
      for (const pack of packs) if (pack.packed) found.archives[pack.path] = pack.packed;
      Object.assign(found.files, unpack(`assets/${packed}`, await bytes(`assets/${packed}`)));
    } catch (error) {
      console.warn(error.message);
    }
    return found;
  }

  // A data file out of its archive; undefined where it is in none.
  async function packed(path) {
    data = data || readData();
    const { files, archives } = await data;
    if (files[path] || !archives[path]) return files[path];
    try {
      return unpack(archives[path], await bytes(`assets/${archives[path]}`))[path];
    } catch (error) {
      console.warn(error.message);
      return undefined;
    }
  }

  sr.assets = {
    base,
    script,
    /** A WebAssembly module: signroute, or signroute_all. `progress` is told what is being done. */
    async program(name, progress = () => {}) {
      const packed = await bytes(`${name}.bin`);
      progress('正在解压程序……');
      await new Promise((painted) => setTimeout(painted));
      return unpack(`${name}.bin`, packed)[`${name}.wasm`];
    },
    /** The text of a file as it lies there. */
    plain: async (path) => asText(await bytes(path)),
    /** The text of a file below assets/, or of one that the deployer laid beside it. */
    async text(path) {
      const known = path.startsWith('assets/') && await packed(path.slice('assets/'.length));
      return asText(known || await bytes(path));
    },
  };
})((window.signroute = window.signroute || {}));
