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

test("helpers are started when they are needed, and used again", () => {
  const { started, helpers } = fakeHelpers();
  expect(started).toHaveLength(0);
  const first = helpers.take(2);
  expect(started).toHaveLength(2);
  expect(helpers.take(1)).toEqual([started[2]]); // for a job inside of the first
  helpers.giveBack(first);
  expect(helpers.take(1)).toEqual([started[0]]);
  expect(started).toHaveLength(3);
});

test("a helper that has ended is replaced", () => {
  const { started, helpers } = fakeHelpers();
  helpers.giveBack(helpers.take(1));
  started[0]!.ended = true;
  expect(helpers.take(1)).toEqual([started[1]]);
});

test("there are fewer where no more threads are allowed, and none is asked for again", () => {
  const { started, helpers } = fakeHelpers({ allowed: 1 });
  expect(helpers.refused).toBe(false);
  expect(helpers.take(3)).toHaveLength(1);
  expect(helpers.refused).toBe(true);
  expect(helpers.take(3)).toHaveLength(0);
  expect(started).toHaveLength(1);
});

test("end ends those that are not in a job", () => {
  const { started, helpers } = fakeHelpers();
  const [busy] = helpers.take(2).splice(0, 1);
  helpers.giveBack([started[1]!]);
  helpers.end();
  expect(started.map(({ ended }) => ended)).toEqual([false, true]);
  expect(busy).toBe(started[0]);
});
