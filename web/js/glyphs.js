// Draws glyphs with the fonts that the visitor has, so that none has to be downloaded.
(function (sr) {
  'use strict';
  const FAMILIES = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif';
  const faces = [];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 128;
  canvas.lang = 'zh-CN';
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let current = '';
  let drawn = null;

  function set(face, em) {
    const font = `${faces[face]} ${em}px ${FAMILIES}`;
    if (font !== current) context.font = current = font;
  }

  // A canvas forgets its settings when it is resized.
  function grow(width, height) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
    current = '';
  }

  // Where there is ink, and whether any of it is coloured (the fill is black).
  function inkOf(data, width, height) {
    const ink = { x0: width, y0: height, x1: -1, y1: -1, coloured: 0 };
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i += 4) {
        if (!data[i + 3]) continue;
        if (x < ink.x0) ink.x0 = x;
        if (x > ink.x1) ink.x1 = x;
        if (y < ink.y0) ink.y0 = y;
        ink.y1 = y;
        if (data[i] | data[i + 1] | data[i + 2]) ink.coloured = 1;
      }
    }
    return ink;
  }

  sr.glyphs = {
    addFace(weight) {
      return faces.push(weight) - 1;
    },

    advance(face, codePoint, em) {
      set(face, em);
      return context.measureText(String.fromCodePoint(codePoint)).width;
    },

    draw(face, codePoint, em) {
      set(face, em);
      const text = String.fromCodePoint(codePoint);
      const m = context.measureText(text);
      const left = Math.ceil(m.actualBoundingBoxLeft) + 1;
      const ascent = Math.ceil(m.actualBoundingBoxAscent) + 1;
      const width = left + Math.ceil(m.actualBoundingBoxRight) + 1;
      const height = ascent + Math.ceil(m.actualBoundingBoxDescent) + 1;
      const glyph = { advance: m.width, left: -left, top: -ascent, width: 0, height: 0, coloured: 0 };
      if (width <= 2 || height <= 2) return glyph;
      if (width > canvas.width || height > canvas.height) {
        grow(width, height);
        set(face, em);
      }
      context.clearRect(0, 0, width, height);
      context.fillText(text, left, ascent);
      const data = context.getImageData(0, 0, width, height).data;
      const ink = inkOf(data, width, height);
      if (ink.x1 < 0) return glyph;
      drawn = { data, width, ink };
      glyph.left += ink.x0;
      glyph.top += ink.y0;
      glyph.width = ink.x1 - ink.x0 + 1;
      glyph.height = ink.y1 - ink.y0 + 1;
      glyph.coloured = ink.coloured;
      return glyph;
    },

    // The pixels of the glyph drawn last: RGBA if it is coloured, else its coverage.
    pixels(heap, at) {
      const { data, width, ink } = drawn;
      for (let y = ink.y0; y <= ink.y1; y++) {
        const from = (y * width + ink.x0) * 4;
        const to = (y * width + ink.x1 + 1) * 4;
        if (ink.coloured) {
          heap.set(data.subarray(from, to), at);
          at += to - from;
        } else {
          for (let i = from; i < to; i += 4) heap[at++] = data[i + 3];
        }
      }
    },
  };
})((window.signroute = window.signroute || {}));
