import { describe, expect, test } from "vitest";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { START_LENGTH, withoutByteOrderMark } from "../../../src/datasets/records/text-start.js";

const source = textSource("test.csv", "");
const start = (bytes: readonly number[], encoding: "utf-8" | "latin1" = "utf-8") => [
  ...withoutByteOrderMark(Uint8Array.from(bytes), source, encoding),
];

describe("withoutByteOrderMark", () => {
  test("gives text as it is, however short", () => {
    for (const bytes of [[], [49], [49, 10], [80, 75, 3, 5], [0x1f, 49], [0xff, 49]])
      expect(start(bytes)).toEqual(bytes);
    expect(start([0xe9, 49], "latin1")).toEqual([0xe9, 49]);
  });

  test("takes the mark of UTF-8 off, and refuses it where the text is read as latin1", () => {
    expect(start([0xef, 0xbb, 0xbf, 49, 10])).toEqual([49, 10]);
    expect(start([0xef, 0xbb, 0xbf])).toEqual([]);
    expect(start([0xef, 0xbb])).toEqual([0xef, 0xbb]);
    expect(() => start([0xef, 0xbb, 0xbf, 49], "latin1")).toThrow(
      'test.csv: the file is marked as UTF-8 but is read as latin1; read it with encoding: "utf-8"',
    );
  });

  test.each([
    ["UTF-16; save it as UTF-8", [0xff, 0xfe, 49, 0]],
    ["UTF-16; save it as UTF-8", [0xfe, 0xff, 0, 49]],
    ["UTF-16; save it as UTF-8", [49, 0]],
    ["UTF-16; save it as UTF-8", [0, 49]],
    ["a zip; unpack it", [0x50, 0x4b, 3, 4]],
    ["compressed by gzip; unpack it", [0x1f, 0x8b]],
  ])("names a file that is %s", (what, bytes) => {
    expect(bytes.length).toBeLessThanOrEqual(START_LENGTH);
    for (const encoding of ["utf-8", "latin1"] as const)
      expect(() => start(bytes, encoding)).toThrow(`test.csv: the file is ${what}`);
  });
});
