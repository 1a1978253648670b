import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorkshop } from "../../../scripts/data/workshop.mjs";
import { scratchFolder } from "../scratch-course.js";

/** The id of a process that has ended. */
const dead = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("what a dead run has downloaded is taken over, what it had unpacked is not", () => {
  const left = `.ml-100k-${dead()}`;
  const folder = scratchFolder({ [`${left}/ml-100k.zip`]: "half", [`${left}/unpacked/u.data`]: "half" });
  const { zip, unpacked, remove } = openWorkshop(folder, "ml-100k");
  expect(readFileSync(zip, "utf8")).toBe("half");
  expect(readdirSync(unpacked)).toEqual([]);
  expect(readdirSync(folder)).toEqual([`.ml-100k-${process.pid}`]);
  remove();
  expect(readdirSync(folder)).toEqual([]);
});

test("of several leftovers one is taken over and the others go", () => {
  const folder = scratchFolder();
  for (const pid of [dead(), dead(), process.pid]) {
    mkdirSync(join(folder, `.ml-100k-${pid}`));
    writeFileSync(join(folder, `.ml-100k-${pid}`, "ml-100k.zip"), "half");
  }
  expect(readFileSync(openWorkshop(folder, "ml-100k").zip, "utf8")).toBe("half");
  expect(readdirSync(folder)).toEqual([`.ml-100k-${process.pid}`]);
});

test("a living run, other data sets and other files are left alone", () => {
  const others = [".ml-100k-1", `.ml-1m-${dead()}`, "ml-100k-1", ".ml-100k-old"];
  const folder = scratchFolder(Object.fromEntries(others.map((name) => [`${name}/zip`, "theirs"])));
  openWorkshop(folder, "ml-100k").remove();
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});

test("nothing stays where nothing was downloaded", () => {
  const folder = scratchFolder();
  const { zip, leave } = openWorkshop(folder, "ml-100k");
  writeFileSync(zip, "");
  leave();
  expect(readdirSync(folder)).toEqual([]);
});
