import { beforeEach, expect, test } from "vitest";
import { MeanRating } from "../../src/models/baselines/mean-rating.js";
import { useFiles } from "../../src/web/current-files.js";
import { loadModel, saveModel } from "../../src/web/save-model.js";
import { smallRatings } from "../models/contract/conformance.js";
import { memoryFiles } from "./memory-files.js";

beforeEach(() => useFiles(memoryFiles({ "notebooks/notes.txt": "hello" })));

test("a model comes back from the page's files", async () => {
  const fitted = new MeanRating().fit(smallRatings);
  await saveModel("mean.model", fitted);
  expect((await loadModel("mean.model")).recommend(10)).toEqual(fitted.recommend(10));
  const { name } = await loadModel("/notebooks/mean.model", { kinds: [MeanRating] });
  expect(name).toBe(fitted.name);
});

test("a file that is no model is named", async () => {
  await expect(loadModel("notes.txt")).rejects.toThrow("notes.txt: saved model: it does not start with");
  await expect(loadModel("no-such.model")).rejects.toThrow("no-such.model: there is no such file");
});
