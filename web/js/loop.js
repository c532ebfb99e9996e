// Frames, only when something happened: each frame says when the next one is wanted.
(function (sr) {
  'use strict';
  const SHAPES = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];
  const stage = document.getElementById('stage');
  const canvas = document.getElementById('canvas');
  let request = 0;
  let timer = 0;
  let lost = false;
  let waiting = false;        // input that was not consumed yet
  let exact = null;           // device pixels of the canvas, where the browser tells

  // Emulated densities report a wrong exact box: it is believed within a pixel.
  function devicePixels(css, told) {
    const n = Math.round(css * (window.devicePixelRatio || 1));
    return told !== undefined && Math.abs(told - n) <= 1 ? told : n;
  }

  function fit() {
    const width = devicePixels(stage.clientWidth, exact?.inlineSize);
    const height = devicePixels(stage.clientHeight, exact?.blockSize);
    if (canvas.width === width && canvas.height === height) return false;
    canvas.width = width;
    canvas.height = height;
    return true;
  }

  function stop() {
    if (request) cancelAnimationFrame(request);
    clearTimeout(timer);
    request = timer = 0;
  }

  function frame() {
    stop();
    if (lost || !sr.module) return;
    fit();
    const width = stage.clientWidth;
    const height = stage.clientHeight;
    if (!width || !height) return;
    const out = sr.drawFrame(width, height, canvas.width / width, canvas.height / height);
    loop.frames += 1;
    waiting = out.pending !== 0;
    if (out.mirror) sr.mirror.update(out.mirror);
    if (out.focus) sr.mirror.focus(out.focus);
    sr.textField.update(out.text);
    const shape = SHAPES[out.pointer] || 'default';
    if (stage.style.cursor !== shape) stage.style.cursor = shape;
    if (out.effects.length) sr.effects.run(out.effects);
    if (request || timer) return;                       // an effect has asked for the next frame already
    if (out.next === 0) loop.wake();
    else if (out.next > 0) timer = setTimeout(loop.wake, out.next);
  }

  const loop = {
    frames: 0,
    wake() {
      if (request || lost || !sr.module) return;
      clearTimeout(timer);
      timer = 0;
      request = requestAnimationFrame(frame);
    },
    now: frame,
    // ImGui spreads fast input over several frames: draw until all of it has been seen.
    drain() {
      let n = 0;
      do frame(); while (waiting && ++n < 12);
    },
    idle: () => !request && !waiting,
    start() {
      canvas.addEventListener('webglcontextlost', (e) => {
        e.preventDefault();                             // else it is never restored
        lost = true;
        stop();
      });
      canvas.addEventListener('webglcontextrestored', () => {
        lost = false;
        sr.module._sr_context_restored();
        loop.wake();
      });
      watchSize();
      frame();
    },
  };

  function resized() {
    if (fit()) frame();                                 // in the same task: an emptied canvas is never shown
    else loop.wake();
  }

  function watchSize() {
    const observer = new ResizeObserver((entries) => {
      const box = entries[entries.length - 1].devicePixelContentBoxSize;
      if (box) exact = box[0];
      resized();
    });
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch (e) {
      observer.observe(canvas);
    }
    addEventListener('resize', resized);
    (function watchDensity() {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { resized(); watchDensity(); }, { once: true });
    })();
    document.addEventListener('visibilitychange', () => { if (!document.hidden) loop.wake(); });
  }

  sr.loop = loop;
})((window.signroute = window.signroute || {}));
