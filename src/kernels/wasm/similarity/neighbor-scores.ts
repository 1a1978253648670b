import type { CsrMatrix } from "../../../sparse/csr-matrix.js";
import type {
  NeighborRatings,
  NeighborRules,
  NeighborScoresSize,
  OpenNeighborScores,
} from "../../neighbor-scores.js";
import { MemoryPlan } from "../memory-plan.js";
import { entriesOf, mostEntries } from "../row-entries.js";
import type { Runtime } from "../runtime.js";
import type { Session } from "../session.js";
import { planTileLists } from "../tile-lists.js";
import { tiledScores } from "../tiled-scores.js";
import { NeighborColumns } from "./neighbor-columns.js";
import { allRows, longestRow, NeighborRows, toLine } from "./neighbor-rows.js";
import { isSparse, openSparseNeighborScores } from "./sparse-neighbor-scores.js";

/** Rows of a panel, and columns of a group. */
const PANEL = 4;
const GROUP = 16;

/** Neighbours are counted in a byte, and the rows before the last one in two. */
const MOST_NEIGHBORS = 255;
const MOST_ENTRIES = 65_535;

/** Below so many pairs of a rating and a row, copying the similarities costs more than it saves. */
const LEAST_PAIRS = 5_000_000;

/** So many pairs for each similarity that is copied and sorted. */
const PAIRS_PER_SIMILARITY = 10;

/** With fewer similarities for each pair of rows, one user after the other is faster. */
const LEAST_SHARE = 1 / 100;

const AGGREGATES = ["weighted-mean", "mean", "sum"] as const;

/**
 * {@link OpenNeighborScores} in WebAssembly, on all threads. Rows are sorted by similarity once.
 * The last of a row's nearest neighbours in a column is found by counting the column's ratings in
 * this order, for 16 columns at once; a second pass adds the ratings that are at least as near, for
 * four rows at once. 12 bytes for each similarity, of users only those of a tile. Plain:
 * src/models/neighbors/neighbor-aggregator.ts.
 */
export function openNeighborScoresOn(runtime: Runtime): OpenNeighborScores {
  return (ratings, rules, size, plain) => {
    if (isSparse(ratings, rules, size))
      return openSparseNeighborScores(runtime, { ratings, rules, size, plain });
    const { columns } = ratings;
    const isWorth = runtime.isWorth(worthOf(ratings, size), 1);
    if (!isWorth || !canCount(ratings, rules)) return undefined;
    const { perTile } = size;
    const usersAreRows = size.usersAre === "rows";
    const stride = usersAreRows ? columns.rowCount : ratings.similarities.rowCount;
    const plan = new MemoryPlan();
    const room = new NeighborRoom(plan, ratings, rules, size, runtime.threads);
    const scores = plan.float64(perTile * stride);
    const writeLists = planTileLists(plan, size, stride);
    const session = runtime.open(plan);
    if (!session) return undefined;
    const job = room.open(session);
    if (usersAreRows) job.putColumns(allRows(columns));
    else if (!job.putAllRows()) {
      runtime.close(session);
      return undefined;
    }
    return tiledScores(runtime, session, {
      stride,
      writeLists,
      firstTile: perTile,
      fits: (userIndices) => userIndices.length <= perTile && room.fits(userIndices),
      inSession: (userIndices) => {
        if (usersAreRows) job.putRows(userIndices);
        else job.putColumns(userIndices);
        job.score(scores, usersAreRows ? [8 * stride, 8] : [8, 8 * stride]);
        return scores;
      },
      plain: (userIndices) => {
        const all = new Float64Array(userIndices.length * stride);
        plain(userIndices, all);
        return all;
      },
    });
  };
}

/** At least 1 where a job saves time. */
function worthOf(
  { similarities, columns }: NeighborRatings,
  { users, usersAre }: NeighborScoresSize,
): number {
  const share = similarities.count / similarities.rowCount ** 2;
  if (usersAre === "rows") return (users * columns.count) / LEAST_PAIRS;
  if (share < LEAST_SHARE) return 0;
  const pairs = (users / columns.rowCount) * columns.count * similarities.rowCount;
  return Math.min(pairs / LEAST_PAIRS, pairs / PAIRS_PER_SIMILARITY / similarities.count);
}

function canCount({ similarities, columns }: NeighborRatings, { neighbors }: NeighborRules): boolean {
  const isCut = longestRow(columns) > neighbors;
  return !isCut || (neighbors <= MOST_NEIGHBORS && longestRow(similarities) <= MOST_ENTRIES);
}

/** The memory of a job, by places. */
class NeighborRoom {
  readonly ratings: NeighborRatings;
  readonly rules: NeighborRules;
  readonly #tiled: CsrMatrix;
  readonly #entriesOfTile: number;
  readonly #threads: number;
  readonly rows: NeighborRows;
  readonly columns: NeighborColumns;
  readonly scratchBytes: number;
  readonly places: Readonly<Record<PlaceName, number>>;

  constructor(
    plan: MemoryPlan,
    ratings: NeighborRatings,
    rules: NeighborRules,
    { usersAre, perTile }: NeighborScoresSize,
    threads: number,
  ) {
    const { similarities, columns } = ratings;
    const usersAreRows = usersAre === "rows";
    this.ratings = ratings;
    this.rules = rules;
    this.#threads = threads;
    this.#tiled = usersAreRows ? similarities : columns;
    this.#entriesOfTile = mostEntries(this.#tiled, perTile);
    const columnSlots = usersAreRows ? columns.rowCount : perTile;
    const columnEntries = usersAreRows ? columns.count : this.#entriesOfTile;
    this.rows = new NeighborRows(plan, ratings, {
      slots: usersAreRows ? perTile : similarities.rowCount,
      entries: usersAreRows ? this.#entriesOfTile : similarities.count,
      threads,
    });
    this.columns = new NeighborColumns(plan, ratings, columnSlots, columnEntries);
    const width = similarities.rowCount;
    const groups = Math.ceil(Math.min(columnSlots, columnsToCut(columns, rules).length) / GROUP);
    this.scratchBytes = toLine(8 * PANEL * (width + columnSlots) + 64);
    this.places = {
      members: plan.int32(groups * GROUP),
      isRated: plan.reserve(groups * GROUP * width),
      scales: plan.float64(width),
      scratch: plan.reserve(threads * this.scratchBytes),
    };
  }

  /** Whether the entries of these users fit. */
  fits(userIndices: Int32Array): boolean {
    return entriesOf(this.#tiled, userIndices) <= this.#entriesOfTile;
  }

  open(session: Session): NeighborJob {
    const { scratch, scales } = this.places;
    const { similarities, rowScales } = this.ratings;
    const width = similarities.rowCount;
    for (let thread = 0; thread < this.#threads; thread++) {
      session.float64(scratch + thread * this.scratchBytes, PANEL * width).fill(Number.NaN);
    }
    session.float64(scales, width).set(rowScales);
    return new NeighborJob(session, this);
  }
}

type PlaceName = "members" | "isRated" | "scales" | "scratch";

/** Rows and columns in memory, and their scores. */
class NeighborJob {
  readonly #session: Session;
  readonly #room: NeighborRoom;
  #rows = 0;
  #columns = 0;
  #groups = 0;

  constructor(session: Session, room: NeighborRoom) {
    this.#session = session;
    this.#room = room;
  }

  /** Copies the similarities of rows, and sorts them. */
  putRows(rows: Int32Array): void {
    this.#rows = rows.length;
    this.#room.rows.put(this.#session, rows);
  }

  /** Whether no thread was lost. */
  putAllRows(): boolean {
    this.#rows = this.#room.ratings.similarities.rowCount;
    return this.#room.rows.putAll(this.#session);
  }

  /** Copies the ratings of columns, and groups those that have more than a score may use. */
  putColumns(columns: Int32Array): void {
    const { starts, raters } = this.#room.columns.put(this.#session, columns);
    this.#columns = columns.length;
    this.#group(columnsToCut({ starts }, this.#room.rules), starts, raters);
  }

  /** Longer columns first, so that the columns of a group have about the same length. */
  #group(columns: Int32Array, starts: Int32Array, raters: Int32Array): void {
    const session = this.#session;
    const { places, ratings } = this.#room;
    const width = ratings.similarities.rowCount;
    const lengthOf = (column: number) => starts[column + 1] - starts[column];
    columns.sort((a, b) => lengthOf(b) - lengthOf(a));
    this.#groups = Math.ceil(columns.length / GROUP);
    const members = session.int32(places.members, this.#groups * GROUP).fill(-1);
    const bytes = this.#groups * GROUP * width;
    const isRated = new Uint8Array(session.memory.buffer, places.isRated, bytes).fill(0);
    for (const [place, column] of columns.entries()) {
      members[place] = column;
      const first = (place - (place % GROUP)) * width + (place % GROUP);
      for (let k = starts[column]; k < starts[column + 1]; k++) isRated[first + GROUP * raters[k]] = 1;
    }
  }

  /** Writes all scores, a row's and a column's so many bytes apart. */
  score(into: number, strides: readonly [row: number, column: number]): void {
    const { places, ratings, rules, scratchBytes, rows, columns } = this.#room;
    const { rowScales, similarities } = ratings;
    const { neighbors, minNeighbors, threshold, aggregate, damping } = rules;
    const most = 2 ** 31 - 1;
    const fewest = minNeighbors > neighbors ? most : Math.min(minNeighbors, most);
    this.#session.useScratch(places.scratch, scratchBytes);
    this.#session.runParts(
      "neighborScores",
      { count: Math.ceil(this.#rows / PANEL), part: 1 },
      ...[this.#rows, rows.starts, rows.indices, rows.values, similarities.rowCount, threshold],
      ...[this.#columns, columns.starts, columns.raters, columns.residuals, columns.offsets],
      ...[this.#groups, places.members, places.isRated, rows.offsets, rows.scales],
      rowScales.every((scale) => scale === 1) ? 0 : places.scales,
      ...[Math.min(neighbors, most), fewest, AGGREGATES.indexOf(aggregate), damping],
      ...[into, ...strides],
    );
  }
}

/** The columns with more ratings than a score may use. */
function columnsToCut({ starts }: Pick<CsrMatrix, "starts">, { neighbors }: NeighborRules): Int32Array {
  return allRows({ rowCount: starts.length - 1 }).filter(
    (column) => starts[column + 1] - starts[column] > neighbors,
  );
}
