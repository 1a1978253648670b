// @module-tag long
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isWindows } from "../../scripts/lib/places.mjs";
import { requiredNames } from "../../scripts/lib/required.mjs";
import { root, runNode, scratchCourse, scratchFolder } from "./scratch-course.js";

test("REELBOOK_REQUIRE is a list of what must not be missing", () => {
  expect(requiredNames("")).toEqual([]);
  expect(requiredNames("ml-100k,duckdb,spark")).toEqual(["ml-100k", "duckdb", "spark"]);
  expect(() => requiredNames("ml-100k,Chrome")).toThrow('REELBOOK_REQUIRE names "Chrome"; it takes chromium');
});

/** Runs one test file of the project where neither a data set nor a Chromium is found. */
function runTests(file: string, env: Record<string, string>) {
  const nowhere = scratchFolder();
  const missing = {
    REELBOOK_DATA: nowhere,
    REELBOOK_CHROMIUM: "",
    PATH: nowhere,
    CI: "",
    REELBOOK_REQUIRE: "",
  };
  return runNode(root, ["node_modules/vitest/vitest.mjs", "run", file], { ...missing, ...env });
}

describe.each([
  ["ml-100k", "test/datasets/movies/items-by-title.test.ts", "npm run data -- ml-100k"],
  ["chromium", "test/browser/publish-notebooks.test.ts", "No Chromium was found"],
])("where %s is missing", (name, file, reason) => {
  // A run of vitest of its own takes seconds.
  const tags = name === "chromium" ? ["long"] : [];
  test("its tests are skipped, with CI=true too", { tags }, () => {
    const skipped = { code: 0, printed: expect.stringContaining("skipped") };
    expect(runTests(file, { CI: "true" })).toMatchObject(skipped);
  });

  test("and REELBOOK_REQUIRE names it, they fail and say why", { tags }, () => {
    const { code, printed } = runTests(file, { REELBOOK_REQUIRE: name });
    expect(code).toBe(1);
    expect(printed).toContain(`REELBOOK_REQUIRE names ${name}`);
    expect(printed).toContain(reason);
  });
});

describe.skipIf(isWindows)(".ci/run", () => {
  /**
   * Runs it where apt-get and npm only print how they were called; `programs` are real ones that it
   * may find.
   */
  function ci(...programs: string[]) {
    const say = 'echo "$(basename "$0") $*; REELBOOK_REQUIRE=$REELBOOK_REQUIRE"';
    const folder = scratchCourse({
      "bin/apt-get": say,
      "bin/npm": say,
      "bin/chromium": "",
      "bin/java": "#!/bin/sh\necho 'openjdk version \"17.0.15\"' >&2\n",
    });
    cpSync(join(root, ".ci"), join(folder, ".ci"), { recursive: true });
    const bin = join(folder, "bin");
    chmodSync(join(bin, "java"), 0o755);
    for (const name of ["apt-get", "npm"]) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${say}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    for (const name of ["bash", "dirname", "basename", "id", "sh"])
      symlinkSync(`/usr/bin/${name}`, join(bin, name));
    symlinkSync(process.execPath, join(bin, "node"));
    for (const name of ["chromium", "java"]) if (!programs.includes(name)) rmSync(join(bin, name));
    const { status, stdout } = spawnSync(join(bin, "bash"), [join(folder, ".ci/run")], {
      encoding: "utf8",
      env: { PATH: bin },
    });
    return { code: status, printed: stdout.trim().split("\n") };
  }
  const runs = [
    "npm run duckdb; REELBOOK_REQUIRE=",
    "npm run spark -- install --server; REELBOOK_REQUIRE=",
    "npm test -- --all; REELBOOK_REQUIRE=ml-100k,chromium,duckdb,spark",
  ];

  test("requires data, a browser and engines, and runs all tests", () => {
    expect(ci("chromium", "java")).toEqual({ code: 0, printed: runs });
  });

  test.skipIf(process.getuid?.() !== 0).each([
    ["a Chromium", ["java"], "chromium"],
    ["a Java", ["chromium"], "openjdk-17-jre-headless"],
    ["both", [], "chromium openjdk-17-jre-headless"],
  ])("as root installs %s where there is none", (_, programs, installed) => {
    expect(ci(...programs)).toEqual({
      code: 0,
      printed: [
        "apt-get update --quiet; REELBOOK_REQUIRE=",
        `apt-get install --quiet --yes --no-install-recommends ${installed}; REELBOOK_REQUIRE=`,
        ...runs,
      ],
    });
  });
});
