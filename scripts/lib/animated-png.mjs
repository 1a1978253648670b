import { chunk, compressRows, paletteHeader, reduceColors, SIGNATURE } from "./png-parts.mjs";

/**
 * Frames of one size as an animated PNG that repeats for ever. Each frame holds only the rectangle
 * that differs from the one before.
 *
 * @param {{ width: number, height: number }} size
 * @param {{ pixels: Uint8Array, milliseconds: number }[]} frames pixels as `encodePng` takes them,
 *   and how long each is shown
 */
export function encodeAnimatedPng({ width, height }, frames) {
  const { palette, indices } = reduceColors(Buffer.concat(frames.map(({ pixels }) => pixels)));
  const size = width * height;
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(frames.length);
  const chunks = [
    paletteHeader(width, height),
    chunk("acTL", animation),
    chunk("PLTE", Buffer.from(palette.flat())),
  ];
  let sequence = 0;
  frames.forEach(({ milliseconds }, index) => {
    const now = indices.subarray(index * size, (index + 1) * size);
    const before = index > 0 ? indices.subarray((index - 1) * size, index * size) : undefined;
    const area = before ? changedArea(before, now, width) : { left: 0, top: 0, width, height };
    const control = Buffer.alloc(26);
    const fields = [sequence++, area.width, area.height, area.left, area.top];
    for (const [place, field] of fields.entries()) control.writeUInt32BE(field, 4 * place);
    control.writeUInt16BE(milliseconds, 20);
    control.writeUInt16BE(1000, 22);
    const data = compressRows(cut(now, width, area), area.width);
    chunks.push(chunk("fcTL", control));
    if (index === 0) {
      chunks.push(chunk("IDAT", data));
    } else {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(sequence++);
      chunks.push(chunk("fdAT", Buffer.concat([number, data])));
    }
  });
  return Buffer.concat([SIGNATURE, ...chunks, chunk("IEND", Buffer.alloc(0))]);
}

/** @typedef {{ left: number, top: number, width: number, height: number }} Area */

/**
 * The smallest rectangle with all differences; one pixel if there are none.
 * @param {Uint8Array} before @param {Uint8Array} now @param {number} width @returns {Area}
 */
function changedArea(before, now, width) {
  let [left, right, top, bottom] = [width, -1, Number.POSITIVE_INFINITY, -1];
  for (let place = 0; place < now.length; place++) {
    if (before[place] === now[place]) continue;
    const [x, y] = [place % width, Math.floor(place / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return { left: 0, top: 0, width: 1, height: 1 };
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** @param {Uint8Array} indices @param {number} width @param {Area} area */
function cut(indices, width, area) {
  const rows = Array.from({ length: area.height }, (_, row) => {
    const from = (area.top + row) * width + area.left;
    return indices.subarray(from, from + area.width);
  });
  return Buffer.concat(rows);
}
