import { Stop } from "./program.mjs";

/**
 * What REELBOOK_REQUIRE names, with commas between: where one of them is missing, the tests that
 * need it fail instead of being skipped.
 */
export function requiredNames(text = process.env.REELBOOK_REQUIRE ?? "") {
  const names = text.split(",").filter((name) => name !== "");
  const unknown = names.find((name) => !/^(chromium|duckdb|spark|ml-[\w-]+)$/.test(name));
  if (unknown === undefined) return names;
  throw new Stop(
    `REELBOOK_REQUIRE names "${unknown}"; it takes chromium, duckdb, spark and data sets, as REELBOOK_REQUIRE=ml-100k,chromium.`,
  );
}

/** @param {string} name */
export function isRequired(name) {
  return requiredNames().includes(name);
}
