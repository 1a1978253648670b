import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/places.mjs";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { allScores } from "../contract/conformance.js";

/**
 * Models saved by version 0.1 (commit 9b4c87b), with the scores that it gave: `make.mjs` there made
 * them.
 */
const folder = join(root, "test/golden/models-0.1");
const predictions: Record<string, Record<string, (number | null)[]>> = JSON.parse(
  readFileSync(join(folder, "predictions.json"), "utf8"),
);
const files = readdirSync(folder).filter((file) => file.endsWith(".model"));

test("every kind of model that 0.1 saved is here", () => {
  expect(files).toHaveLength(26);
  expect(files.map((file) => file.replace(".model", ""))).toEqual(Object.keys(predictions).sort());
});

describe.each(files)("%s of version 0.1", (file) => {
  const load = () => modelFromBuffer(readFileSync(join(folder, file)));

  test("gives the scores that it gave there", () => {
    const loaded = load();
    const expected = predictions[file.replace(".model", "")]!;
    expect(loaded.items.ids.map(String)).toEqual(Object.keys(expected));
    for (const [user, scores] of allScores(loaded).entries()) {
      for (const [item, score] of scores.entries()) {
        const there = expected[String(loaded.items.idOf(item))]![user];
        if (there === null) expect(score).toBeNaN();
        else expect(Math.abs(score - there!)).toBeLessThanOrEqual(1e-12 * Math.abs(there!));
      }
    }
  });

  test("can be saved and loaded again", () => {
    const loaded = load();
    expect(allScores(modelFromBuffer(modelToBuffer(loaded)))).toEqual(allScores(loaded));
  });
});
