import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteReader, ByteWriter } from "../../../pages/front/byte-stream.js";

test("numbers come back as they were written, small ones as one byte", () => {
  const numbers = fc.array(fc.oneof(fc.nat(300), fc.maxSafeNat()));
  fc.assert(
    fc.property(numbers, fc.array(fc.integer()), fc.uint8Array(), (plain, signed, bytes) => {
      const writer = new ByteWriter();
      for (const value of plain) writer.write(value);
      for (const value of signed) writer.writeSigned(value);
      writer.append(bytes);
      const reader = new ByteReader(writer.finish());
      expect(plain.map(() => reader.read())).toEqual(plain);
      expect(signed.map(() => reader.readSigned())).toEqual(signed);
      expect(reader.atEnd).toBe(false);
      expect(reader.take()).toEqual(bytes);
      expect(reader.atEnd).toBe(true);
    }),
  );
  const writer = new ByteWriter();
  for (const value of [0, 127, 128]) writer.write(value);
  expect([...writer.finish()]).toEqual([0, 127, 128, 1]);
});

test("refuses numbers that it cannot hold, and bytes that end too early", () => {
  for (const value of [-1, 0.5, Number.NaN, 2 ** 53])
    expect(() => new ByteWriter().write(value)).toThrow(`${value} is not a whole number of at least 0`);
  expect(() => new ByteWriter().writeSigned(1.5)).toThrow("1.5 is not a whole number");
  expect(() => new ByteReader(Uint8Array.of(128)).read()).toThrow("ends too early");
  expect(() => new ByteReader(Uint8Array.of(3, 1, 2)).take()).toThrow("ends too early");
});
