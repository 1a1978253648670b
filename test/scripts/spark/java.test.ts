import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isWindows } from "../../../scripts/lib/places.mjs";
import { javaVersion } from "../../../scripts/spark/java.mjs";
import { root, runNode, scratchCourse, scratchFolder } from "../scratch-course.js";

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ["command not found", Number.NaN],
])("the version in %s is %i", (text, version) => {
  expect(javaVersion(text)).toBe(version);
});

describe.skipIf(isWindows)("npm run spark -- start", () => {
  test.each([
    ["without Java", "exit 127", "No Java was found"],
    [
      "with an old Java",
      "echo 'openjdk version \"11.0.2\"' >&2",
      "Java 11 is too old for Spark; install Java 17 or newer",
    ],
  ])("%s says what to install", (_, script, message) => {
    const home = scratchFolder({ "bin/java": `#!/bin/sh\n${script}\n` });
    chmodSync(join(home, "bin/java"), 0o755);
    const { code, printed } = runNode(scratchCourse(), ["scripts/spark.mjs", "start"], { JAVA_HOME: home });
    expect(printed).toContain(message);
    expect(printed.trim().split("\n").length).toBe(1);
    expect(code).toBe(1);
  });
});

test.each([
  [["begin"], '"begin" is not a command; give start, stop or install'],
  [[], "A command is missing"],
  [["start", "--port", "99999"], "--port 99999 is not a port"],
  [["start", "--memory", "much"], "--memory much is no size"],
  [["start", "--cores", "0"], "--cores 0 is no number of cores"],
  [["stop", "now"], '"now" is one word too many'],
])("npm run spark -- %j is refused", (args, message) => {
  const { code, printed } = runNode(root, ["scripts/spark.mjs", ...args]);
  expect([code, printed]).toEqual([1, expect.stringContaining(message)]);
});
