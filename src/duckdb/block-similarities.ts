import type { SimilarityMeasure } from "../kernels/similarity/all-similarities.js";
import { addCommonSums, SUM_COUNTS, type SumsName } from "../kernels/similarity/common-sums.js";
import type { SimilarityCollector } from "../kernels/similarity/similarity-collector.js";
import {
  type SimilarityKernel,
  SUMS_OF,
  similarityOfSums,
} from "../kernels/similarity/similarity-of-sums.js";
import { CsrMatrix } from "../sparse/csr-matrix.js";
import { rowOf } from "../sparse/row-of.js";
import { transpose } from "../sparse/transpose.js";
import { reportProgress, type TaskOptions } from "../task/report-progress.js";
import { type ComparedValues, comparedChunk } from "./stored-centering.js";
import type { StoredEntries } from "./stored-entries.js";

/** Ratings of users that are added to the sums of a block at once. */
const BATCH_ENTRIES = 2 ** 18;
/** Room for ratings at first. */
const FIRST_ENTRIES = 2 ** 12;

/** What blocks of items are compared by. */
export interface BlockOptions extends TaskOptions {
  readonly measure: SimilarityMeasure;
  readonly values: ComparedValues;
  /** The number of ratings of each item. */
  readonly lengths: Int32Array;
  /** The most memory for the sums of a block of items with all later items, in bytes. */
  readonly blockBytes: number;
}

/** How much a fit has read. */
export interface BlockCost {
  readonly blocks: number;
  /** Bytes of typed arrays that DuckDB has handed over: 16 for each rating. */
  readonly bytesRead: number;
}

/**
 * The similarity of every two items that share at least `minCommon` users: `allSimilarities` for
 * ratings in DuckDB. For a block of items at a time, the ratings are read once, user by user, and
 * the sums of the block's items with all later ones are accumulated in memory, so that nothing is
 * spilled. O(Σ over users of their ratings²) time, and O(blocks × ratings) to read.
 */
export async function blockSimilarities(
  entries: StoredEntries,
  { measure, values, lengths, blockBytes, ...task }: BlockOptions,
  collector: SimilarityCollector,
): Promise<BlockCost> {
  const { name, minCommon, shrinkage } = measure;
  const kept = new Int32Array(lengths.length)
    .map((_, item) => item)
    .filter((item) => lengths[item] >= minCommon);
  const keptIndexOf = new Int32Array(lengths.length).fill(-1);
  for (let keptIndex = 0; keptIndex < kept.length; keptIndex++) keptIndexOf[kept[keptIndex]] = keptIndex;
  const { norms, arePositive } =
    name === "cosine" ? await itemNorms(entries, values) : { norms: new Float64Array(lengths.length) };
  // With positive values, Σxy > 0 if and only if two items share a user.
  const needsNoCount = arePositive && minCommon === 1 && shrinkage === 0;
  const sumsName = needsNoCount ? "dots" : SUMS_OF[name as SimilarityKernel];
  const width = SUM_COUNTS[sumsName];
  let sums = new Float64Array(0);
  let [blocks, bytesRead] = [0, 0];
  for (let first = 0; first < kept.length; blocks++) {
    reportProgress(task, { done: first, total: kept.length });
    const columns = kept.length - first;
    const rows = Math.min(columns, Math.max(1, Math.floor(blockBytes / (8 * width * columns))));
    if (sums.length < rows * columns * width) sums = new Float64Array(rows * columns * width);
    else sums.fill(0, 0, rows * columns * width);
    const block = new Block({ first, rows, columns, sumsName }, keptIndexOf, sums, measure);
    let compared = new Float64Array(0);
    for await (const chunk of entries.chunks(kept[first])) {
      bytesRead += 16 * chunk.count;
      if (compared.length < chunk.count) compared = new Float64Array(chunk.count);
      comparedChunk(chunk, values, compared);
      block.add(chunk.users, chunk.items, compared, chunk.count);
    }
    block.flush();
    block.collect({ kept, lengths, norms }, collector);
    first += rows;
  }
  reportProgress(task, { done: kept.length, total: kept.length });
  return { blocks, bytesRead };
}

async function itemNorms(
  entries: StoredEntries,
  values: ComparedValues,
): Promise<{ norms: Float64Array; arePositive?: boolean }> {
  const squares = new Float64Array(entries.items.size);
  let arePositive = true;
  let compared = new Float64Array(0);
  for await (const chunk of entries.chunks()) {
    if (compared.length < chunk.count) compared = new Float64Array(chunk.count);
    comparedChunk(chunk, values, compared);
    for (let k = 0; k < chunk.count; k++) {
      squares[chunk.items[k]] += compared[k] * compared[k];
      if (!(compared[k] > 0)) arePositive = false;
    }
  }
  return { norms: squares.map(Math.sqrt), arePositive };
}

/** Rows of a block: some items; its columns: these and all later ones. */
interface BlockShape {
  /** The first row, among the items that are compared. */
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  /** The sums of each pair. */
  readonly sumsName: SumsName;
}

/** The sums of a block of items, from batches of users' ratings. */
class Block {
  readonly #shape: BlockShape;
  readonly #keptIndexOf: Int32Array;
  readonly #sums: Float64Array;
  readonly #measure: SimilarityMeasure;
  /** The batch: ratings of users with a rating in the block, as columns of the block. */
  #indices = new Int32Array(FIRST_ENTRIES);
  #values = new Float64Array(FIRST_ENTRIES);
  readonly #starts: number[] = [0];
  #count = 0;
  #user = -1;

  constructor(shape: BlockShape, keptIndexOf: Int32Array, sums: Float64Array, measure: SimilarityMeasure) {
    this.#shape = shape;
    this.#keptIndexOf = keptIndexOf;
    this.#sums = sums;
    this.#measure = measure;
  }

  /** Adds ratings that are sorted by user and item. */
  add(users: Int32Array, items: Int32Array, values: Float64Array, count: number): void {
    const { first } = this.#shape;
    for (let k = 0; k < count; k++) {
      if (users[k] !== this.#user) this.#endUser(users[k]);
      const column = this.#keptIndexOf[items[k]] - first;
      if (column < 0) continue;
      if (this.#count === this.#indices.length) this.#grow();
      this.#indices[this.#count] = column;
      this.#values[this.#count++] = values[k];
    }
  }

  /** Adds the batch to the sums. */
  flush(): void {
    this.#endUser(-1);
    const { rows, columns, sumsName } = this.#shape;
    const width = SUM_COUNTS[sumsName];
    const batch = CsrMatrix.fromRows({
      starts: Int32Array.from(this.#starts),
      indices: this.#indices.subarray(0, this.#count),
      values: this.#values.subarray(0, this.#count),
      columnCount: columns,
    });
    const byItem = transpose(batch);
    const next = batch.starts.slice(0, batch.rowCount);
    for (let x = 0; x < rows; x++) {
      const own = rowOf(byItem, x);
      if (own.indices.length === 0) continue;
      // A user's items ascend, so that after x come the later ones.
      for (let k = 0; k < own.indices.length; k++) next[own.indices[k]]++;
      const place = x * columns * width;
      addCommonSums(sumsName, own, batch, next, this.#sums.subarray(place, place + columns * width));
    }
    this.#starts.length = 1;
    this.#count = 0;
  }

  /** Hands the similarities of each row with later items to the collector. */
  collect(
    { kept, lengths, norms }: { kept: Int32Array; lengths: Int32Array; norms: Float64Array },
    collector: SimilarityCollector,
  ): void {
    const { first, rows, columns, sumsName } = this.#shape;
    const width = SUM_COUNTS[sumsName];
    const { minCommon, shrinkage, sampleCorrection } = this.#measure;
    const name = this.#measure.name as SimilarityKernel;
    const least = sumsName === "dots" ? Number.MIN_VALUE : Math.max(1, minCommon);
    const others = new Int32Array(columns);
    const forward = new Float64Array(columns);
    const reverse = name === "conditional" ? new Float64Array(columns) : forward;
    for (let row = 0; row < rows; row++) {
      const x = kept[first + row];
      const [normX, lengthX] = [norms[x], lengths[x]];
      let count = 0;
      for (let column = row + 1; column < columns; column++) {
        const at = (row * columns + column) * width;
        const n = this.#sums[at];
        if (n < least) continue;
        const y = kept[first + column];
        const weight = shrinkage === 0 ? 1 : (n - sampleCorrection) / (n - sampleCorrection + shrinkage);
        const similarity =
          sumsName === "dots"
            ? n / (normX * norms[y])
            : similarityOfSums(name, this.#sums, at, normX, norms[y], lengthX, lengths[y]) * weight;
        if (Number.isNaN(similarity)) continue;
        others[count] = y;
        forward[count] = similarity;
        if (name === "conditional") reverse[count] = (weight * n) / lengths[y];
        count++;
      }
      collector.add(x, others, forward, reverse, count);
    }
  }

  /** Keeps the ratings of the last user if one is in the block's rows; begins with the next. */
  #endUser(next: number): void {
    const start = this.#starts[this.#starts.length - 1];
    if (this.#count > start && this.#indices[start] < this.#shape.rows) this.#starts.push(this.#count);
    else this.#count = start;
    this.#user = next;
    if (next >= 0 && this.#count >= BATCH_ENTRIES) {
      this.flush();
      this.#user = next;
    }
  }

  #grow(): void {
    const [indices, values] = [this.#indices, this.#values];
    this.#indices = new Int32Array(2 * indices.length);
    this.#values = new Float64Array(2 * values.length);
    this.#indices.set(indices);
    this.#values.set(values);
  }
}
