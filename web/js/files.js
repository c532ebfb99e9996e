// Files in: picked, dropped on the page, pasted. Files out: downloads. Nothing is sent anywhere.
(function (sr) {
  'use strict';
  const LIMIT = 32 * 1024 * 1024;

  // UTF-8 (with or without its mark), else what Chinese offices used before it.
  function decode(buffer) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    } catch (error) {
      return new TextDecoder('gb18030').decode(buffer);
    }
  }

  async function read(file, purpose) {
    try {
      if (file.size > LIMIT) throw new Error('文件超过 32 MB');
      sr.report(sr.REPORT.file, file.name, purpose, decode(await file.arrayBuffer()));
    } catch (error) {
      sr.report(sr.REPORT.fileFailed, file.name, purpose, String(error.message));
    }
  }

  sr.files = {
    take(list, purpose) {
      for (const file of list) read(file, purpose);
    },

    pick(accept, purpose) {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.multiple = true;
      input.hidden = true;
      input.onchange = () => { sr.files.take(input.files, purpose); input.remove(); };
      document.body.append(input);
      input.click();
    },

    download(name, type, text) {
      const url = URL.createObjectURL(new Blob([text], { type }));
      const a = document.createElement('a');
      a.href = url;
      a.download = name;
      document.body.append(a);
      a.click();
      a.remove();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    },

    start() {
      addEventListener('dragover', (e) => {
        if (!e.dataTransfer.types.includes('Files')) return;
        e.preventDefault();
        e.dataTransfer.dropEffect = 'copy';
      });
      addEventListener('drop', (e) => {
        e.preventDefault();
        sr.files.take(e.dataTransfer.files, 'drop');
      });
    },
  };
})((window.signroute = window.signroute || {}));
