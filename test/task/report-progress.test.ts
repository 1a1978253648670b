import { expect, test } from "vitest";
import { reportProgress } from "../../src/task/report-progress.js";

test("onProgress gets every report, and may abort the task", () => {
  const controller = new AbortController();
  const reported: number[] = [];
  const onProgress = ({ done }: { done: number }) => {
    reported.push(done);
    if (done === 2) controller.abort(new Error("enough"));
  };
  const task = () => {
    for (let done = 1; done <= 5; done++)
      reportProgress({ onProgress, signal: controller.signal }, { done, total: 5 });
  };
  expect(task).toThrow("enough");
  expect(reported).toEqual([1, 2]);
});
