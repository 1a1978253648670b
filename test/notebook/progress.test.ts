import { describe, expect, test, vi } from "vitest";
import { progress } from "../../src/notebook/progress.js";
import { shownProgress } from "./shown-progress.js";

const shown = shownProgress();

test("without items it is a bar to call, with its title", () => {
  for (const options of [{ title: "Fitting" }, undefined]) {
    const bar = progress(options);
    vi.advanceTimersByTime(1000);
    bar({ done: 1, total: 2 });
    bar({ done: 2, total: 2 });
  }
  expect(shown.updates().map((text) => text.slice(21))).toEqual([
    "Fitting: 1 of 2 · 50 % · 1.0 s, about 1.0 s left",
    "Progress: 1 of 2 · 50 % · 1.0 s, about 1.0 s left",
  ]);
});

describe("a bar around the items of a loop", () => {
  test("gives all items and ends when they are done", () => {
    const seen: number[] = [];
    for (const item of progress([5, 6, 7], { title: "Folds" })) {
      vi.advanceTimersByTime(1000);
      seen.push(item);
    }
    expect(seen).toEqual([5, 6, 7]);
    expect(shown.updates().map((text) => text.slice(21))).toEqual([
      "Folds: 0 of 3 · 0 % · 0.0 s",
      "Folds: 1 of 3 · 33 % · 1.0 s, about 2.0 s left",
      "Folds: 2 of 3 · 66 % · 2.0 s, about 1.0 s left",
    ]);
    expect(shown.ends()).toEqual(["✓ Folds: 3 of 3 in 3.0 s"]);
  });

  test("ends at once where there are no items", () => {
    for (const _ of progress([], { title: "Folds" }));
    expect(shown.ends()).toEqual(["✓ Folds: 0 of 0 in 0.0 s"]);
  });

  test("counts items whose number is not known", () => {
    for (const _ of progress(letters(), { title: "Letters" }));
    expect(shown.updates()).toEqual(["Letters: 0 · 0.0 s"]);
    expect(shown.ends()).toEqual(["✓ Letters: 2 in 0.0 s"]);
  });

  test("takes the number of items from outside, or from their size", () => {
    for (const _ of progress(letters(), { total: 2 }));
    for (const _ of progress(new Set("ab")));
    expect(shown.ends()).toEqual(["✓ Progress: 2 of 2 in 0.0 s", "✓ Progress: 2 of 2 in 0.0 s"]);
  });

  test("says where a loop was left", () => {
    for (const item of progress([1, 2, 3], { title: "Folds" })) if (item === 2) break;
    expect(shown.ends()).toEqual(["Folds: stopped at 1 of 3 after 0.0 s"]);
  });
});

function* letters() {
  yield "a";
  yield "b";
}
