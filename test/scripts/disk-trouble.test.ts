import { expect, test } from "vitest";
import { explainDisk } from "../../../scripts/data/disk-trouble.mjs";

const trouble = (code: string, path?: string) => Object.assign(new Error(), { code, syscall: "write", path });

test.each([
  [trouble("ENOSPC"), "The disk of /data is full; make room, or choose another folder with --to."],
  [
    trouble("EACCES", "/data/x"),
    "/data/x may not be written (EACCES); change that, or choose another folder with --to.",
  ],
  [trouble("EROFS"), "/data may not be written (EROFS); change that, or choose another folder with --to."],
  [trouble("EIO"), "/data: the system says EIO to write; look there, or choose another folder with --to."],
])("an error of the disk is a sentence", (error, sentence) => {
  expect(explainDisk(error, "/data")).toMatchObject({ message: sentence });
});

test("other errors stay what they are", () => {
  const error = new TypeError("ours");
  expect(explainDisk(error, "/data")).toBe(error);
});
