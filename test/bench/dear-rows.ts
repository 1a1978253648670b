/**
 * Rows of the leaderboard that take more than about three seconds to compute again, by table.
 * `npm test` computes all others again, `npm test -- --all` these too.
 */
export const DEAR_ROWS: Readonly<Record<string, readonly string[]>> = {
  "surprise-folds": [
    "SVD",
    "SVD++",
    "NMF",
    "FunkSvd",
    "SvdPlusPlus, deferred",
    "SvdPlusPlus",
    "Blend of four",
  ],
  u1: ["SvdPlusPlus, deferred", "SvdPlusPlus", "Blend of four"],
  "table-46": [
    "SLIM, elastic net",
    "BPR",
    "Blend of four",
    "Blend of five",
    "Blend of five, weights as other settings",
  ],
  "tutorial-d": ["SvdPlusPlus", "Blend of two", "Hybrid"],
};
