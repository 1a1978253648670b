import { expect, test } from "vitest";
import { machineTask } from "../../../src/models/machines/machine-task.js";
import { smallRatings } from "../contract/conformance.js";

test("a regression has centred targets and no cut points", () => {
  const { cuts, targets } = machineTask(smallRatings, "regression");
  const { values, mean } = smallRatings;
  expect(cuts).toBe(0);
  expect([...targets().start()]).toEqual([...values].map((value) => value - mean));
});

test("an ordered probit has a cut point less than there are ratings that occur", () => {
  const { cuts, targets } = machineTask(smallRatings, "ordered-probit");
  expect(cuts).toBe(4);
  expect(targets().cuts).toHaveLength(4);
  expect(() =>
    machineTask(
      smallRatings.filter(() => false),
      "ordered-probit",
    ),
  ).toThrow("there are no ratings");
});
