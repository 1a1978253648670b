import { expect, test } from "vitest";
import { type Cell, History } from "../../../../lab/sliders/running/history.js";

const cells = (...sources: string[]): Cell[] =>
  sources.map((source, index) => ({ id: String(index), source }));
const before = cells("const a = 1;", "const b = a;", "const c = 1;", "show(b, c);");

function afterRunAll(): History {
  const history = new History();
  for (const { id, source } of before) history.add({ id, source, milliseconds: 1, succeeded: true }, before);
  return history;
}

test("an edited cell puts those that depend on it out of date, until the edit is undone", () => {
  const history = afterRunAll();
  const edited = cells("const a = 2;", ...before.slice(1).map(({ source }) => source));
  expect(history.outOfDate(edited)).toEqual(new Set(["1", "3"]));
  expect(history.toRun(edited)).toEqual(["0", "1", "3"]);
  expect(history.outOfDate(before)).toEqual(new Set());
  expect(history.toRun(before)).toEqual([]);
});

test("a comment puts nothing out of date", () => {
  const commented = cells("const a = 1; // one", ...before.slice(1).map(({ source }) => source));
  expect(afterRunAll().toRun(commented)).toEqual([]);
});

test("after the edited cell has run, each cell below is out of date until it runs", () => {
  const history = afterRunAll();
  const edited = cells("const a = 2;", ...before.slice(1).map(({ source }) => source));
  const run = (id: string) =>
    history.add({ id, source: edited[Number(id)]!.source, milliseconds: 1, succeeded: true }, edited);
  run("0");
  expect(history.toRun(edited)).toEqual(["1", "3"]);
  run("1");
  expect(history.toRun(edited)).toEqual(["3"]);
  run("3");
  expect(history.toRun(edited)).toEqual([]);
});

test("a cell that failed is to run again, and those below stay out of date", () => {
  const history = afterRunAll();
  const edited = cells("const a = ;", ...before.slice(1).map(({ source }) => source));
  history.add({ id: "0", source: "const a = ;", milliseconds: 1, succeeded: false }, edited);
  expect(history.toRun(edited)).toEqual(["0", "1", "3"]);
  expect(history.durationOf("0")).toBe(1);
});

test("only cells that ran in this kernel are out of date", () => {
  const history = new History();
  history.add({ id: "0", source: "const a = 1;", milliseconds: 7, succeeded: true }, before);
  expect(history.toRun(cells("const a = 2;", "const b = a;"))).toEqual(["0"]);
  expect(history.durationOf("1")).toBe(Number.POSITIVE_INFINITY);
  history.clear();
  expect(history.toRun(cells("const a = 2;", "const b = a;"))).toEqual([]);
});
