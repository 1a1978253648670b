import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDate, parseNumber } from "../../../src/datasets/ratings/parse-number.js";

function parse(text: string): number {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return parseNumber(bytes, 1, bytes.length - 1);
}

test("numbers are exactly what JavaScript makes of their text", () => {
  for (const text of [
    "0",
    "5",
    "3.5",
    "0.1",
    ".5",
    "5.",
    "-2.25",
    "+1",
    "1e3",
    "12345678901234567890",
    "0.123456789012345",
    "0.1234567890123456",
    "123456789012345.67",
    "9007199254740993",
    " 4 ",
  ]) {
    expect(parse(text)).toBe(Number(text));
  }
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => parse(String(value)) === value,
    ),
  );
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 9 }), (whole, places) => {
      const text = (whole / 10 ** places).toFixed(places);
      return parse(text) === Number(text);
    }),
  );
});

test("what spells no finite number is NaN", () => {
  for (const text of [
    "",
    " ",
    "five",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "0x10",
    "1,5",
    "1.2.3",
    "--1",
    ".",
  ]) {
    expect(parse(text), text).toBeNaN();
  }
});

test("a zero has no sign, and a number that is endlessly long is none", () => {
  expect(parse("-0")).toBe(0);
  expect(parse(`5${" ".repeat(500)}x`)).toBeNaN();
  expect(parse("9".repeat(1 << 20))).toBeNaN();
});

test("a day that the calendar lacks is no date", () => {
  expect(parseDate("2024-02-29")).toBe(1709164800);
  for (const text of [
    "2023-02-29",
    "2023-02-31T10:00",
    "2023-04-31",
    "2023-13-01",
    "2023-00-01",
    "2023-01-00",
  ]) {
    expect(parseDate(text), text).toBeNaN();
  }
});

test("dates are seconds since 1970, UTC where no zone is given", () => {
  expect(parseDate("1997-12-04")).toBe(881193600);
  expect(parseDate("1997-12-04T15:55:49")).toBe(881250949);
  expect(parseDate("1997-12-04 15:55:49Z")).toBe(881250949);
  expect(parseDate("1997-12-04T16:55:49+01:00")).toBe(881250949);
  expect(parseDate("4.12.1997")).toBeNaN();
});
