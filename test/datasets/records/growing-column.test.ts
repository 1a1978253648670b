import { expect, test } from "vitest";
import { GrowingColumn } from "../../../src/datasets/records/growing-column.js";

const numbers = (count: number, from = 0) => Float64Array.from({ length: count }, (_, index) => from + index);

/** A column whose makings are counted. */
function column(expected: () => number) {
  const made: number[] = [];
  const make = (length: number) => {
    made.push(length);
    return new Float64Array(length);
  };
  return { made, column: new GrowingColumn(make, expected) };
}

/** `toEqual` takes seconds for arrays of this length. */
function isSame(found: Float64Array, expected: readonly number[]): boolean {
  return found.length === expected.length && found.every((value, index) => value === expected[index]);
}

test("holds what was pushed and appended, in order, and is empty once packed", () => {
  const { column: growing } = column(() => Number.NaN);
  growing.push(7);
  growing.append(numbers(100_000));
  growing.push(8);
  growing.append(numbers(200_000, 5));
  expect(growing.length).toBe(300_002);
  expect(isSame(growing.pack(), [7, ...numbers(100_000), 8, ...numbers(200_000, 5)])).toBe(true);
  expect(growing.length).toBe(0);
  expect(growing.pack()).toEqual(new Float64Array(0));
  growing.push(1);
  expect([...growing.pack()]).toEqual([1]);
});

test("knows its least value, NaN aside", () => {
  const { column: growing } = column(() => Number.NaN);
  expect(growing.least()).toBeNaN();
  for (const value of [Number.NaN, 3, Number.NaN, 1, 2]) growing.push(value);
  expect(growing.least()).toBe(1);
});

test("makes room once for as many as are expected, and copies nothing when packed", () => {
  let expected = Number.NaN;
  const { made, column: growing } = column(() => expected);
  growing.append(numbers(1000));
  expected = 200_000;
  for (let block = 0; block < 195; block++) growing.append(numbers(1000));
  expect(made).toEqual([0, 65_536, 200_000]);
  expect(growing.pack().buffer.byteLength).toBe(8 * 200_000);
});

test("survives a wrong guess: too few are doubled, too many are let go of", () => {
  const { column: tooFew } = column(() => 10);
  tooFew.append(numbers(70_000));
  for (let index = 0; index < 70_000; index++) tooFew.push(index);
  expect(isSame(tooFew.pack(), [...numbers(70_000), ...numbers(70_000)])).toBe(true);
  const { column: tooMany } = column(() => 1_000_000);
  tooMany.append(numbers(10));
  expect(tooMany.pack().buffer.byteLength).toBe(80);
});
