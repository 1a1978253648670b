import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MeanRating } from "../../src/models/baselines/mean-rating.js";
import { Ease } from "../../src/models/item-weights/ease.js";
import { loadModel, saveModel } from "../../src/node/save-model.js";
import { smallRatings } from "../models/contract/conformance.js";

test("a model comes back from its file, and nothing else is left there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reelbook-"));
  const fitted = new MeanRating().fit(smallRatings);
  await saveModel(join(folder, "mean.model"), fitted);
  expect((await loadModel(join(folder, "mean.model"))).recommend(10)).toEqual(fitted.recommend(10));
  expect(await readdir(folder)).toEqual(["mean.model"]);
});

test("a file that is no model is named", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "notes.txt");
  await writeFile(path, "hello");
  await expect(loadModel(path)).rejects.toThrow(
    `${path}: saved model: it does not start with the word reelbook`,
  );
  await expect(loadModel("no-such.model")).rejects.toThrow("no-such.model: there is no such file; check");
  await expect(loadModel(tmpdir())).rejects.toThrow(`${tmpdir()}: this is a folder`);
  await expect(saveModel(join(path, "x"), new MeanRating().fit(smallRatings))).rejects.toThrow("ENOTDIR");
});

test("of two saves to one path at once, the file holds one of the models whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reelbook-"));
  const path = join(folder, "any.model");
  const [large, small] = [new Ease().fit(smallRatings), new MeanRating().fit(smallRatings)];
  for (let round = 0; round < 10; round++) {
    await Promise.all([saveModel(path, large), saveModel(path, small), saveModel(path, large)]);
    expect([large.name, small.name]).toContain((await loadModel(path)).name);
  }
  expect(await readdir(folder)).toEqual(["any.model"]);
});
