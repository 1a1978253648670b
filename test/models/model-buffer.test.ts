import { describe, expect, test } from "vitest";
import { MeanRating } from "../../src/models/mean-rating.js";
import { modelFromBuffer, modelToBuffer } from "../../src/models/model-buffer.js";
import { smallRatings } from "./conformance.js";

const fitted = new MeanRating({ damping: 3 }).fit(smallRatings);
const buffer = modelToBuffer(fitted);

/** The same buffer with another header; the header's length stays, filled up with spaces. */
function withHeader(change: (json: string) => string): ArrayBuffer {
  const bytes = new Uint8Array(buffer.slice(0));
  const length = new Uint32Array(buffer, 12, 1)[0]!;
  const json = new TextDecoder().decode(bytes.subarray(16, 16 + length));
  const changed = new TextEncoder().encode(change(json).padEnd(length));
  expect(changed.length).toBe(length);
  bytes.set(changed, 16);
  return bytes.buffer;
}

describe("a saved model", () => {
  test("is read from the middle of other bytes, too", () => {
    const larger = new Uint8Array(buffer.byteLength + 3);
    larger.set(new Uint8Array(buffer), 3);
    expect(modelFromBuffer(larger.subarray(3)).predict(30, "a")).toBe(fitted.predict(30, "a"));
  });

  test("shares the buffer instead of copying it", () => {
    expect(modelFromBuffer(buffer).ratings.values.buffer).toBe(buffer);
  });

  test("that is none is refused with a sentence", () => {
    const refused = (bytes: ArrayBuffer | Uint8Array) => expect(() => modelFromBuffer(bytes));
    refused(new ArrayBuffer(0)).toThrow(
      "saved model: it does not start with the word reelbook; save the model anew",
    );
    refused(new TextEncoder().encode("PK\u0003\u0004 something else")).toThrow(
      "does not start with the word reelbook",
    );
    refused(buffer.slice(0, 40)).toThrow("it is cut short within its header");
    refused(buffer.slice(0, buffer.byteLength - 8)).toThrow("it is cut short within model.scores");
    const other = buffer.slice(0);
    new Uint32Array(other, 8, 1)[0] = 7;
    refused(other).toThrow("it is of version 7, and this reelbook reads version 1");
    refused(
      withHeader((json) =>
        json.replace("MeanRating", "Constructor").replace('"Constructor"', '"constructo"'),
      ),
    ).toThrow("it holds a constructo, which this version of reelbook does not know");
    refused(withHeader((json) => json.replace("{", "["))).toThrow("its header is not JSON");
    refused(withHeader((json) => json.replace('"userIds"', '"userXds"'))).toThrow(
      "its header lacks what a model has",
    );
    refused(withHeader((json) => json.replace('"offset":0', '"offset":4'))).toThrow(
      "its header lacks what a model has",
    );
    refused(withHeader((json) => json.replace('"damping":3', '"damping":-'))).toThrow(
      "its header is not JSON",
    );
    refused(withHeader((json) => json.replace("[30,10,20,", "[30,10,30,"))).toThrow(
      "its ratings do not fit together",
    );
  });
});
