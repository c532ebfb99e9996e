// Text entry: an empty field at the caret takes what is typed and what input methods compose, and hands it on.
(function (sr) {
  'use strict';
  const ime = document.getElementById('ime');
  const measure = document.createElement('canvas').getContext('2d');
  let composing = false;
  let field = 0;                     // the mirrored field being edited, 0: none

  function put(text) {
    if (!text) return;
    sr.input(sr.INPUT.text, 0, 0, 0, text);
    sr.loop.drain();
  }

  function show(text) {
    measure.font = getComputedStyle(ime).font;
    ime.style.width = `${Math.ceil(measure.measureText(text).width) + 4}px`;
    ime.classList.add('composing');
  }

  function hide() {
    composing = false;
    ime.classList.remove('composing');
    ime.style.width = '2px';
    ime.value = '';
  }

  sr.textField = {
    get field() { return field; },
    get composing() { return composing; },
    isProxy: (target) => target === ime,
    take() {
      if (document.activeElement !== ime) ime.focus({ preventScroll: true });
    },

    // [wanted, field, x, y, line height, em] of a frame
    update([wanted, id, x, y, height, em]) {
      if (!wanted) {
        if (!field) return;
        const left = field;
        field = 0;
        if (document.activeElement !== ime) return;
        hide();
        sr.mirror.focus(left);
        if (document.activeElement === ime) ime.blur();
        return;
      }
      if (!composing) {
        ime.style.left = `${x}px`;
        ime.style.top = `${y}px`;
        ime.style.height = ime.style.lineHeight = `${height}px`;
        ime.style.fontSize = `${em}px`;
      }
      if (field === id) return;
      field = id;
      ime.setAttribute('aria-describedby', `item-${id}`);
      this.take();
    },

    start() {
      ime.addEventListener('compositionstart', () => { composing = true; ime.value = ''; });
      ime.addEventListener('compositionupdate', (e) => show(e.data));
      ime.addEventListener('compositionend', (e) => { hide(); put(e.data); });
      ime.addEventListener('input', (e) => {
        if (composing || e.isComposing) return;        // compositionend hands it on
        const text = ime.value;
        ime.value = '';
        // Safari sends this after compositionend.
        if (e.inputType === 'insertFromComposition' || e.inputType === 'insertCompositionText') return;
        put(text);
      });
    },
  };
})((window.signroute = window.signroute || {}));
