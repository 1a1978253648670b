import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isRequired } from "../../scripts/lib/required.mjs";
import { duckdbPackage } from "../../src/duckdb/duckdb-package.js";
import {
  type DuckdbRatings,
  type DuckdbRatingsOptions,
  duckdbRatings,
} from "../../src/duckdb/duckdb-ratings.js";
import { DuckdbSession } from "../../src/duckdb/duckdb-session.js";
import type { Ratings } from "../../src/ratings/ratings.js";

/**
 * Tests that need DuckDB. Where it is missing, they are skipped, with the reason in their name;
 * where REELBOOK_REQUIRE names it, they fail.
 */
export function describeWithDuckdb(name: string, body: () => void): void {
  const reason = "needs DuckDB: npm run duckdb";
  if (hasDuckdb()) describe(name, body);
  else if (!isRequired("duckdb")) describe.skip(`${name} (skipped: ${reason})`, body);
  else {
    test(name, () => {
      throw new Error(`REELBOOK_REQUIRE names duckdb, and this test ${reason}`);
    });
  }
}

function hasDuckdb(): boolean {
  try {
    return duckdbPackage() !== undefined;
  } catch {
    return false;
  }
}

/** A store that is closed with the test. */
export async function opened(
  source: string | Ratings,
  options: DuckdbRatingsOptions = {},
): Promise<DuckdbRatings> {
  const store = await duckdbRatings(source, { threads: 2, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** A store of all tests of a `describe`. */
export function sharedStore(source: () => string | Ratings, options: DuckdbRatingsOptions = {}) {
  let store: DuckdbRatings;
  beforeAll(async () => {
    store = await duckdbRatings(source(), { threads: 2, ...options });
  });
  afterAll(() => store.close());
  return () => store;
}

/** A session that is closed with the test. */
export async function openedSession(): Promise<DuckdbSession> {
  const session = await DuckdbSession.open({ threads: 2 });
  onTestFinished(() => session.close());
  return session;
}

/** A folder that lives as long as the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Fails where numbers differ by more than 1e-12, relative to those above 1; NaN equals NaN. */
export function expectEqualNumbers(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  for (let k = 0; k < expected.length; k++) {
    if (Number.isNaN(expected[k]!) && Number.isNaN(actual[k]!)) continue;
    const error = Math.abs(actual[k]! - expected[k]!) / Math.max(1, Math.abs(expected[k]!));
    worst = error <= worst ? worst : error;
  }
  expect(worst).toBeLessThanOrEqual(1e-12);
}
