import { beforeEach, expect, test, vi } from "vitest";
import { FakeNotebook } from "./fake-notebook.js";

let book: FakeNotebook;

beforeEach(() => {
  book = new FakeNotebook({
    p: { source: "const { n } = parameters({ n: 1 });" },
    fast: { source: "const a = n + 1;" },
    other: { source: "const b = 2;" },
    slow: { source: "const c = fit(a);", milliseconds: 5000 },
    end: { source: "show(c);" },
    middle: { source: "show(n);", milliseconds: 500 },
  });
  book.runAll();
});

test("runs the parameters and what depends on them, in order", async () => {
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "slow", "end", "middle"]);
  expect(book.states).toEqual([{ kind: "running" }, { kind: "idle" }]);
});

test("a cell is quick if it took at most a second, and its code may have changed since", async () => {
  book.cells.middle!.milliseconds = 1000;
  book.note("middle");
  book.cells.fast!.source = "const a = n + 2;";
  await book.move(2);
  expect(book.quick).toEqual(["fast", "end", "middle"]);
});

test("takes up a newer value between two cells", async () => {
  let moves = 0;
  book.during.fast = () => {
    if (moves++ < 2) void book.move(10 + moves);
  };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "(11)", "fast", "(12)", "fast", "slow", "end", "middle"]);
});

test("does not run what has run with the newest value", async () => {
  book.during.slow = () => {
    book.during = {};
    book.note("middle");
  };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "slow", "end"]);
});

test("while the slider moves, slow cells wait, and those that depend on them", async () => {
  book.runner.pace = "moving";
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast"]);
  expect(book.history.outOfDate(book.list())).toEqual(new Set(["slow", "end", "middle"]));

  book.runner.pace = "resting";
  await book.runner.continue();
  expect(book.log.slice(2)).toEqual(["middle"]);

  book.runner.pace = "released";
  await book.runner.continue();
  expect(book.log.slice(3)).toEqual(["slow", "end"]);
  expect(book.history.outOfDate(book.list()).size).toBe(0);
});

test("an error stops the run with a sentence; the next change runs the cell again, after a pause", async () => {
  book.cells.slow!.outcome = { status: "error", message: "Error: no" };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "slow"]);
  expect(book.states.at(-1)).toEqual({ kind: "failed", message: "The run stopped at cell slow: Error: no" });

  book.cells.slow!.outcome = { status: "ok" };
  await book.move(3);
  expect(book.log.slice(3)).toEqual(["wait 300", "(3)", "fast", "slow", "end", "middle"]);
});

test("refused parameters run nothing else", async () => {
  book.cells.p!.outcome = { status: "error", message: "RangeError: too many" };
  await book.move(2);
  expect(book.log).toEqual(["(2)"]);
  expect(book.states.at(-1)).toEqual({
    kind: "failed",
    message: "The parameters were refused: RangeError: too many",
  });
  book.cells.p!.outcome = { status: "ok" };
  await book.move(3);
  expect(book.log.slice(1)).toEqual(["wait 300", "(3)", "fast", "slow", "end", "middle"]);
});

test("what the kernel dropped runs again", async () => {
  book.cells.fast!.outcome = { status: "aborted" };
  book.during.fast = () => {
    book.cells.fast!.outcome = { status: "ok" };
  };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "wait 300", "fast", "slow", "end", "middle"]);

  book.during = {};
  book.cells.fast!.outcome = { status: "aborted" };
  await book.move(3);
  expect(book.states.at(-1)).toMatchObject({ kind: "failed", message: expect.stringContaining("dropped") });
});

test("cells that never ran in this kernel do not run", async () => {
  book.history.clear();
  for (const id of ["p", "fast"]) book.note(id);
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast"]);
});

test("a notebook that has not run in this kernel says so", async () => {
  book.history.clear();
  book.hasVariables = false;
  await book.move(2);
  expect(book.log).toEqual([]);
  expect(book.states.at(-1)).toEqual({ kind: "not run" });
});

test("after a reload of the page, cells count as run if the kernel has the variables", async () => {
  book.history.clear();
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "slow", "end", "middle"]);
});

test("a kernel that was restarted meanwhile ends the run", async () => {
  book.during.fast = () => {
    book.history.clear();
    book.runner.reset();
  };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast"]);
  expect(book.states.at(-1)).toEqual({ kind: "not run" });
});

test("a kernel that never answers and is restarted does not block the next change", async () => {
  book.cells.fast!.answers = false;
  const moved = book.move(2);
  await vi.waitFor(() => expect(book.log).toContain("fast"));
  book.history.clear();
  book.runner.reset();
  await moved;
  expect(book.states.at(-1)).toEqual({ kind: "not run" });
  book.cells.fast!.answers = true;
  book.runAll();
  await book.move(3);
  expect(book.log.slice(2)).toEqual(["(3)", "fast", "slow", "end", "middle"]);
});

test("a cell that was deleted meanwhile is forgotten", async () => {
  book.during.fast = () => {
    delete book.cells.slow;
  };
  await book.move(2);
  expect(book.log).toEqual(["(2)", "fast", "end", "middle"]);
  expect(book.runner.waiting).toBe(0);
});
