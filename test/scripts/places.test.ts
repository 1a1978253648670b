import { delimiter, resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { jupyterEnvironment } from "../../scripts/lib/places.mjs";

afterEach(() => vi.unstubAllEnvs());

test("a kernel, which runs elsewhere, finds data sets that the caller names by relative paths", () => {
  vi.stubEnv("REELBOOK_DATA", ["../shared/data", "/other"].join(delimiter));
  expect(jupyterEnvironment().REELBOOK_DATA).toBe(
    [resolve("../shared/data"), resolve("/other")].join(delimiter),
  );
  vi.stubEnv("REELBOOK_DATA", "");
  expect(jupyterEnvironment().REELBOOK_DATA).toBe("");
});
