import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { brokenClaims, type ClaimRun, claimRuns, idleClaims, keepClaims } from "../../scripts/lib/claims.mjs";
import { root, scratchFolder } from "./scratch-course.js";

afterEach(() => vi.unstubAllEnvs());

const runs: ClaimRun[] = [
  { notebook: "03-genres", parameters: {}, claims: { "dramas lead": true } },
  { notebook: "02-popularity", parameters: {}, claims: { "few vote": true, "many agree": true } },
  {
    notebook: "02-popularity",
    parameters: { minRatings: "5", dataset: `/tmp/${"x".repeat(50)}` },
    claims: { "few vote": false, "many agree": true },
  },
  { notebook: "02-popularity", parameters: { count: "3" }, claims: { "few vote": false } },
];

test("claims that other parameters break are listed with the parameters", () => {
  expect(brokenClaims(runs)).toEqual([
    `02-popularity | few vote | minRatings=5 dataset=…${"x".repeat(30)} · count=3`,
  ]);
});

test("claims that no run breaks are idle", () => {
  expect(idleClaims(runs)).toEqual(["02-popularity | many agree", "03-genres | dramas lead"]);
});

test("runs of the course's notebooks are kept where the environment says, and no others", () => {
  const file = join(scratchFolder(), "claims.jsonl");
  const path = join(root, "notebooks", "02-popularity.ipynb");
  vi.stubEnv("REELBOOK_CLAIMS", "");
  keepClaims(path, {}, { one: true });
  vi.stubEnv("REELBOOK_CLAIMS", file);
  expect(claimRuns(file)).toEqual([]);
  keepClaims(path, { count: "3" }, { one: true });
  keepClaims(join(root, "test/fixtures/tiny.ipynb"), {}, { two: true });
  expect(claimRuns(file)).toEqual([
    { notebook: "02-popularity", parameters: { count: "3" }, claims: { one: true } },
  ]);
});
