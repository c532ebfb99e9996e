// Pointer, wheel, touch and keys.
(function (sr) {
  'use strict';
  const stage = document.getElementById('stage');
  const IN = sr.INPUT;

  // ---- pointer ---------------------------------------------------------------------------------------------------
  const BUTTON = { 0: 0, 1: 2, 2: 1 };                 // DOM's middle is 1, ImGui's 2
  let touch = null;                                    // {x, y, lastX, lastY, scrolling}

  function move(e) {
    sr.input(IN.move, e.clientX, e.clientY, e.pointerType === 'touch' ? 1 : 0);
  }

  // The element under the pointer gets the keyboard, so that Tab goes on from there; fields get it as they are edited.
  function giveKeyboard(e) {
    const owner = sr.mirror.owner(e.target);
    if (owner && owner.closest('[role=listbox]')) return;        // its owner keeps the keyboard
    if (owner && sr.mirror.isField(owner)) {
      if (sr.textField.field === sr.mirror.id(owner)) sr.textField.take();
      return;
    }
    if (owner && owner.hasAttribute('tabindex')) {
      sr.mirror.focus(sr.mirror.id(owner));
      sr.input(IN.focus, 0, 0, sr.mirror.id(owner));
    } else if (document.activeElement && document.activeElement !== document.body) {
      document.activeElement.blur();
    }
  }

  // A frame with the pointer over the item comes first: touch has no hovering, and a press needs it.
  function press(e) {
    move(e);
    sr.loop.drain();
    sr.input(IN.press, 0, 0, BUTTON[e.button] ?? 0);
    giveKeyboard(e);
    sr.loop.drain();
  }

  // Drawn at once: files, the clipboard and soft keyboards open only while the release is being handled.
  function release(e) {
    move(e);
    sr.input(IN.release, 0, 0, BUTTON[e.button] ?? 0);
    sr.loop.drain();
  }

  function touchMove(e) {
    const far = Math.hypot(e.clientX - touch.x, e.clientY - touch.y);
    if (!touch.scrolling && far < 8) return;
    if (!touch.scrolling) {
      touch.scrolling = true;
      sr.input(IN.move, touch.x, touch.y, 1);
      sr.loop.drain();
    }
    sr.input(IN.wheel, (e.clientX - touch.lastX) / 120, (e.clientY - touch.lastY) / 120);
    touch.lastX = e.clientX;
    touch.lastY = e.clientY;
    sr.loop.wake();
  }

  function startPointer() {
    stage.addEventListener('pointerdown', (e) => {
      if (e.pointerType === 'touch') {
        touch = { x: e.clientX, y: e.clientY, lastX: e.clientX, lastY: e.clientY, scrolling: false };
        return;
      }
      try { stage.setPointerCapture(e.pointerId); } catch (error) { /* a synthetic pointer cannot be captured */ }
      press(e);
    });
    stage.addEventListener('pointermove', (e) => {
      if (e.pointerType === 'touch') {
        if (touch) touchMove(e);
        return;
      }
      move(e);
      sr.loop.wake();
    });
    stage.addEventListener('pointerup', (e) => {
      if (e.pointerType !== 'touch') return release(e);
      if (touch && !touch.scrolling) {
        press(e);
        release(e);
      }
      touch = null;
      sr.input(IN.leave);
      sr.loop.wake();
    });
    stage.addEventListener('pointercancel', () => { touch = null; });
    stage.addEventListener('pointerleave', (e) => {
      if (e.pointerType === 'touch' || e.buttons) return;
      sr.input(IN.leave);
      sr.loop.wake();
    });
    stage.addEventListener('mousedown', (e) => e.preventDefault());   // the browser would move the focus
    stage.addEventListener('contextmenu', (e) => e.preventDefault());
    stage.addEventListener('wheel', onWheel, { passive: false });
  }

  function onWheel(e) {
    if (e.ctrlKey && !sr.mirror.overFigure(e.clientX, e.clientY)) return;      // the browser zooms the page
    const notch = e.deltaMode === 1 ? 3 : e.deltaMode === 2 ? 0.5 : 100;
    move(e);
    sr.input(IN.wheel, -e.deltaX / notch, -e.deltaY / notch, e.ctrlKey ? 1 : 0);
    sr.loop.wake();
    e.preventDefault();
  }

  // ---- keys ------------------------------------------------------------------------------------------------------
  const modifiers = (e) => (e.ctrlKey ? 1 : 0) | (e.shiftKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);
  const command = (e) => e.ctrlKey || e.metaKey;
  const PASSED_ON = /^(Arrow\w+|Home|End|PageUp|PageDown|Enter|NumpadEnter|Escape|Space|Backspace|Delete)$/;
  const EDITING = /^(Arrow\w+|Home|End|Backspace|Delete|Key[AZYCX])$/;
  let tabbing = false;

  // A mirrored field that has the keyboard itself (from a script or a screen reader) is edited by the browser, until
  // somebody types: then it is edited as if it had been clicked.
  function keyInField(e) {
    const printable = e.key.length === 1 && !command(e) && !e.altKey;
    if (printable || e.keyCode === 229) {
      sr.input(IN.activate, 0, 0, sr.mirror.id(e.target));
      sr.loop.drain();
      return;
    }
    if (!/^(Arrow(Up|Down)|Enter|NumpadEnter|Escape)$/.test(e.code)) return;
    sr.input(IN.keyDown, 0, 0, modifiers(e), e.code);
    sr.loop.drain();
  }

  // Tab is the browser's; from a field being edited it goes on from the mirrored field.
  function onTab() {
    tabbing = true;
    setTimeout(() => { tabbing = false; }, 0);
    if (sr.textField.isProxy(document.activeElement)) sr.mirror.focus(sr.textField.field);
  }

  function onKeyDown(e) {
    if (e.isComposing || sr.textField.composing) return;             // the input method's
    if (e.key === 'Tab' && !command(e) && !e.altKey) return onTab();
    if (sr.mirror.isField(e.target)) return keyInField(e);
    if (e.keyCode === 229) return;
    const inText = sr.textField.isProxy(e.target);
    if (command(e) && (!inText || !EDITING.test(e.code))) return;    // the browser's: find, print, zoom, paste …
    if (e.repeat && !inText && /^(Enter|NumpadEnter|Space)$/.test(e.code)) return e.preventDefault();
    sr.input(IN.keyDown, 0, 0, modifiers(e), e.code);
    const copies = command(e) && (e.code === 'KeyC' || e.code === 'KeyX');
    const typed = inText && e.key.length === 1 && !command(e) && !e.altKey;
    if (!copies && !typed && (command(e) || PASSED_ON.test(e.code))) e.preventDefault();
    sr.loop.drain();                                                 // what was copied is known before the copy event
  }

  function onKeyUp(e) {
    if (sr.mirror.isField(e.target) || e.key === 'Tab') return;
    sr.input(IN.keyUp, 0, 0, modifiers(e), e.code);
    sr.loop.wake();
  }

  sr.keyboard = {
    // The focus has come to a mirrored element: by Tab, or set by a script or a screen reader.
    arrived(element) {
      const id = sr.mirror.id(element);
      sr.input(IN.focus, 1, 0, id);
      if (tabbing && sr.mirror.isField(element)) sr.input(IN.activate, 0, 0, id);
      sr.loop.drain();
    },
    start() {
      startPointer();
      addEventListener('keydown', onKeyDown);
      addEventListener('keyup', onKeyUp);
      addEventListener('focus', () => { sr.input(IN.window, 0, 0, 1); sr.loop.wake(); });
      addEventListener('blur', () => { sr.input(IN.window, 0, 0, 0); sr.loop.wake(); });
    },
  };
})((window.signroute = window.signroute || {}));
