/**
 * Rows of the leaderboard that take seconds to compute again, by table.
 * `npm test` computes all others again, `npm test -- --all` these too but for those left out below.
 */
export const SLOW_ROWS: Readonly<Record<string, readonly string[]>> = {
  "surprise-folds": [
    "FunkSvd",
    "SvdPlusPlus, deferred",
    "SvdPlusPlus",
    "Blend of four",
    "FactorizationMachine",
    "Blend with FactorizationMachine",
  ],
  u1: [
    "SvdPlusPlus, deferred",
    "SvdPlusPlus",
    "Blend of four",
    "FactorizationMachine",
    "Blend with FactorizationMachine",
  ],
  "table-46": [
    "SLIM, elastic net",
    "NMF",
    "BPR",
    "Blend of four",
    "Blend of five",
    "Blend of five, weights as other settings",
    "Blend of ten, weights on four parts",
    "The same with genres and days",
  ],
  "tutorial-d": [
    "SvdPlusPlus",
    "Blend of two",
    "FactorizationMachine",
    "Hybrid",
    "Hybrid with FactorizationMachine",
  ],
  "u1-dates": [
    "FactorizationMachine, ratings only",
    "FactorizationMachine, dates and facts",
    "Blend with dates and facts",
  ],
  "surprise-folds-dates": [
    "FactorizationMachine, ratings only",
    "FactorizationMachine, dates and facts",
    "Blend with dates and facts",
  ],
  "tutorial-d-dates": [
    "FactorizationMachine, ratings only",
    "FactorizationMachine, dates and facts",
    "Hybrid with dates and facts",
  ],
};

/** Surprise's five folds are all slow; test/golden/surprise.test.ts checks the first of them. */
export function isSlow(table: string, row: string): boolean {
  return table === "surprise-folds" || SLOW_ROWS[table]!.includes(row);
}

/**
 * The row that takes as long as all others together: a blend of four models on each of five folds.
 */
export function isSlowest(table: string, row: string): boolean {
  return table === "surprise-folds" && row === "Blend of four";
}

/**
 * Rows that only `npm run leaderboard` computes again: they take minutes. The row of
 * FactorizationMachine on tutorial D's split checks the same code.
 */
export function isLeftOut(table: string, row: string): boolean {
  return (
    (table !== "tutorial-d" && row === "FactorizationMachine") ||
    row.endsWith("with FactorizationMachine") ||
    table.endsWith("-dates")
  );
}
