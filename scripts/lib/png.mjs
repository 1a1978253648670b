import { chunk, compressRows, paletteHeader, reduceColors, SIGNATURE } from "./png-parts.mjs";

/** Of a page, as CSS has it: 96 an inch. */
const DOTS_PER_METRE = 96 / 0.0254;

/**
 * An opaque picture as PNG with a palette, a third of the size that a browser's own PNG has. Charts
 * have few colours and the shades between them at the edges. Of more than 256, the 160 most used
 * are kept, and 96 that are farthest from those kept, such as the rare colours of a colour bar; the
 * others become the nearest of these.
 *
 * @param {{ width: number, height: number, pixels: Uint8Array }} picture its pixels row by row,
 *   four bytes each: red, green, blue, and an alpha that is not looked at
 * @param {number} scale how many of its pixels make one of the page; the file says so
 */
export function encodePng({ width, height, pixels }, scale) {
  const { palette, indices } = reduceColors(pixels);
  const resolution = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  for (const at of [0, 4]) resolution.writeUInt32BE(Math.round(scale * DOTS_PER_METRE), at);
  return Buffer.concat([
    SIGNATURE,
    paletteHeader(width, height),
    chunk("pHYs", resolution),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", compressRows(indices, width)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
