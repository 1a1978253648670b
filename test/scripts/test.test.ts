import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { countTests, withBeside } from "../../scripts/test.mjs";
import { root, runNode } from "./scratch-course.js";

const file = (status: string, ...tests: string[]) => ({
  name: join(root, "test", "a.test.ts"),
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: `a test that is ${each}` })),
});

test("each test counts once, skipped ones by name", () => {
  const report = {
    testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "passed")],
  };
  expect(countTests(report, 1)).toEqual({
    passed: 3,
    failed: ["test/a.test.ts: a test that is failed"],
    skipped: ["a test that is skipped"],
  });
});

test("a file that cannot be loaded counts as one failed test", () => {
  expect(countTests({ testResults: [file("passed", "passed"), file("failed")] }, 1)).toMatchObject({
    failed: ["test/a.test.ts"],
  });
});

test("a run that fails outside of all tests does not count as passed", () => {
  expect(countTests({ testResults: [file("passed", "passed")] }, 1)).toMatchObject({
    passed: 1,
    failed: ["an error outside of any test"],
  });
});

test("tests whose tag is left out do not count as skipped, others do", () => {
  const tagged = (status: string, ...tags: string[]) => ({ status, fullName: `${status} ${tags}`, tags });
  const assertionResults = [
    tagged("skipped", "slow"),
    tagged("skipped"),
    tagged("passed", "slow"),
    tagged("failed"),
  ];
  const report = { testResults: [{ name: join(root, "a.test.ts"), status: "failed", assertionResults }] };
  expect(countTests(report, 1, ["slow", "long"])).toEqual({
    passed: 0,
    failed: ["a.test.ts: failed "],
    skipped: ["skipped "],
  });
  expect(countTests(report, 1)).toMatchObject({ passed: 1, skipped: ["skipped slow", "skipped "] });
});

test("no tests at all are a failure", () => {
  expect(countTests({ testResults: [] }, 1)).toEqual({
    passed: 0,
    failed: ["an error outside of any test"],
    skipped: [],
  });
});

test("a stage beside others starts with the first of them, and the last one waits for it", async () => {
  const events: string[] = [];
  const ended = { passed: 1, failed: [], skipped: [] };
  const stage = (name: string, milliseconds: number) => async () => {
    events.push(`${name} starts`);
    await pause(milliseconds);
    events.push(`${name} ends`);
    return ended;
  };
  const stages = withBeside(
    [
      ["one", stage("one", 10)],
      ["two", stage("two", 10)],
    ],
    ["other", stage("other", 60)],
  );
  expect(stages.map(([title]) => title)).toEqual(["one", "two", "other, beside what was before"]);
  for (const [title, run] of stages) {
    expect(await run()).toBe(ended);
    events.push(`the stage ${title} is over`);
  }
  expect(events).toEqual([
    ...["other starts", "one starts", "one ends", "the stage one is over"],
    ...["two starts", "two ends", "the stage two is over"],
    ...["other ends", "the stage other, beside what was before is over"],
  ]);
});

test("an error of a stage beside others is that of the last one", async () => {
  const failing = () => Promise.reject(new Error("no browser"));
  const done = async () => ({ passed: 1, failed: [], skipped: [] });
  const [first, last] = withBeside([["one", done]], ["other", failing]);
  await first![1]();
  await expect(last![1]()).rejects.toThrow("no browser");
});

test("--help says what each option runs and how long it may take", () => {
  const { code, printed } = runNode(root, ["scripts/test.mjs", "--help"]);
  expect(code).toBe(0);
  for (const words of [
    "--quick   at most 90 seconds",
    "(none)    at most 12 minutes",
    "--all     at most 40 minutes",
  ])
    expect(printed).toContain(words);
});

test.each([
  [["--quick", "--all"], {}, "--quick and --all exclude each other; give one of them."],
  [
    [],
    { REELBOOK_REQUIRE: "ml100k,chromium" },
    'REELBOOK_REQUIRE names "ml100k"; it takes chromium, duckdb, spark and data sets, as REELBOOK_REQUIRE=ml-100k,chromium.',
  ],
])("npm test -- %j with %o is refused", (args, env, sentence) => {
  expect(runNode(root, ["scripts/test.mjs", ...args], env)).toEqual({ code: 1, printed: `${sentence}\n` });
});
