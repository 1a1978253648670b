import { execFileSync } from "node:child_process";
import { link, mkdtemp, readlink, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DataError } from "../../src/datasets/records/data-error.js";
import { openRegularFile } from "../../src/node/open-regular-file.js";

const newFolder = () => mkdtemp(join(tmpdir(), "reelbook-"));
const posixTest = test.skipIf(process.platform === "win32");

/** Size and content of what is opened. */
async function opened(path: string): Promise<[size: number, text: string]> {
  const { file, size } = await openRegularFile(path);
  try {
    return [size, await file.readFile("utf8")];
  } finally {
    await file.close();
  }
}

test("a file is opened with its size in bytes, an empty one and a linked one too", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "text"), "Zoë");
  await writeFile(join(folder, "empty"), "");
  await link(join(folder, "text"), join(folder, "linked"));
  expect(await opened(join(folder, "text"))).toEqual([4, "Zoë"]);
  expect(await opened(join(folder, "empty"))).toEqual([0, ""]);
  expect(await opened(join(folder, "linked"))).toEqual([4, "Zoë"]);
});

test("what is not there and a folder are a DataError with the path", async () => {
  const folder = await newFolder();
  const missing = join(folder, "missing");
  await expect(openRegularFile(missing)).rejects.toBeInstanceOf(DataError);
  await expect(openRegularFile(missing)).rejects.toMatchObject({ source: missing });
  await expect(openRegularFile(folder)).rejects.toMatchObject({ source: folder });
  await expect(openRegularFile(folder)).rejects.toThrow("this is a folder");
});

posixTest("a pipe is refused at once, though nobody writes to it", async () => {
  const pipe = join(await newFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  await expect(openRegularFile(pipe)).rejects.toThrow("a pipe");
});

posixTest("a link is followed, and refused where it leads to none or to a device", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "text"), "abc");
  await symlink("text", join(folder, "link"));
  await symlink("/dev/null", join(folder, "device"));
  await symlink("nowhere", join(folder, "broken"));
  expect(await opened(join(folder, "link"))).toEqual([3, "abc"]);
  await expect(openRegularFile(join(folder, "device"))).rejects.toThrow("a device");
  await expect(openRegularFile(join(folder, "broken"))).rejects.toThrow("there is no such file");
});

test.skipIf(process.platform !== "linux")("a file that is refused is closed again", async () => {
  const { readdir } = await import("node:fs/promises");
  const folder = await newFolder();
  for (let turn = 0; turn < 3; turn++) await expect(openRegularFile(folder)).rejects.toThrow(DataError);
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  expect(await Promise.all(links)).not.toContain(folder);
});
