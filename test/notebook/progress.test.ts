import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { progress } from "../../src/notebook/progress.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost();
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  useHost();
});
const updates = () => host.updates.map(({ text }) => text);
const ends = () => host.ends.map(({ text }) => text);

test("without items it is a bar to call, with its title", () => {
  for (const options of [{ title: "Fitting" }, undefined]) {
    const bar = progress(options);
    vi.advanceTimersByTime(1000);
    bar({ done: 1, total: 2 });
    bar({ done: 2, total: 2 });
  }
  expect(updates().map((text) => text.slice(21))).toEqual([
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
    expect(updates().map((text) => text.slice(21))).toEqual([
      "Folds: 0 of 3 · 0 % · 0.0 s",
      "Folds: 1 of 3 · 33 % · 1.0 s, about 2.0 s left",
      "Folds: 2 of 3 · 66 % · 2.0 s, about 1.0 s left",
    ]);
    expect(ends()).toEqual(["✓ Folds: 3 of 3 in 3.0 s"]);
  });

  test("ends at once where there are no items", () => {
    for (const _ of progress([], { title: "Folds" }));
    expect(ends()).toEqual(["✓ Folds: 0 of 0 in 0.0 s"]);
  });

  test("counts items whose number is not known", () => {
    for (const _ of progress(letters(), { title: "Letters" }));
    expect(updates()).toEqual(["Letters: 0 · 0.0 s"]);
    expect(ends()).toEqual(["✓ Letters: 2 in 0.0 s"]);
  });

  test("takes the number of items from outside, or from their size", () => {
    for (const _ of progress(letters(), { total: 2 }));
    for (const _ of progress(new Set("ab")));
    expect(ends()).toEqual(["✓ Progress: 2 of 2 in 0.0 s", "✓ Progress: 2 of 2 in 0.0 s"]);
  });

  test("says where a loop was left", () => {
    for (const item of progress([1, 2, 3], { title: "Folds" })) if (item === 2) break;
    expect(ends()).toEqual(["Folds: stopped at 1 of 3 after 0.0 s"]);
  });
});

function* letters() {
  yield "a";
  yield "b";
}
