import type { UserScores } from "../dense/user-scores.js";
import type { Runtime } from "./runtime.js";
import { LostHelper, type Session } from "./session.js";

/** How a job scores users. */
export interface TiledScoring {
  readonly stride: number;
  readonly firstTile: number;
  /** Whether the memory has room for a tile of these users. */
  fits(userIndices: Int32Array): boolean;
  /** Scores users in WebAssembly, and returns where their rows of `stride` numbers begin. */
  inSession(userIndices: Int32Array): number;
  /** The same in plain TypeScript: for a larger tile, or once a thread is lost. */
  plain(userIndices: Int32Array): Float64Array;
}

/** {@link UserScores} in an open session. */
export function tiledScores(runtime: Runtime, session: Session, scoring: TiledScoring): UserScores {
  const { stride, firstTile } = scoring;
  let isLost = false;
  return {
    stride,
    firstTile,
    of: (userIndices) => {
      if (isLost || !scoring.fits(userIndices)) return scoring.plain(userIndices);
      try {
        return session.float64(scoring.inSession(userIndices), userIndices.length * stride);
      } catch (error) {
        if (!(error instanceof LostHelper)) throw error;
        isLost = true;
        return scoring.plain(userIndices);
      }
    },
    close: () => runtime.close(session),
  };
}
