import { describe, expect, test } from "vitest";
import {
  areSameSettings,
  byteLengthOf,
  headerFromBytes,
  headerToBytes,
  type ModelHeader,
  padded,
  type SavedKind,
  shapeOf,
} from "../../../src/models/saving/model-header.js";

const header: ModelHeader = {
  model: "Fallback",
  settings: { keep: Number.POSITIVE_INFINITY, ratio: 0.5 },
  moreItemIds: ["z"],
  parts: [
    { model: "ItemKnn", settings: { keep: Number.POSITIVE_INFINITY }, moreItemIds: [], parts: [] },
    { model: "Baseline", settings: { lists: [1, Number.POSITIVE_INFINITY] }, moreItemIds: [], parts: [] },
  ],
  userIds: [1, "1", "Zoë"],
  itemIds: ["a", 7],
  scale: { min: 0.5, max: 5 },
  names: ["mean"],
  arrays: [{ name: "ratings.values", type: "Float64Array", length: 2 }],
};

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe("a header of a saved model", () => {
  test("comes back as it was, with an Infinity at any depth of settings", () => {
    expect(headerFromBytes(headerToBytes(header))).toEqual(header);
    const { names: _, ...withoutNames } = header;
    expect(headerFromBytes(headerToBytes(withoutNames))).toEqual(withoutNames);
  });

  test("keeps an id that is the text Infinity", () => {
    const odd = { ...header, userIds: ["Infinity"] };
    expect(headerFromBytes(headerToBytes(odd)).userIds).toEqual(["Infinity"]);
  });

  test.each<[what: string, bytes: Uint8Array]>([
    ["no JSON", new TextEncoder().encode('{"model":')],
    ["no UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["nothing", new Uint8Array(0)],
  ])("that is %s is refused", (_, bytes) => {
    expect(() => headerFromBytes(bytes)).toThrow("saved model: its header is not JSON");
  });

  test.each<[what: string, changed: object]>([
    ["a name of the model", { model: 7 }],
    ["settings", { settings: null }],
    ["parts that are a list", { parts: {} }],
    ["parts that are models", { parts: [{ model: "Baseline" }] }],
    ["ids that are texts or numbers", { userIds: [null] }],
    ["ids that differ", { itemIds: ["a", "a"] }],
    ["more items than those of the ratings", { moreItemIds: ["a"] }],
    ["a scale", { scale: undefined }],
    ["a scale with both ends", { scale: { min: 1 } }],
    ["names that are texts", { names: ["mean", 1] }],
    ["a list of arrays", { arrays: { length: 0 } }],
    ["arrays with names", { arrays: [{ type: "Int32Array", length: 1 }] }],
    ["a type of array that there is", { arrays: [{ name: "x", type: "toString", length: 1 }] }],
    ["a length of at least 0", { arrays: [{ name: "x", type: "Int32Array", length: -1 }] }],
    ["a whole length", { arrays: [{ name: "x", type: "Int32Array", length: 1.5 }] }],
    ["arrays whose names differ", { arrays: [...header.arrays, ...header.arrays] }],
  ])("without %s is refused", (_, changed) => {
    expect(() => headerFromBytes(bytesOf({ ...header, ...changed }))).toThrow("saved model: its header");
  });

  test.each([[null], [[]], ["reelbook"], [7]])("that is %j is refused", (value) => {
    expect(() => headerFromBytes(bytesOf(value))).toThrow("saved model: its header");
  });
});

describe("a header with models in models", () => {
  /**
   * A model within a model and so on; each takes a level for itself and one for the list it is in.
   */
  const nest = (depth: number): SavedKind => ({
    ...{ model: "Fallback", settings: {}, moreItemIds: [] },
    parts: depth === 0 ? [] : [nest(depth - 1)],
  });

  test("is read to the depth to which it is written, and refused beyond on both sides", () => {
    const [deep, deeper] = [50, 51].map((depth) => ({ ...header, ...nest(depth) }));
    expect(headerFromBytes(headerToBytes(deep!))).toEqual(deep);
    expect(() => headerToBytes(deeper!)).toThrow(/^Fallback cannot be saved: .* 100 levels/);
    expect(() => headerFromBytes(bytesOf(deeper))).toThrow(
      "saved model: it is nested deeper than 100 levels",
    );
  });

  test("is refused before its depth overflows the stack", () => {
    const text = JSON.stringify({ ...header, settings: "DEEP" });
    const bytes = text.replace('"DEEP"', "[".repeat(3000) + "]".repeat(3000));
    expect(() => headerFromBytes(new TextEncoder().encode(bytes))).toThrow("nested deeper than 100 levels");
  });
});

describe("areSameSettings", () => {
  test("does not depend on the order of names, at any depth", () => {
    const settings = { a: 1, b: { c: [1, { e: 5, d: 4 }], f: null } };
    expect(areSameSettings(settings, { b: { f: null, c: [1, { d: 4, e: 5 }] }, a: 1 })).toBe(true);
  });

  test.each<[a: object, b: object]>([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: "1" }],
    [{ a: 1 }, {}],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { b: 1 } }, { a: { c: 1 } }],
    [{ a: Number.POSITIVE_INFINITY }, { a: null }],
    [JSON.parse('{"__proto__":1}'), {}],
  ])("tells %j from %j", (a, b) => {
    expect(areSameSettings(a, b)).toBe(false);
    expect(areSameSettings(a, a)).toBe(true);
  });
});

test("an array's shape is its name, type and length; it takes a multiple of 8 bytes", () => {
  expect(shapeOf(["x", new Int32Array(3)])).toEqual({ name: "x", type: "Int32Array", length: 3 });
  expect(shapeOf(["y", new Float64Array(0)])).toEqual({ name: "y", type: "Float64Array", length: 0 });
  expect([0, 1, 2, 3].map((length) => byteLengthOf({ name: "x", type: "Int32Array", length }))).toEqual([
    0, 8, 8, 16,
  ]);
  expect(byteLengthOf({ name: "y", type: "Float64Array", length: 3 })).toBe(24);
  expect([0, 1, 8, 9].map(padded)).toEqual([0, 8, 8, 16]);
});
