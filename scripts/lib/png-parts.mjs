import { deflateSync } from "node:zlib";

/** The first bytes of each PNG. */
export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** How many of a palette are the most used colours; the others are chosen by their distance. */
const MOST_USED = 160;

/**
 * At most 256 colours of pixels, and for each pixel the index of its colour or the nearest.
 *
 * @param {Uint8Array} pixels four bytes each: red, green, blue, and an alpha that is not looked at
 */
export function reduceColors(pixels) {
  const colors = Array.from({ length: pixels.length / 4 }, (_, p) => colorAt(pixels, 4 * p));
  const counts = new Map();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const kept = byUse.length <= MOST_COLORS ? byUse : keptColors(byUse);
  const palette = kept.map(channels);
  const indexOf = new Map(kept.map((color, index) => [color, index]));
  for (const color of byUse) if (!indexOf.has(color)) indexOf.set(color, nearest(color, palette));
  return { palette, indices: Uint8Array.from(colors, (color) => indexOf.get(color) ?? 0) };
}

/**
 * The most used colours, and then, one by one, the colour farthest from all kept before.
 * @param {number[]} byUse
 */
function keptColors(byUse) {
  const kept = byUse.slice(0, MOST_USED);
  const others = byUse.slice(MOST_USED).map((color) => ({ color, own: channels(color) }));
  const distances = Float64Array.from(others, () => Number.POSITIVE_INFINITY);
  const comeNearer = (/** @type {number} */ color) => {
    const place = channels(color);
    for (const [k, { own }] of others.entries()) {
      distances[k] = Math.min(distances[k] ?? 0, squaredDistance(own, place));
    }
  };
  for (const color of kept) comeNearer(color);
  while (kept.length < MOST_COLORS) {
    const farthest = distances.reduce(
      (best, distance, k) => (distance > (distances[best] ?? 0) ? k : best),
      0,
    );
    const color = others[farthest]?.color ?? 0;
    kept.push(color);
    comeNearer(color);
  }
  return kept;
}

/** @param {Uint8Array} pixels @param {number} at */
function colorAt(pixels, at) {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
  return (red << 16) | (green << 8) | blue;
}

/** @param {number} color */
function channels(color) {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

/** @param {number} color @param {number[][]} palette @returns {number} an index into the palette */
function nearest(color, palette) {
  const own = channels(color);
  const distances = palette.map((other) => squaredDistance(own, other));
  return distances.indexOf(Math.min(...distances));
}

/** @param {number[]} first @param {number[]} second */
function squaredDistance(first, second) {
  return first.reduce((sum, value, channel) => sum + (value - (second[channel] ?? 0)) ** 2, 0);
}

/** A chunk of a PNG with its checksum. @param {string} type @param {Buffer} data */
export function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * The checksum of PNG's chunks; zlib.crc32 is missing in the first releases of Node 20.
 * @param {Uint8Array} bytes
 */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * Compressed rows of a picture with a palette.
 *
 * @param {Uint8Array} indices one byte a pixel, row by row
 * @param {number} width
 */
export function compressRows(indices, width) {
  const height = indices.length / width;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    // The byte before each row says how it was filtered: 0, not at all, is best with a palette.
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

/** The first chunk of a PNG with a palette. @param {number} width @param {number} height */
export function paletteHeader(width, height) {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return chunk("IHDR", header);
}
