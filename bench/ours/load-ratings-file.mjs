import { loadRatings } from "reelbook";

/** The ratings of a simulated file. @param {string} file */
export function loadRatingsFile(file) {
  return loadRatings(file, { itemId: "movieId", timestamp: "timestamp" });
}
