import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { writeWholeFile } from "../../src/node/write-whole-file.js";

vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  return { ...crypto, randomBytes: vi.fn(crypto.randomBytes) };
});
afterEach(() => vi.restoreAllMocks());

const newFolder = () => mkdtemp(join(tmpdir(), "reelbook-"));
const bytes = new TextEncoder().encode("new");

test("writes at once leave one content, whole, and nothing else", async () => {
  const folder = await newFolder();
  const path = join(folder, "file");
  const contents = ["a".repeat(3_000_000), "b", "c".repeat(100_000)];
  await Promise.all(contents.map((text) => writeWholeFile(path, new TextEncoder().encode(text))));
  expect(contents).toContain(await readFile(path, "utf8"));
  expect(await readdir(folder)).toEqual(["file"]);
});

test("a link that somebody placed at the temporary name is not followed", async () => {
  const { randomBytes } = await import("node:crypto");
  vi.mocked(randomBytes).mockImplementation(((size: number) => Buffer.alloc(size)) as typeof randomBytes);
  const folder = await newFolder();
  await writeFile(join(folder, "victim"), "untouched");
  await symlink(join(folder, "victim"), join(folder, `file.${"00".repeat(8)}.half`));
  await expect(writeWholeFile(join(folder, "file"), bytes)).rejects.toThrow("EEXIST");
  expect(await readFile(join(folder, "victim"), "utf8")).toBe("untouched");
});

test("what a killed writer left is removed after an hour, other files and fresh ones stay", async () => {
  const folder = await newFolder();
  const names = [
    "file.0123456789abcdef.half",
    "file.fedcba9876543210.half",
    "file.mine.half",
    "other.0123456789abcdef.half",
  ];
  for (const name of names) await writeFile(join(folder, name), "half");
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  for (const name of names.filter((each) => !each.includes("fedc"))) {
    await utimes(join(folder, name), twoHoursAgo, twoHoursAgo);
  }
  await writeWholeFile(join(folder, "file"), bytes);
  expect((await readdir(folder)).sort()).toEqual(["file", ...names.slice(1)].sort());
});

test.skipIf(process.platform === "win32")("a pipe or a device is refused and stays", async () => {
  const pipe = join(await newFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  await expect(writeWholeFile(pipe, bytes)).rejects.toThrow("this is a pipe, not a regular file");
  await expect(writeWholeFile("/dev/null", bytes)).rejects.toThrow(
    "/dev/null: this is a device, not a regular file; write its content to a file",
  );
});
