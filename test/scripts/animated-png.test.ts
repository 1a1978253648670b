import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodeAnimatedPng } from "../../scripts/lib/animated-png.mjs";

test("each frame after the first holds the rectangle that changed", () => {
  const black = Buffer.alloc(4 * 4 * 3);
  const changed = Buffer.from(black);
  changed.fill(255, 4 * (1 * 4 + 2), 4 * (1 * 4 + 4));
  const png = encodeAnimatedPng({ width: 4, height: 3 }, [
    { pixels: black, milliseconds: 100 },
    { pixels: changed, milliseconds: 250 },
    { pixels: changed, milliseconds: 50 },
  ]);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.push({
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    });
  }
  expect(chunks.map(({ type }) => type).join(" ")).toBe("IHDR acTL PLTE fcTL IDAT fcTL fdAT fcTL fdAT IEND");
  const controls = chunks.filter(({ type }) => type === "fcTL").map(({ data }) => data);
  const numbers = controls.map((data) => [0, 4, 8, 12, 16].map((at) => data.readUInt32BE(at)));
  expect(numbers).toEqual([
    [0, 4, 3, 0, 0],
    [1, 2, 1, 2, 1],
    [3, 1, 1, 0, 0],
  ]);
  expect(controls.map((data) => data.readUInt16BE(20) / data.readUInt16BE(22))).toEqual([0.1, 0.25, 0.05]);
  const [, palette] = [...chunks].filter(({ type }) => type === "PLTE" || type === "acTL");
  const [second] = chunks.filter(({ type }) => type === "fdAT");
  expect(second!.data.readUInt32BE(0)).toBe(2);
  const [filter, ...indices] = inflateSync(second!.data.subarray(4));
  expect(filter).toBe(0);
  expect(indices.map((index) => palette!.data.readUIntBE(3 * index, 3))).toEqual([0xffffff, 0xffffff]);
});
