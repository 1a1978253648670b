import { expect, test } from "vitest";
import { reportProgress } from "../../src/task/report-progress.js";

test("a report is heard, and may stop the work", () => {
  const controller = new AbortController();
  const heard: number[] = [];
  const onProgress = ({ done }: { done: number }) => {
    heard.push(done);
    if (done === 2) controller.abort(new Error("enough"));
  };
  const task = () => {
    for (let done = 1; done <= 5; done++)
      reportProgress({ onProgress, signal: controller.signal }, { done, total: 5 });
  };
  expect(task).toThrow("enough");
  expect(heard).toEqual([1, 2]);
});
