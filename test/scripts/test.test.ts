import { expect, test } from "vitest";
import { countTests } from "../../scripts/test.mjs";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: `a test that is ${each}` })),
});

test("each test counts once, skipped ones by name", () => {
  const report = {
    testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "passed")],
  };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1, skipped: ["a test that is skipped"] });
});

test("a file that cannot be loaded counts as one failed test", () => {
  expect(countTests({ testResults: [file("passed", "passed"), file("failed")] }, 1)).toMatchObject({
    failed: 1,
  });
});

test("a run that fails outside of all tests does not count as passed", () => {
  expect(countTests({ testResults: [file("passed", "passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});
