// Unpacks the archives of the site (web/pack.mjs writes them): LZMA, the .lzma format of xz with the size in its header.
// The program is a quarter smaller than with gzip, and browsers of 2020 unpack nothing better by themselves.
(function (sr) {
  'use strict';
  const DAMAGED = '压缩文件已损坏。';

  // Probabilities of one kind; every bit is taken to be as likely as not at first.
  const chances = (n) => new Uint16Array(n).fill(1024);

  // Reads bits that were stored in the less room, the likelier they were.
  class Bits {
    constructor(bytes, at) {
      this.bytes = bytes;
      this.at = at + 5;
      this.range = -1;                                            // both as 32 bits without a sign, in a signed number
      this.code = (bytes[at + 1] << 24) | (bytes[at + 2] << 16) | (bytes[at + 3] << 8) | bytes[at + 4];
    }

    normal() {
      if ((this.range & 0xff000000) !== 0) return;
      this.range <<= 8;
      this.code = (this.code << 8) | this.bytes[this.at++];
    }

    bit(table, i) {
      const p = table[i];
      const bound = Math.imul(this.range >>> 11, p);
      if ((this.code ^ 0x80000000) < (bound ^ 0x80000000)) {
        this.range = bound;
        table[i] = p + ((2048 - p) >> 5);
        this.normal();
        return 0;
      }
      this.range = (this.range - bound) | 0;
      this.code = (this.code - bound) | 0;
      table[i] = p - (p >> 5);
      this.normal();
      return 1;
    }

    // Bits as likely as not.
    plain(n) {
      let value = 0;
      while (n-- > 0) {
        this.range >>>= 1;
        const t = (this.code - this.range) >>> 31;                // 1: the bit is 0
        this.code = (this.code - (this.range & (t - 1))) | 0;
        value = (value << 1) | (1 - t);
        this.normal();
      }
      return value;
    }

    // A number of n bits, the highest first; each with the chances that the ones before it lead to.
    tree(table, from, n) {
      let m = 1;
      for (let i = 0; i < n; i++) m = (m << 1) | this.bit(table, from + m);
      return m - (1 << n);
    }

    // The same, the lowest first.
    reversed(table, from, n) {
      let m = 1;
      let value = 0;
      for (let i = 0; i < n; i++) {
        const b = this.bit(table, from + m);
        m = (m << 1) | b;
        value |= b << i;
      }
      return value;
    }
  }

  // How many bytes are repeated: 2 to 273.
  class Lengths {
    constructor() {
      this.choice = chances(2);
      this.low = chances(16 << 3);
      this.middle = chances(16 << 3);
      this.high = chances(256);
    }

    read(bits, place) {
      if (!bits.bit(this.choice, 0)) return 2 + bits.tree(this.low, place << 3, 3);
      if (!bits.bit(this.choice, 1)) return 10 + bits.tree(this.middle, place << 3, 3);
      return 18 + bits.tree(this.high, 0, 8);
    }
  }

  class Unpacker {
    constructor(bytes) {
      if (bytes.length < 18) throw new Error(DAMAGED);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const kind = bytes[0];
      this.lc = kind % 9;
      this.lpMask = (1 << (Math.floor(kind / 9) % 5)) - 1;
      this.placeMask = (1 << Math.floor(kind / 45)) - 1;
      const size = view.getUint32(5, true);
      if (kind >= 225 || view.getUint32(9, true) !== 0) throw new Error(DAMAGED);
      this.out = new Uint8Array(size);
      this.at = 0;
      this.bits = new Bits(bytes, 13);
      this.state = 0;
      this.back = [0, 0, 0, 0];                                   // the last four distances, less one
      this.literals = chances(0x300 * (this.lpMask + 1) << this.lc);
      this.isMatch = chances(12 << 4);
      this.isRepeat = chances(12);
      this.isOlder = chances(12 * 3);
      this.isLong = chances(12 << 4);
      this.slots = chances(4 << 6);
      this.near = chances(128);
      this.far = chances(16);
      this.matchLengths = new Lengths();
      this.repeatLengths = new Lengths();
    }

    literal() {
      const { bits, out, at, literals, lc } = this;
      const before = at > 0 ? out[at - 1] : 0;
      const from = 0x300 * (((at & this.lpMask) << lc) + (before >> (8 - lc)));
      let m = 1;
      if (this.state >= 7) {                                      // after a repeat: its next byte is a hint
        let hint = out[at - this.back[0] - 1];
        while (m < 256) {
          const expected = (hint >> 7) & 1;
          hint <<= 1;
          const b = bits.bit(literals, from + ((1 + expected) << 8) + m);
          m = (m << 1) | b;
          if (b !== expected) break;
        }
      }
      while (m < 256) m = (m << 1) | bits.bit(literals, from + m);
      out[this.at++] = m & 255;
      const s = this.state;
      this.state = s < 4 ? 0 : s < 10 ? s - 3 : s - 6;
    }

    distance(length) {
      const slot = this.bits.tree(this.slots, Math.min(length - 2, 3) << 6, 6);
      if (slot < 4) return slot;
      const n = (slot >> 1) - 1;
      const base = (2 | (slot & 1)) << n;
      if (slot < 14) return base + this.bits.reversed(this.near, base - slot, n);
      return base + (this.bits.plain(n - 4) << 4) + this.bits.reversed(this.far, 0, 4);
    }

    // Whether the distance is one of the last four; it becomes the first of them.
    repeated(place) {
      const { bits, state, back } = this;
      if (!bits.bit(this.isOlder, state)) {
        if (!bits.bit(this.isLong, (state << 4) + place)) {
          this.state = state < 7 ? 9 : 11;
          return 1;
        }
      } else {
        const which = !bits.bit(this.isOlder, 12 + state) ? 1 : 2 + bits.bit(this.isOlder, 24 + state);
        back.unshift(back.splice(which, 1)[0]);
      }
      this.state = state < 7 ? 8 : 11;
      return this.repeatLengths.read(bits, place);
    }

    fresh(place) {
      const length = this.matchLengths.read(this.bits, place);
      this.state = this.state < 7 ? 7 : 10;
      this.back.pop();
      this.back.unshift(this.distance(length));
      return length;
    }

    all() {
      const { bits, out } = this;
      while (this.at < out.length) {
        const place = this.at & this.placeMask;
        if (!bits.bit(this.isMatch, (this.state << 4) + place)) {
          this.literal();
          continue;
        }
        const length = bits.bit(this.isRepeat, this.state) ? this.repeated(place) : this.fresh(place);
        let from = this.at - this.back[0] - 1;
        const end = this.at + length;
        if (from < 0 || end > out.length) throw new Error(DAMAGED);
        while (this.at < end) out[this.at++] = out[from++];
      }
      if (bits.at > bits.bytes.length) throw new Error(DAMAGED);
      return out;
    }
  }

  /** The files of an archive, {path: Uint8Array}: a line of JSON, [[path, bytes], …], then the files one after another. */
  sr.unpack = function (packed) {
    const all = new Unpacker(packed).all();
    let at = all.indexOf(10) + 1;
    const files = {};
    for (const [path, size] of JSON.parse(new TextDecoder().decode(all.subarray(0, at)))) {
      files[path] = all.subarray(at, at += size);
    }
    return files;
  };
})((window.signroute = window.signroute || {}));
