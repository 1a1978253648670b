import type { UserScores } from "../dense/user-scores.js";
import type { Runtime } from "./runtime.js";
import { LostHelper, type Session } from "./session.js";
import type { WriteTileLists } from "./tile-lists.js";

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
  /** Undefined for scores alone. */
  readonly writeLists: WriteTileLists | undefined;
}

/** {@link UserScores} in an open session. */
export function tiledScores(runtime: Runtime, session: Session, scoring: TiledScoring): UserScores {
  const { stride, firstTile, writeLists } = scoring;
  let isLost = false;
  /** Undefined where the work is left to plain TypeScript. */
  const inSession = <Result>(userIndices: Int32Array, use: (scores: number) => Result) => {
    if (isLost || !scoring.fits(userIndices)) return undefined;
    try {
      return use(scoring.inSession(userIndices));
    } catch (error) {
      if (!(error instanceof LostHelper)) throw error;
      isLost = true;
      return undefined;
    }
  };
  return {
    stride,
    firstTile,
    of: (userIndices) =>
      inSession(userIndices, (scores) => session.float64(scores, userIndices.length * stride)) ??
      scoring.plain(userIndices),
    writeLists: (userIndices, into, first) =>
      writeLists !== undefined &&
      inSession(userIndices, (scores) => {
        writeLists(session, { userIndices, scores, stride }, into, first);
        return true;
      }) === true,
    close: () => runtime.close(session),
  };
}
