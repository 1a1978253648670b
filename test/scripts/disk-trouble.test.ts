import { expect, test } from "vitest";
import { diskTrouble } from "../../scripts/lib/disk-trouble.mjs";

const place = { folder: "/data", cure: "choose another folder" };
const trouble = (code: string, path?: string) => Object.assign(new Error(), { code, syscall: "write", path });

test.each([
  [trouble("ENOSPC"), "The disk of /data is full; make room, or choose another folder."],
  [
    trouble("EACCES", "/data/x"),
    "/data/x may not be written (EACCES); change that, or choose another folder.",
  ],
  [trouble("EROFS"), "/data may not be written (EROFS); change that, or choose another folder."],
])("a disk that takes no more is a sentence", (error, sentence) => {
  expect(diskTrouble(error, place)).toBe(sentence);
});

test("other errors are none of the disk's", () => {
  expect(diskTrouble(new TypeError("ours"), place)).toBeUndefined();
  expect(diskTrouble(trouble("EIO"), place)).toBeUndefined();
  expect(diskTrouble(Object.assign(trouble("EACCES"), { syscall: "spawn x" }), place)).toBeUndefined();
  expect(diskTrouble(undefined, place)).toBeUndefined();
});
