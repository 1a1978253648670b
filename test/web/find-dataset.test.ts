import { beforeEach, expect, test } from "vitest";
import { useFiles } from "../../src/web/current-files.js";
import { findDataset } from "../../src/web/find-dataset.js";
import { memoryFiles } from "./memory-files.js";

const content = {
  "data/ml-latest-small/ratings.csv": "",
  "data/README.md": "",
  "other/mine/ratings.csv": "",
  "notebooks/data/near/ratings.csv": "",
};
beforeEach(() => useFiles(memoryFiles(content)));

test("a name is looked up in data of this folder and its parents, a path is taken as it is", async () => {
  const found = { path: "data/ml-latest-small", files: ["ratings.csv"] };
  expect(await findDataset("ml-latest-small")).toEqual(found);
  expect(await findDataset("../data/ml-latest-small")).toEqual(found);
  expect((await findDataset("near")).path).toBe("notebooks/data/near");
  expect((await findDataset("/other/mine")).path).toBe("other/mine");
});

test("auto is ml-100k where the reader has it", async () => {
  expect((await findDataset("auto")).path).toBe("data/ml-latest-small");
  useFiles(memoryFiles({ ...content, "data/ml-100k/u.data": "" }));
  expect((await findDataset("auto")).path).toBe("data/ml-100k");
});

test("an unknown data set is an error that names those there are", async () => {
  await expect(findDataset("ml-1m")).rejects.toThrow(
    "ml-1m: no data set of this page has this name; there is near, ml-latest-small; take one of these, or make",
  );
  await expect(findDataset("../ml-1m")).rejects.toThrow("../ml-1m: there is no such folder");
});
