// @module-tag slow
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unpack } from "../../../scripts/data/unpack.mjs";
import { scratchFolder } from "../scratch-course.js";
import { type ZipEntry, zipOf } from "./zip-writer.js";

const limit = 10_000;

/**
 * Unpacks these bytes; gives what was written, anywhere in the scratch folder, and what was said.
 */
async function unpacked(bytes: Uint8Array, { signal, only }: { signal?: AbortSignal; only?: string[] } = {}) {
  const folder = scratchFolder();
  const [zip, inside] = [join(folder, "set.zip"), join(folder, "deep/inside")];
  mkdirSync(inside, { recursive: true });
  writeFileSync(zip, bytes);
  const said = await unpack(zip, inside, { limit, only, signal }).then(
    () => "",
    (error) => error.message as string,
  );
  const outside = readdirSync(folder, { recursive: true }).filter((name) => !`${name}`.startsWith("deep"));
  expect(outside).toEqual(["set.zip"]);
  const text = (name: string) => readFileSync(join(inside, name), "utf8");
  return { said, files: Object.fromEntries(readdirSync(inside).map((name) => [name, text(name)])) };
}

const file = (name: string, rest: Partial<ZipEntry> = {}): ZipEntry => ({ name, data: "1,2,3\n", ...rest });

test("the files of the one top folder are unpacked, whatever its name", async () => {
  const { said, files } = await unpacked(
    zipOf([file("ml-10M100K/", { data: "" }), file("ml-10M100K/u.data")]),
  );
  expect(said).toBe("");
  expect(files).toEqual({ "u.data": "1,2,3\n" });
});

test("of asked-for files, only those are unpacked, and the others still may not be anything", async () => {
  const zip = zipOf([file("ml/ratings.csv"), file("ml/u.data"), file("ml/u.item")]);
  expect((await unpacked(zip, { only: ["u.data", "u.user"] })).files).toEqual({ "u.data": "1,2,3\n" });
  const bad = zipOf([file("ml/u.data"), file("ml/link", { mode: 0o120777 })]);
  expect((await unpacked(bad, { only: ["u.data"] })).said).toMatch(/which is a link/);
});

const refused: [what: string, entries: ZipEntry[], sentence: RegExp][] = [
  ["a path upwards", [file("../evil")], /^set.zip is damaged \(invalid relative path: \.\.\/evil\)/],
  ["a path upwards inside", [file("ml/../../evil")], /invalid relative path/],
  ["an absolute path", [file("/abs")], /absolute path: \/abs/],
  ["a drive", [file("C:\\x")], /invalid characters in fileName: C:\\x/],
  ["a drive without a backslash", [file("C:x")], /absolute path: C:x/],
  ["a backslash", [file("ml\\..\\..\\evil")], /invalid characters/],
  ["a stream of NTFS", [file("ml/u.data:evil")], /"ml\/u\.data:evil", which is not in its one top folder/],
  ["a NUL", [file("ml/u.data\0.txt")], /"ml\/u\.data\\u0000\.txt", which is not/],
  ["a folder in the folder", [file("ml/deep/u.data")], /which is not in its one top folder/],
  ["a file beside the folder", [file("ml/u.data"), file("u.item")], /"u\.item", which is not in/],
  ["two top folders", [file("ml/u.data"), file("lm/u.item")], /"lm\/u\.item", which is not in its one/],
  ["a link", [file("ml/u.data", { data: "/etc/passwd", mode: 0o120777 })], /which is a link or a device/],
  ["a device", [file("ml/u.data", { mode: 0o020666 })], /which is a link or a device/],
  ["a file twice", [file("ml/u.data"), file("ml/u.data")], /holds "ml\/u\.data", which is there twice/],
  [
    "a file twice for Windows and macOS",
    [file("ml/u.data"), file("ml/U.DATA")],
    /holds "ml\/U\.DATA", which is there twice/,
  ],
  ...["CON", "nul.txt", "COM1", "lpt9.csv", "aux.u.data"].map((name): (typeof refused)[number] => [
    `${name}, a device on Windows`,
    [file(`ml/${name}`)],
    /which is a device on Windows/,
  ]),
  ["an encrypted file", [file("ml/u.data", { flags: 1 })], /which is encrypted/],
  ["a wrong CRC", [file("ml/u.data", { crc: 1 })], /holds "ml\/u\.data" with a wrong CRC/],
  ["a size too small", [file("ml/u.data", { size: 3 })], /is damaged \(too many bytes/],
  ["a size too large", [file("ml/u.data", { size: 99 })], /is damaged \(not enough bytes/],
  ["a bomb", [file("ml/u.data", { data: Buffer.alloc(1e7) })], /holds more than 10000 bytes/],
  [
    "a bomb in parts",
    Array.from({ length: 9 }, (_, i) => file(`ml/${i}`, { data: Buffer.alloc(2000) })),
    /holds more than 10000 bytes/,
  ],
  ["too many files", Array.from({ length: 101 }, (_, i) => file(`ml/${i}`, { data: "" })), /holds 101 files/],
];

test.each(refused)("%s is refused", async (_, entries, sentence) => {
  const { said } = await unpacked(zipOf(entries));
  expect(said).toMatch(sentence);
  expect(said).toMatch(/^set\.zip .*, so it is not unpacked; download it again from GroupLens\.$/);
});

test("a bomb is stopped while it swells, not at its end", async () => {
  const { files } = await unpacked(zipOf([file("ml/u.data", { data: Buffer.alloc(1e8) })]));
  expect(files["u.data"]?.length).toBeLessThan(1e6);
});

test("a zip cut off anywhere, or none at all, is refused", async () => {
  const whole = zipOf([file("ml/u.data"), file("ml/u.item")]);
  for (let length = 0; length < whole.length; length++) {
    const { said } = await unpacked(whole.subarray(0, length));
    expect(said).toMatch(/^set\.zip is damaged \(.+\), so it is not unpacked/);
  }
  expect((await unpacked(Buffer.from("<html>Sorry</html>".repeat(9)))).said).toMatch(/is damaged/);
});

test("a zip64 end record that points beyond any file is refused", async () => {
  const whole = zipOf([file("ml/u.data")]);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  for (const offset of [2n ** 60n, 2n ** 63n, 2n ** 40n, BigInt(whole.length)]) {
    locator.writeBigUInt64LE(offset, 8);
    const farRecord = Buffer.concat([whole.subarray(0, -22), locator, whole.subarray(-22)]);
    expect((await unpacked(farRecord)).said).toMatch(/^set\.zip is damaged \(.+\), so it is not unpacked/);

    locator.writeBigUInt64LE(BigInt(whole.length - 22), 8);
    record.writeBigUInt64LE(1n, 32);
    record.writeBigUInt64LE(offset, 48);
    const farDirectory = Buffer.concat([whole.subarray(0, -22), record, locator, whole.subarray(-22)]);
    expect((await unpacked(farDirectory)).said).toMatch(/^set\.zip is damaged \(.+\), so it is not unpacked/);
  }
});

test("no byte that changes is missed, and none of them crashes", async () => {
  const whole = zipOf([file("ml/u.data", { data: "196\t242\t3\n186\t302\t3\n" })]);
  const before = (await unpacked(whole)).files;
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ 0x55;
    const { said, files } = await unpacked(changed);
    if (said === "") expect(Object.values(files)).toEqual(Object.values(before));
  }
});

test("an abort ends it with the signal's own reason", async () => {
  const { said } = await unpacked(zipOf([file("ml/u.data")]), { signal: AbortSignal.abort() });
  expect(said).toMatch(/abort/);
});
