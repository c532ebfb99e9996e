// What the canvas shows, as elements that screen readers, the keyboard, find-in-page and tests can use.
(function (sr) {
  'use strict';
  const root = document.getElementById('mirror');
  const stage = document.getElementById('stage');
  // State of shell/ui/recorder.h
  const S = { checkable: 1, checked: 2, selected: 4, disabled: 8, clipped: 16, expandable: 32, expanded: 64, invalid: 128, required: 256, multiline: 512,
    modal: 1024, floating: 2048, hit: 4096, tabbable: 8192, inert: 16384, current: 32768, numeric: 65536, editable: 131072 };
  const SELECTABLE = new Set(['tab', 'option', 'row', 'gridcell', 'treeitem']);
  const entries = new Map();          // id → {element, shape, key, about}
  let quiet = false;                  // a focus change of our own making

  function attribute(element, name, value) {
    if (value === null || value === false || value === '') element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }

  function make(id, shape) {
    const element = document.createElement(shape.startsWith('INPUT') ? 'input' : shape === 'TEXTAREA' ? 'textarea' : 'div');
    element.dataset.id = id;
    element.id = `item-${id}`;
    if (shape.startsWith('INPUT') || shape === 'TEXTAREA') {
      element.spellcheck = false;
      element.autocomplete = 'off';
    }
    if (shape === 'SCROLL') {
      const fill = document.createElement('div');
      fill.className = 'fill';
      element.append(fill);
    }
    return { element, shape, key: '', about: null };
  }

  // Descriptions are elements of their own: aria-description is too new.
  function describe(entry, id, text) {
    if (!text) {
      if (entry.about) entry.about.remove();
      entry.about = null;
      return attribute(entry.element, 'aria-describedby', null);
    }
    if (!entry.about) {
      entry.about = document.createElement('span');
      entry.about.id = `about-${id}`;
      entry.about.className = 'unseen';
      document.body.append(entry.about);
      attribute(entry.element, 'aria-describedby', entry.about.id);
    }
    if (entry.about.textContent !== text) entry.about.textContent = text;
  }

  function setStates(e, role, states, level) {
    const on = (bit) => (states & bit) !== 0;
    const checked = on(S.checkable) ? String(on(S.checked)) : null;
    attribute(e, 'aria-checked', role === 'button' ? null : checked);
    attribute(e, 'aria-pressed', role === 'button' ? checked : null);
    attribute(e, 'aria-selected', SELECTABLE.has(role) ? String(on(S.selected)) : null);
    attribute(e, 'aria-expanded', on(S.expandable) ? String(on(S.expanded)) : null);
    attribute(e, 'aria-disabled', on(S.disabled) && 'true');
    attribute(e, 'aria-invalid', on(S.invalid) && 'true');
    attribute(e, 'aria-required', on(S.required) && 'true');
    attribute(e, 'aria-modal', on(S.modal) && 'true');
    attribute(e, 'aria-current', on(S.current) && 'page');
    attribute(e, 'aria-level', level || null);
    attribute(e, 'aria-haspopup', role === 'combobox' ? 'listbox' : null);
    attribute(e, 'aria-live', role === 'status' && 'off');       // announcements say it, once
    attribute(e, 'inputmode', on(S.numeric) && 'numeric');
    e.className = (on(S.hit) && !on(S.inert) ? 'hit' : '') + (on(S.floating) ? ' floating' : '');
    if (on(S.tabbable)) e.tabIndex = 0;
    else if (on(S.hit)) e.tabIndex = -1;
    else e.removeAttribute('tabindex');
  }

  function setWords(entry, role, label, value) {
    const e = entry.element;
    if (entry.shape === 'LEAF') {
      if (e.textContent !== label) e.textContent = label;
    } else {
      attribute(e, 'aria-label', label);
    }
    if ('value' in e && entry.shape !== 'LEAF') {
      // What is being typed stands until the application says something else.
      if (e.value !== value && (value !== entry.said || document.activeElement !== e)) e.value = value;
      entry.said = value;
    } else if (value && role === 'combobox') {
      e.textContent = value;
    }
  }

  function place(entry, node) {
    const [, , , , x, y, w, h, , , , , em, scrollX = 0, scrollY = 0, , contentHeight = 0] = node;
    const e = entry.element;
    const lines = entry.shape === 'LEAF' && h < em * 2.6;
    e.style.cssText = `left:${x}px;top:${y}px;width:${w}px;height:${h}px;font-size:${em || 16}px;${lines ? `line-height:${h}px` : ''}`;
    if (entry.shape !== 'SCROLL') return;
    e.firstChild.style.top = `${Math.max(0, contentHeight - 1)}px`;
    entry.scroll = [scrollX, scrollY];
    e.scrollLeft = scrollX;
    e.scrollTop = scrollY;
  }

  function shapeOf(node, parents) {
    const states = node[3];
    if (states & S.editable) return states & S.multiline ? 'TEXTAREA' : 'INPUT';
    if (node.length > 13) return 'SCROLL';
    return parents.has(node[0]) || node[2] === 'combobox' ? 'BOX' : 'LEAF';
  }

  function apply(entry, node) {
    const key = JSON.stringify(node);
    if (entry.key === key) return;
    entry.key = key;
    const [id, , role, states, , , , , label, value, description, level] = node;
    attribute(entry.element, 'role', role || null);
    setStates(entry.element, role, states, level);
    setWords(entry, role, label, value);
    describe(entry, id, description);
    place(entry, node);
  }

  function remove(id) {
    const entry = entries.get(id);
    describe(entry, id, '');
    entry.element.remove();
    entries.delete(id);
  }

  function update(nodes) {
    const began = performance.now();
    const parents = new Set(nodes.map((n) => n[1]));
    const seen = new Set();
    const filled = new Map();          // element → how many of its children stand
    quiet = true;
    for (const node of nodes) {
      const id = node[0];
      const shape = shapeOf(node, parents);
      let entry = entries.get(id);
      if (entry && entry.shape !== shape) {
        remove(id);
        entry = null;
      }
      if (!entry) entries.set(id, (entry = make(id, shape)));
      seen.add(id);
      const parent = (entries.get(node[1]) || { element: root, shape: 'BOX' });
      const n = filled.get(parent.element) ?? (parent.shape === 'SCROLL' ? 1 : 0);
      filled.set(parent.element, n + 1);
      if (parent.element.children[n] !== entry.element) parent.element.insertBefore(entry.element, parent.element.children[n] || null);
    }
    for (const id of [...entries.keys()]) if (!seen.has(id)) remove(id);
    for (const node of nodes) apply(entries.get(node[0]), node);      // when all stand: scrolling needs the content
    quiet = false;
    mirror.updates += 1;
    mirror.milliseconds += performance.now() - began;
  }

  const isField = (e) => e.tagName === 'INPUT' || e.tagName === 'TEXTAREA';
  const mirror = {
    updates: 0,
    milliseconds: 0,
    update,
    element: (id) => entries.get(id)?.element,
    owner: (target) => (target.closest ? target.closest('#mirror [data-id]') : null),
    overFigure: (x, y) => [...root.querySelectorAll('[role=figure]')].some((e) => {
      const r = e.getBoundingClientRect();
      return x >= r.left && x < r.right && y >= r.top && y < r.bottom;
    }),
    isField: (target) => root.contains(target) && isField(target),
    id: (element) => Number(element.dataset.id),
    // Gives an element the keyboard without the application hearing of it.
    focus(id) {
      const e = entries.get(id)?.element;
      if (!e || document.activeElement === e) return;
      quiet = true;
      e.focus({ preventScroll: true });
      quiet = false;
    },
    start() {
      // From a screen reader or a script: no pointer was involved.
      root.addEventListener('click', (e) => {
        const owner = mirror.owner(e.target);
        if (e.detail !== 0 || !owner) return;
        sr.input(sr.INPUT.activate, 0, 0, mirror.id(owner));
        sr.loop.drain();
      });
      root.addEventListener('focusin', (e) => {
        if (quiet) return;
        const owner = mirror.owner(e.target);
        if (owner) sr.keyboard.arrived(owner);
      });
      root.addEventListener('input', (e) => {
        const owner = mirror.owner(e.target);
        if (!owner || !isField(e.target)) return;
        sr.input(sr.INPUT.setValue, 0, 0, mirror.id(owner), e.target.value);
        sr.loop.wake();
      });
      // Scroll areas are scrolled by the browser when something in them is focused or found.
      root.addEventListener('scroll', (e) => {
        const entry = e.target.dataset && entries.get(Number(e.target.dataset.id));
        if (!entry || !entry.scroll) return;
        const { scrollLeft, scrollTop } = e.target;
        if (Math.abs(scrollLeft - entry.scroll[0]) < 1 && Math.abs(scrollTop - entry.scroll[1]) < 1) return;
        sr.input(sr.INPUT.scroll, scrollLeft, scrollTop, Number(e.target.dataset.id));
        sr.loop.wake();
      }, true);
      stage.addEventListener('scroll', () => { stage.scrollTop = stage.scrollLeft = 0; });
    },
  };
  sr.mirror = mirror;
})((window.signroute = window.signroute || {}));
