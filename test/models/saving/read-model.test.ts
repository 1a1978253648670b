import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import type { FittedModel } from "../../../src/models/contract/model.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { readModel } from "../../../src/models/saving/read-model.js";
import { allScores, smallRatings } from "../contract/conformance.js";
import { forged as forge, PREFIX, partsOf } from "./forged.js";

const fitted = new MeanRating({ damping: 3 }).fit(smallRatings);
const buffer = modelToBuffer(fitted);
const similar = modelToBuffer(new ItemKnn().fit(smallRatings));

const forged = (change: Parameters<typeof forge>[0], original = buffer) => forge(change, original);
const replaced = (from: string | RegExp, to: string) => ({ json: (json: string) => json.replace(from, to) });

/** The same buffer with other bytes at some places. */
function damaged(original: ArrayBuffer, bytes: Readonly<Record<number, number>>): ArrayBuffer {
  const copy = new Uint8Array(original.slice(0));
  for (const [position, byte] of Object.entries(bytes)) copy[Number(position)] = byte;
  return copy.buffer;
}

const refused = (bytes: unknown) => expect(() => modelFromBuffer(bytes as ArrayBuffer));

describe("a saved model", () => {
  test("is read from the middle of other bytes, too", () => {
    const larger = new Uint8Array(buffer.byteLength + 3);
    larger.set(new Uint8Array(buffer), 3);
    expect(modelFromBuffer(larger.subarray(3)).predict(30, "a")).toBe(fitted.predict(30, "a"));
  });

  test("is read from a small Buffer of Node, which lies in a pool with others", () => {
    const pooled = Buffer.from(new Uint8Array(buffer));
    expect(pooled.buffer.byteLength).toBeGreaterThan(buffer.byteLength);
    expect(allScores(modelFromBuffer(pooled))).toEqual(allScores(fitted));
  });

  test("shares the buffer instead of copying it", () => {
    expect(modelFromBuffer(buffer).ratings.values.buffer).toBe(buffer);
  });

  test("comes back where nothing but the test's own forgery has touched it", () => {
    for (const original of [buffer, similar]) expect(forged({}, original)).toEqual(original);
  });

  test("may have its settings in any order", () => {
    const reordered = forged(replaced('"minRatings":1,"damping":3', '"damping":3,"minRatings":1'));
    expect(allScores(modelFromBuffer(reordered))).toEqual(allScores(fitted));
  });

  test("that is none is refused with a sentence", () => {
    refused(new ArrayBuffer(0)).toThrow(
      "saved model: it does not start with the word reelbook; save the model again",
    );
    refused(new TextEncoder().encode("PK\u0003\u0004 something else")).toThrow(
      "does not start with the word reelbook",
    );
    refused("reelbook").toThrow("saved model: it is neither an ArrayBuffer nor a Uint8Array");
    refused(undefined).toThrow("saved model: it is neither an ArrayBuffer nor a Uint8Array");
    refused(damaged(buffer, { 8: 7 })).toThrow("it is of version 7, and this reelbook reads version 1");
  });

  test("that lies about its length is refused, and nothing is made of that length", () => {
    refused(buffer.slice(0, 60)).toThrow("it is cut short within its header");
    refused(buffer.slice(0, buffer.byteLength - 8)).toThrow("it is cut short within model.scores");
    refused(damaged(buffer, { 12: 255, 13: 255, 14: 255, 15: 255 })).toThrow("cut short within its header");
    const longer = new Uint8Array(buffer.byteLength + 8);
    longer.set(new Uint8Array(buffer));
    refused(longer).toThrow("it goes on after its end");
    for (const length of ["14", "9007199254740991"]) {
      refused(forged(replaced('"length":13', `"length":${length}`))).toThrow("saved model: it");
    }
    refused(forged(replaced(/"length":5(?=}\])/, '"length":900719925474099'))).toThrow(
      "it is cut short within model.scores",
    );
    const before = process.memoryUsage().arrayBuffers;
    refused(forged(replaced(/"length":5(?=}\])/, '"length":100000000'))).toThrow("cut short");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test.each([
    ["JSON", replaced("{", "["), "its header is not JSON"],
    ["an object", { json: () => "null" }, "its header lacks what a model has"],
    [
      "a kind that there is",
      replaced("MeanRating", "constructor"),
      'it holds a model of the kind "constructor", which is not one of the 30 kinds',
    ],
    ["users", replaced('"userIds"', '"userXds"'), "its header lacks what a model has"],
    ["ids that are numbers or texts", replaced("[30,", "[null,"), "its header lacks"],
    ["finite ids", replaced("[30,", "[1e999,"), "its header lacks"],
    ["ids that come once", replaced("[30,10,20,", "[30,10,30,"), "its header lacks"],
    ["an id for each index", replaced("[30,10,20,", "[30,10,"), "its ratings do not fit together"],
    ["a scale", replaced(/"scale":{[^}]*}/, '"scale":{"min":1,"max":null}'), "its header lacks"],
    ["a scale that holds its ratings", replaced('"max":5', '"max":4'), "its ratings do not fit together"],
    ["a type that there is", replaced("Int32Array", "Uint8Array"), "its header lacks"],
    ["a type that is an array's", replaced("Int32Array", "toString"), "its header lacks"],
    ["a whole length", replaced('"length":13', '"length":12.5'), "its header lacks"],
    ["a length from 0", replaced('"length":13', '"length":-13'), "its header lacks"],
    ["an array once", replaced("ratings.itemIndices", "ratings.userIndices"), "its header lacks"],
    ["its arrays", replaced("model.scores", "model.__proto__"), "scores is nothing instead of 5 numbers"],
    ["its own arrays", replaced("model.scores", "model.constructor"), "scores is nothing instead of 5"],
    ["ratings", replaced("ratings.values", "ratings.__proto__"), "its ratings do not fit together"],
    ["settings in their range", replaced('"damping":3', '"damping":-3'), "saved model: damping: -3 is not"],
    ["settings of their type", replaced('"damping":3', '"damping":"3"'), 'saved model: damping: "3" is not'],
    [
      "settings with a text",
      replaced('"damping":3', '"damping":{"toString":1}'),
      "is not a number of at least 0",
    ],
    ["all settings", replaced(',"damping":3', ""), "its settings are not those of a MeanRating"],
    ["no other settings", replaced('"damping":3', '"damping":3,"__proto__":{}'), "MeanRating has no setting"],
  ])("without %s is refused", (_, change, message) => {
    refused(forged(change)).toThrow(message);
    refused(forged(change)).toThrow(RangeError);
  });

  test("whose header is not UTF-8 is refused", () => {
    const at = PREFIX + partsOf(buffer).json.indexOf('"a"') + 1;
    refused(damaged(buffer, { [at]: 0xe9 })).toThrow("its header is not JSON");
  });

  test.each([
    ["an index outside", (arrays: Uint8Array) => arrays.fill(9, 0, 1)],
    ["an index below 0", (arrays: Uint8Array) => arrays.fill(255, 0, 4)],
    [
      "a pair that comes twice",
      (arrays: Uint8Array) => void arrays.copyWithin(4, 0, 4).copyWithin(60, 56, 60),
    ],
    ["a rating that is NaN", (arrays: Uint8Array) => arrays.fill(255, 112, 120)],
    ["a rating outside the scale", (arrays: Uint8Array) => arrays.fill(0, 112, 120)],
  ])("with %s among its ratings is refused", (_, arrays) => {
    refused(forged({ arrays })).toThrow("its ratings do not fit together");
  });

  test("of neighbours that lead outside is refused", () => {
    const json = JSON.parse(partsOf(similar).json);
    for (const name of ["starts", "indices"]) {
      const padded = ({ type, length }: { type: string; length: number }) =>
        Math.ceil((length * (type === "Int32Array" ? 4 : 8)) / 8) * 8;
      const index = json.arrays.findIndex((each: { name: string }) => each.name === `model.${name}`);
      const at = json.arrays.slice(0, index).reduce((sum: number, each: any) => sum + padded(each), 0);
      const arrays = (bytes: Uint8Array) => bytes.fill(127, at, at + 4);
      refused(forged({ arrays }, similar)).toThrow(/saved model: its \w+ do not fit together/);
    }
  });

  test("cut at any byte is refused", () => {
    for (let length = 0; length < buffer.byteLength; length++) {
      refused(buffer.slice(0, length)).toThrow(/^saved model: it .*; save the model again/);
      refused(new Uint8Array(buffer, 0, length)).toThrow(RangeError);
    }
  });

  test("with any bit flipped is refused, or the very same", () => {
    const bytes = new Uint8Array(buffer);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const position = bit >> 3;
      const flipped = damaged(buffer, { [position]: bytes[position]! ^ (1 << (bit & 7)) });
      const model = sameOrRefused(flipped);
      // Only the four bytes of padding in the prefix say nothing.
      expect(model === undefined || (position >= 20 && position < PREFIX), `byte ${position}`).toBe(true);
    }
  });
});

/** The model in some bytes, undefined where they are refused with a sentence. */
function sameOrRefused(bytes: ArrayBuffer): FittedModel | undefined {
  try {
    return modelFromBuffer(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect((error as Error).message).toMatch(/^saved model: .+; save the model again/s);
    return undefined;
  }
}

test("whatever happens to the bytes of a saved model, it is refused or the same", () => {
  const originals = [buffer, similar];
  const change = fc.oneof(
    fc.record({ kind: fc.constant("set" as const), at: fc.nat(), value: fc.nat(255) }),
    fc.record({ kind: fc.constant("delete" as const), at: fc.nat(), value: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant("insert" as const), at: fc.nat(), value: fc.nat(255) }),
    fc.record({ kind: fc.constant("repeat" as const), at: fc.nat(), value: fc.integer({ min: 1, max: 64 }) }),
  );
  fc.assert(
    fc.property(fc.nat(1), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
      let bytes = [...new Uint8Array(originals[which]!)];
      for (const { kind, at, value } of changes) {
        const place = at % bytes.length;
        if (kind === "set") bytes[place] = value;
        if (kind === "delete") bytes.splice(place, value);
        if (kind === "insert") bytes.splice(place, 0, value);
        if (kind === "repeat") bytes = [...bytes.slice(0, place + value), ...bytes.slice(place)];
      }
      const model = sameOrRefused(Uint8Array.from(bytes).buffer);
      const saved = model && new Uint8Array(modelToBuffer(model));
      if (saved) expect(saved).toEqual(new Uint8Array(originals[which]!));
    }),
    { seed: 4, numRuns: 2000 },
  );
});

test("a shared buffer is read without a copy", () => {
  const fitted = new ImplicitAls({ factors: 2 }).fit(smallRatings);
  const bytes = new Uint8Array(modelToBuffer(fitted));
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  for (const buffer of [shared, new Uint8Array(shared)]) {
    const model = readModel(buffer, [ImplicitAls]);
    expect(model.learned.itemFactors.buffer).toBe(shared);
    expect(model.recommend(10)).toEqual(fitted.recommend(10));
  }
});
