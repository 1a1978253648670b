import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodePng } from "../../scripts/lib/png.mjs";

/** The chunks of a PNG by their names. */
function chunksOf(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return chunks;
}

/** The colours of a PNG with a palette, row by row, read without the code under test. */
function decode(png: Buffer) {
  const chunks = chunksOf(png);
  const width = chunks.get("IHDR")!.readUInt32BE(0);
  const height = chunks.get("IHDR")!.readUInt32BE(4);
  const rows = inflateSync(chunks.get("IDAT")!);
  const palette = chunks.get("PLTE")!;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const index = rows[y * (width + 1) + 1 + x]!;
      return palette.toString("hex", 3 * index, 3 * index + 3);
    }),
  );
}

const pixelsOf = (colors: string[]) => Buffer.from(colors.map((color) => `${color}ff`).join(""), "hex");

test("a picture of few colours keeps each of them in its place", () => {
  const colors = ["ffffff", "0072b2", "d55e00", "ffffff", "24292f", "000000"];
  const png = encodePng({ width: 3, height: 2, pixels: pixelsOf(colors) }, 1);
  expect(decode(png)).toEqual([colors.slice(0, 3), colors.slice(3)]);
});

test("of more than 256 colours the rare ones become the nearest", () => {
  const greys = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0").repeat(3));
  const pixels = pixelsOf([...greys, ...greys, "808081", "fffffe"]);
  const png = encodePng({ width: 514, height: 1, pixels }, 1);
  expect(decode(png)[0]?.slice(-2)).toEqual(["808080", "ffffff"]);
});

test("the rare colours of a colour bar stay near what they were", () => {
  const hex = (value: number) => Math.round(value).toString(16).padStart(2, "0");
  const shades = Array.from({ length: 400 }, (_, i) => `${hex(i / 2)}${hex(100 + i / 4)}${hex(255 - i / 3)}`);
  const bar = Array.from({ length: 150 }, (_, i) => `ff${hex(255 - i)}${hex(255 - 1.7 * i)}`);
  const colors = [...shades, ...shades, ...shades, ...bar];
  const png = encodePng({ width: colors.length, height: 1, pixels: pixelsOf(colors) }, 1);
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const off = decode(png)[0]!.map((color, place) =>
    Math.max(...[0, 2, 4].map((at) => Math.abs(channel(color, at) - channel(colors[place]!, at)))),
  );
  expect(Math.max(...off)).toBeLessThanOrEqual(8);
});

test("the chunks carry the checksum that PNG asks for", () => {
  const png = encodePng({ width: 1, height: 1, pixels: pixelsOf(["ffffff"]) }, 1);
  // The end of every PNG file there is.
  expect(png.subarray(-12).toString("hex")).toBe("0000000049454e44ae426082");
});

test("a picture of twice the size says that it has twice the 3,780 dots a metre of a page", () => {
  const png = encodePng({ width: 1, height: 1, pixels: pixelsOf(["ffffff"]) }, 2);
  const resolution = chunksOf(png).get("pHYs")!;
  expect([resolution.readUInt32BE(0), resolution.readUInt32BE(4), resolution[8]]).toEqual([7559, 7559, 1]);
});
