import { describe, expect, test } from "vitest";
import { plainValue } from "../../../src/notebook/tables/plain-value.js";

describe("plainValue", () => {
  test("turns typed arrays, sets, maps and dates into what JSON holds, at any depth", () => {
    const value = {
      means: Float64Array.of(3.5, Number.NaN),
      ids: new Set(["a", 1]),
      counts: new Map([["x", new Map([["y", 2]])]]),
      when: new Date(0),
      holes: [undefined, null, true],
      left: undefined,
    };
    expect(plainValue(value)).toEqual({
      means: [3.5, null],
      ids: ["a", 1],
      counts: { x: { y: 2 } },
      when: "1970-01-01T00:00:00.000Z",
      holes: [null, null, true],
    });
    expect(Object.keys(plainValue(value) as object)).not.toContain("left");
  });

  test("takes an object without a prototype, and one value in two places", () => {
    const shared = [1];
    expect(plainValue(Object.assign(Object.create(null), { a: shared, b: shared }))).toEqual({
      a: [1],
      b: [1],
    });
  });

  test.each<[where: string, value: unknown]>([
    ["value", Number.POSITIVE_INFINITY],
    ["value", undefined],
    ["value", 1n],
    ["value.a[1]", { a: [0, Number.NEGATIVE_INFINITY] }],
    ["value.f", { f: () => 1 }],
    ["value[0].s", [{ s: Symbol("s") }]],
    ["value.m.x", { m: new Map([["x", new Error("lost")]]) }],
  ])("refuses at %s what would be lost", (where, value) => {
    expect(() => plainValue(value)).toThrow(TypeError);
    expect(() => plainValue(value)).toThrow(`${where} is `);
  });

  test("refuses a cycle, and names the value as it is called", () => {
    const cycle: unknown[] = [];
    cycle.push([cycle]);
    expect(() => plainValue(cycle, "answer")).toThrow("answer[0][0] is an object that contains itself");
  });
});
