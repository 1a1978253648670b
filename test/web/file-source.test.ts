import { beforeEach, expect, test } from "vitest";
import { useFiles } from "../../src/web/current-files.js";
import { fileSource, readFile } from "../../src/web/file-source.js";
import { memoryFiles } from "./memory-files.js";

beforeEach(() => useFiles(memoryFiles({ "notebooks/mine.csv": "a,b\n", "top.csv": "x" })));

test("a file is a source of its bytes, as often as it is read", async () => {
  const source = await fileSource("mine.csv");
  expect([source.name, source.size]).toEqual(["mine.csv", 4]);
  for (let round = 0; round < 2; round++) {
    const texts: string[] = [];
    for await (const chunk of source.chunks()) texts.push(new TextDecoder().decode(chunk));
    expect(texts).toEqual(["a,b\n"]);
  }
});

test("paths start in the folder of the notebook", async () => {
  expect(await readFile("../top.csv")).toEqual(await readFile("/top.csv"));
});

test("a file that is not there, and a folder, are errors that say what to do", async () => {
  await expect(fileSource("your.csv")).rejects.toThrow(
    "your.csv: there is no such file in the folder notebooks; check its name and folder, or drop the file",
  );
  await expect(fileSource("/your.csv")).rejects.toThrow("no such file in the top folder");
  await expect(fileSource("/notebooks")).rejects.toThrow("/notebooks: this is a folder");
});
