import { expect, test } from "vitest";
import { ContentSimilarity } from "../../../src/models/content/content-similarity.js";
import { FittedContent } from "../../../src/models/content/fitted-content.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { smallRatings } from "../contract/conformance.js";

const items = SideFeatures.from([{ id: "a", genres: ["war"] }]);

test.each([
  ["GenreContent", GenreContent, new GenreContent().of([{ itemId: "a", genres: ["war"] }])],
  ["ContentSimilarity", ContentSimilarity, new ContentSimilarity().of({ items })],
] as const)("%s refuses a saved model whose rows do not fit its items", (name, Kind, model) => {
  const loaded = modelFromBuffer(modelToBuffer(model.fit(smallRatings)));
  expect(loaded).toBeInstanceOf(FittedContent);
  expect([loaded.name, loaded.kind()]).toEqual([name, Kind]);
  const broken = { starts: Int32Array.of(0, 9), indices: Int32Array.of(7), values: Float64Array.of(1) };
  const saved = { settings: {}, ratings: smallRatings, items: smallRatings.items, names: [] };
  for (const arrays of [broken, {}]) {
    expect(() => Kind.restore({ ...saved, parts: [], arrays })).toThrow("its rows do not fit together");
  }
});
