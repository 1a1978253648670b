import { expect, test } from "vitest";
import { type Helper, Helpers } from "../../../src/kernels/wasm/helpers.js";

function fakeHelpers({ allowed = Number.POSITIVE_INFINITY } = {}) {
  const started: (Helper & { ended: boolean })[] = [];
  const start = () => {
    if (started.length >= allowed) throw new Error("no thread is allowed");
    const helper = {
      ended: false,
      send: () => {},
      hasEnded: () => helper.ended,
      end: () => {
        helper.ended = true;
      },
    };
    started.push(helper);
    return helper;
  };
  return { started, helpers: new Helpers(start) };
}

test("helpers are started when they are needed, and keep their order", () => {
  const { started, helpers } = fakeHelpers();
  expect(started).toHaveLength(0);
  expect(helpers.first(2)).toEqual([started[0], started[1]]);
  expect(helpers.first(1)).toEqual([started[0]]);
  expect(helpers.first(3)).toEqual(started);
  expect(started).toHaveLength(3);
});

test("a helper that has ended is replaced", () => {
  const { started, helpers } = fakeHelpers();
  helpers.first(2);
  started[0]!.ended = true;
  expect(helpers.first(2)).toEqual([started[2], started[1]]);
});

test("there are fewer where no more threads are allowed, and none is asked for again", () => {
  const { started, helpers } = fakeHelpers({ allowed: 1 });
  expect(helpers.refused).toBe(false);
  expect(helpers.first(3)).toHaveLength(1);
  expect(helpers.refused).toBe(true);
  expect(helpers.first(3)).toHaveLength(0);
  expect(started).toHaveLength(1);
});

test("end ends all, and the next are others", () => {
  const { started, helpers } = fakeHelpers();
  helpers.first(2);
  helpers.end();
  expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  expect(helpers.first(1)).toEqual([started[2]]);
});
