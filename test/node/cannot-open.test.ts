import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DataError } from "../../src/datasets/records/data-error.js";
import { cannotOpen, notARegularFile } from "../../src/node/cannot-open.js";

describe("cannotOpen", () => {
  test.each([
    ["ENOENT", "there is no such file"],
    ["EISDIR", "this is a folder"],
    ["ENXIO", "a socket or a device"],
    ["EACCES", "EACCES"],
    ["EMFILE", "EMFILE"],
  ])("says what %s means, with the path", (code, reason) => {
    const error = cannotOpen("my/ratings.csv", { code });
    expect(error).toBeInstanceOf(DataError);
    expect([error.source, error.line]).toEqual(["my/ratings.csv", undefined]);
    expect(error.reason).toContain(reason);
    expect(error.message).toMatch(/^my\/ratings\.csv: .*; .+/);
  });
});

describe("notARegularFile", () => {
  test("names a folder and a device by what the system tells of them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "reelbook-"));
    expect(notARegularFile(folder, await stat(folder))).toEqual(cannotOpen(folder, { code: "EISDIR" }));
  });

  test.skipIf(process.platform === "win32")("names a device", async () => {
    expect(notARegularFile("/dev/null", await stat("/dev/null")).reason).toContain("a device");
  });

  test("tells a pipe from a socket and a device", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "plain");
    await writeFile(path, "");
    const plain = await stat(path);
    const reasonOf = (changes: object) => notARegularFile("x", Object.assign(plain, changes)).reason;
    expect(reasonOf({ isFIFO: () => true })).toContain("a pipe");
    expect(reasonOf({ isFIFO: () => false, isSocket: () => true })).toContain("a socket");
    expect(reasonOf({ isSocket: () => false })).toContain("a device");
  });
});
