import { describe, expect, test } from "vitest";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { hashOf, PREFIX } from "../../../src/models/saving/buffer-layout.js";
import { headerFromBytes } from "../../../src/models/saving/model-header.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";

const timed = Ratings.from([
  { userId: 10, itemId: "a", rating: 5, timestamp: 100 },
  { userId: 20, itemId: "a", rating: 3, timestamp: 200 },
  { userId: 10, itemId: "b", rating: 1, timestamp: 300 },
]);
const untimed = Ratings.from(Array.from(timed, ({ timestamp: _, ...rating }) => rating));
const model = new MeanRating({ damping: 0 });

/** The parts of a buffer as its format tells, read without the library's own reader. */
function partsOf(buffer: ArrayBuffer) {
  const [version, length = 0, hash] = new Uint32Array(buffer, 8, 3);
  const header = headerFromBytes(new Uint8Array(buffer, 24, length));
  let position = Math.ceil((24 + length) / 8) * 8;
  const arrays: Record<string, number[]> = {};
  for (const { name, type, length: count } of header.arrays) {
    const kind = type === "Int32Array" ? Int32Array : Float64Array;
    arrays[name] = [...new kind(buffer, position, count)];
    position += Math.ceil((count * kind.BYTES_PER_ELEMENT) / 8) * 8;
  }
  return {
    word: new TextDecoder().decode(buffer.slice(0, 8)),
    version,
    hash,
    header,
    arrays,
    length,
    position,
  };
}

describe("modelToBuffer", () => {
  test("writes word, version, hash, header and arrays, and no byte more", () => {
    const buffer = modelToBuffer(model.fit(timed));
    const { word, version, hash, header, arrays, length, position } = partsOf(buffer);
    expect([word, version, hash]).toEqual(["reelbook", 1, hashOf(buffer, length)]);
    expect([...new Uint8Array(buffer, PREFIX - 4, 4)]).toEqual([0, 0, 0, 0]);
    expect(position).toBe(buffer.byteLength);
    expect(header).toMatchObject({
      model: "MeanRating",
      settings: model.settings,
      userIds: [10, 20],
      itemIds: ["a", "b"],
      scale: { min: 1, max: 5 },
      moreItemIds: [],
      parts: [],
    });
    expect(arrays).toEqual({
      "ratings.userIndices": [0, 1, 0],
      "ratings.itemIndices": [0, 0, 1],
      "ratings.values": [5, 3, 1],
      "ratings.timestamps": [100, 200, 300],
      "model.scores": [4, 1],
    });
  });

  test("writes no timestamps where there are none", () => {
    const { arrays } = partsOf(modelToBuffer(model.fit(untimed)));
    expect(arrays).not.toHaveProperty("ratings.timestamps");
  });

  test("puts the place of each part before the names of its arrays, and the ratings once", () => {
    const fallback = new Fallback([model, new Fallback([model])]).fit(untimed);
    const { header, arrays } = partsOf(modelToBuffer(fallback));
    expect(header.parts.map((part) => [part.model, part.parts.length])).toEqual([
      ["MeanRating", 0],
      ["Fallback", 1],
    ]);
    expect(Object.keys(arrays).filter((name) => name.startsWith("ratings."))).toHaveLength(3);
    expect(arrays["model.0.scores"]).toEqual([4, 1]);
    expect(arrays["model.1.0.scores"]).toEqual([4, 1]);
  });

  test("gives the same bytes for the same model", () => {
    const bytes = () => new Uint8Array(modelToBuffer(model.fit(timed)));
    expect(bytes()).toEqual(bytes());
  });
});
