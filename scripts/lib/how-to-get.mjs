/** @type {Readonly<Record<string, string>>} */
const ENGINES = { duckdb: "npm run duckdb", spark: "npm run spark -- install --server" };

/** Whether a folded part needs an engine, and not a data set. @param {string} needs */
export function isEngine(needs) {
  return needs in ENGINES;
}

/**
 * The command that brings what a folded part of a notebook needs.
 *
 * @param {string} [needs] a data set, or an engine
 */
export function howToGet(needs = "") {
  return ENGINES[needs] ?? `npm run data -- ${needs}`;
}
