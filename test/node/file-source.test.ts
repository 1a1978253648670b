import { execFileSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileSource } from "../../src/node/file-source.js";
import { loadModel } from "../../src/node/save-model.js";
import { loadRatings } from "../../src/node/tables/load-ratings.js";

const posixTest = test.skipIf(process.platform === "win32");
const newFolder = () => mkdtemp(join(tmpdir(), "reelbook-"));

async function textOf(path: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of (await fileSource(path)).chunks())
    text += decoder.decode(chunk, { stream: true });
  return text;
}

test("a file of several chunks is read in order, each time from its start", async () => {
  const path = join(await newFolder(), "long.txt");
  const text = Array.from({ length: 400_000 }, (_, line) => `${line}\n`).join("");
  await writeFile(path, text);
  expect((await textOf(path)) === text).toBe(true);
  expect((await fileSource(path)).size).toBe(text.length);
});

posixTest("a pipe is refused at once, whether or not somebody writes to it", async () => {
  const pipe = join(await newFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const refusal = `${pipe}: this is a pipe, not a regular file; write its content to a file, and give the name of that file`;
  await expect(loadRatings(pipe)).rejects.toThrow(refusal);
  await expect(loadModel(pipe)).rejects.toThrow(refusal);
  const writer = openSync(pipe, "r+");
  await expect(loadRatings(pipe)).rejects.toThrow(refusal);
  closeSync(writer);
});

posixTest("a device is refused", async () => {
  await expect(loadRatings("/dev/zero")).rejects.toThrow("/dev/zero: this is a device, not a regular file");
  await expect(loadModel("/dev/zero")).rejects.toThrow("/dev/zero: this is a device, not a regular file");
});

test.runIf(process.platform === "linux")("a file that cannot be read is named", async () => {
  await expect(textOf("/proc/self/mem")).rejects.toThrow(
    "/proc/self/mem: the file cannot be read (EIO); copy it to another disk and load the copy",
  );
});
