import { expect, test } from "vitest";
import { pictureWidth } from "../../../lab/figures/picture-width.js";
import { encodePng } from "../../../scripts/lib/png.mjs";

const picture = (width: number, scale: number) =>
  encodePng({ width, height: 2, pixels: Buffer.alloc(8 * width, 255) }, scale);

test.each([
  [600, 1, 600],
  [600, 2, 300],
  [1001, 2, 501],
])("a picture of %i pixels at scale %i is %i pixels wide in the page", (width, scale, expected) => {
  expect(pictureWidth(picture(width, scale).toString("base64"))).toBe(expected);
});

test("a picture without a resolution has no width", () => {
  const plain = picture(600, 2).toString("latin1").replace("pHYs", "tEXt");
  expect(pictureWidth(Buffer.from(plain, "latin1").toString("base64"))).toBeNaN();
});

test("a picture that ends early has no width", () => {
  const png = picture(600, 2);
  expect(pictureWidth(png.subarray(0, png.indexOf("pHYs") + 6).toString("base64"))).toBeNaN();
});
