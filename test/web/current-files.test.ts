import { beforeEach, expect, test } from "vitest";
import { currentFiles, useFiles } from "../../src/web/current-files.js";
import { memoryFiles } from "./memory-files.js";

beforeEach(() => useFiles());

test("files must be named before they are used", () => {
  expect(() => currentFiles()).toThrow("call useFiles(fetchedFiles(url, names)) first");
  const files = memoryFiles({});
  useFiles(files);
  expect(currentFiles()).toBe(files);
});
