import { expect, test } from "vitest";
import { UndoStep } from "../../../../lab/sliders/lab/undo-step.js";

test("edits between the first begin and the last end are one step", () => {
  const log: string[] = [];
  const manager = { captureTimeout: 500, stopCapturing: () => log.push(`stop ${manager.captureTimeout}`) };
  const step = new UndoStep();
  step.begin(manager);
  step.begin(manager);
  step.end();
  expect(manager.captureTimeout).toBe(Number.POSITIVE_INFINITY);
  step.end();
  step.end();
  expect(manager.captureTimeout).toBe(500);
  expect(log).toEqual(["stop 500", "stop Infinity"]);
});

test("a cell without undo is no trouble", () => {
  const step = new UndoStep();
  step.begin(null);
  step.end();
  const manager = { captureTimeout: 1, stopCapturing() {} };
  step.begin(manager);
  expect(manager.captureTimeout).toBe(Number.POSITIVE_INFINITY);
});
