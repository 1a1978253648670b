import { transpose } from "../../../sparse/transpose.js";
import type { UserScores } from "../../dense/user-scores.js";
import type { NeighborRatings, NeighborRules, NeighborScoresSize } from "../../neighbor-scores.js";
import { MemoryPlan } from "../memory-plan.js";
import { entriesOf, mostEntries } from "../row-entries.js";
import type { Runtime } from "../runtime.js";
import { planTileLists } from "../tile-lists.js";
import { tiledScores } from "../tiled-scores.js";
import { NeighborColumns } from "./neighbor-columns.js";
import { longestRow, NeighborRows, toLine } from "./neighbor-rows.js";

/** With a larger share of all similarities, the panels of neighbor-scores.ts are faster. */
const MOST_SHARE = 1 / 8;

/** Columns whose neighbours are counted at once. */
const GROUP = 128;

/** Rows of which a thread writes the cutoffs at a time, and columns that it scores. */
const ROWS = 128;
const COLUMNS = 4;

/** Neighbours are counted in eight digits. */
const MOST_NEIGHBORS = 255;

/** Below so many scores and terms, copying the similarities costs more than it saves. */
const LEAST_WORK = 5_000_000;

/** A job for {@link openSparseNeighborScores}; `plain` writes the same scores. */
export interface SparseNeighborJob {
  readonly ratings: NeighborRatings;
  readonly rules: NeighborRules;
  readonly size: NeighborScoresSize;
  readonly plain: (userIndices: Int32Array, into: Float64Array) => void;
}

/** Whether rows have few neighbours each, and scores are of the kind that the kernel knows. */
export function isSparse(
  { similarities, columns, rowScales }: NeighborRatings,
  { neighbors, minNeighbors, threshold, aggregate }: NeighborRules,
  { usersAre }: NeighborScoresSize,
): boolean {
  const mostFound = Math.min(neighbors, longestRow(similarities), longestRow(columns));
  return (
    usersAre === "columns" &&
    similarities.count < MOST_SHARE * similarities.rowCount ** 2 &&
    mostFound <= MOST_NEIGHBORS &&
    minNeighbors === 1 &&
    threshold === 0 &&
    aggregate !== "mean" &&
    rowScales.every((scale) => scale === 1)
  );
}

/**
 * Opens scores of many users, which are columns, from rows with few neighbours each, on all
 * threads. Each rating adds to the scores of the rows that it is a neighbour of, in the order of
 * the user's ratings; before, a row's neighbours are counted, the nearest first, to find the last
 * one that counts. 24 bytes for each similarity. Plain: src/kernels/neighbor-scores.ts.
 *
 * @returns undefined where one user after the other is as fast
 */
export function openSparseNeighborScores(
  runtime: Runtime,
  { ratings, rules, size, plain }: SparseNeighborJob,
): UserScores | undefined {
  const { similarities, columns: byUser } = ratings;
  const { perTile } = size;
  const width = similarities.rowCount;
  const terms = (byUser.count / byUser.rowCount) * (similarities.count / width);
  if (!runtime.isWorth(size.users * (width + terms), LEAST_WORK)) return undefined;
  const most = mostEntries(byUser, perTile);
  const plan = new MemoryPlan();
  const { threads } = runtime;
  const rows = new NeighborRows(plan, ratings, { slots: width, entries: similarities.count, threads });
  const columns = new NeighborColumns(plan, ratings, perTile, most);
  const back = [plan.int32(width + 1), plan.int32(similarities.count), plan.float64(similarities.count)];
  const groups = Math.ceil(perTile / GROUP);
  const isRatedPlace = plan.reserve(groups * width * 16);
  const digitsPlace = plan.int32(4 * 9);
  const scratchBytes = toLine(8 * 6 * width);
  const scratch = plan.reserve(scratchBytes * threads);
  const scores = plan.float64(perTile * width);
  const writeLists = planTileLists(plan, size, width);
  const session = runtime.open(plan);
  if (!session) return undefined;
  const transposed = transpose(similarities);
  session.int32(back[0], width + 1).set(transposed.starts);
  session.int32(back[1], similarities.count).set(transposed.indices.map((row) => 8 * row));
  session.float64(back[2], similarities.count).set(transposed.values);
  for (let thread = 0; thread < threads; thread++)
    session.float64(scratch + thread * scratchBytes + 16 * width, 4 * width).fill(Number.NaN);
  const digits = session.int32(digitsPlace, 4 * 9);
  const first = Math.max(0, MOST_NEIGHBORS + 1 - rules.neighbors);
  for (let digit = 0; digit < 8; digit++) digits.fill(-((first >> digit) & 1), 4 * digit, 4 * digit + 4);
  const isRated = session.int32(isRatedPlace, groups * width * 4);
  const rowPlaces = [width, rows.starts, rows.indices, rows.values];
  if (!rows.putAll(session)) {
    runtime.close(session);
    return undefined;
  }
  return tiledScores(runtime, session, {
    stride: width,
    writeLists,
    firstTile: perTile,
    fits: (userIndices) => userIndices.length <= perTile && entriesOf(byUser, userIndices) <= most,
    inSession: (userIndices) => {
      const count = userIndices.length;
      const placed = columns.put(session, userIndices);
      markRated(placed, width, isRated);
      markRest(count, digits.subarray(32));
      session.useScratch(scratch, scratchBytes);
      session.runParts(
        "neighborCutoffs",
        { count: width, part: ROWS },
        ...[...rowPlaces, isRatedPlace, count, digitsPlace, scores],
      );
      session.runParts(
        "sparseNeighborScores",
        { count, part: COLUMNS },
        ...[...rowPlaces, ...back, columns.starts, columns.raters, columns.residuals, columns.offsets],
        ...[rows.offsets, Math.min(rules.neighbors, 2 ** 31 - 1), rules.aggregate === "sum" ? 1 : 0],
        ...[rules.damping, scores],
      );
      return scores;
    },
    plain: (userIndices) => {
      const all = new Float64Array(userIndices.length * width);
      plain(userIndices, all);
      return all;
    },
  });
}

/** Marks who is rated in each column: for 128 columns and each row 128 bits. */
function markRated(
  { starts, raters }: { readonly starts: Int32Array; readonly raters: Int32Array },
  width: number,
  isRated: Int32Array,
): void {
  isRated.fill(0);
  for (let column = 0; column + 1 < starts.length; column++) {
    const first = Math.floor(column / GROUP) * width * 4 + ((column % GROUP) >> 5);
    const bit = 1 << (column & 31);
    for (let k = starts[column]; k < starts[column + 1]; k++) isRated[first + 4 * raters[k]] |= bit;
  }
}

/** Marks the columns of the last 128 that do not exist. */
function markRest(count: number, into: Int32Array): void {
  for (let word = 0; word < 4; word++) {
    const used = Math.min(32, Math.max(0, ((count - 1) % GROUP) + 1 - 32 * word));
    into[word] = used === 32 ? 0 : -1 << used;
  }
}
