import { CsrMatrix } from "../../../sparse/csr-matrix.js";
import { rowNorms } from "../../../sparse/row-norms.js";
import { transpose } from "../../../sparse/transpose.js";
import { highestCosines } from "../../similarity/highest-cosines.js";
import { MemoryPlan } from "../memory-plan.js";
import type { Runtime } from "../runtime.js";
import type { Session } from "../session.js";

/** Rows between two calls of `onRow`, and rows that a thread takes at a time. */
const ROWS_PER_REPORT = 256;
const PART = 8;

/** With fewer products the plain kernel takes about 10 ms, less than to start a thread. */
const LEAST_PRODUCTS = 1_000_000;

/**
 * {@link highestCosines} in WebAssembly, on all threads: the same operations in the same order, so
 * that the same bits come out. Each thread keeps heaps of its own, which are merged. Memory: 28
 * bytes for each entry, and for each thread 12 × rows × keep. In plain TypeScript where a value is
 * not positive, or where most rows share no column. Plain:
 * src/kernels/similarity/highest-cosines.ts.
 */
export function highestCosinesOn(runtime: Runtime): typeof highestCosines {
  return (matrix, keep, onRow) => {
    const plain = () => highestCosines(matrix, keep, onRow);
    const { rowCount, values } = matrix;
    if (!(keep >= 1 && keep < rowCount && values.every((value) => value > 0))) return plain();
    const columns = transpose(matrix);
    const products = productsOf(columns);
    const isWorth = runtime.isWorth(products, LEAST_PRODUCTS);
    if (!isWorth || products < (rowCount * (rowCount - 1)) / 2) return plain();
    const plan = new MemoryPlan();
    const places = reserve(plan, matrix, keep, runtime.threads);
    return runtime.job(
      plan,
      (session) => {
        copyEntries(session, places, matrix, columns);
        return cosines(session, places, matrix, keep, onRow);
      },
      plain,
    );
  };
}

/** Where the arrays are. */
interface Places {
  readonly starts: number;
  readonly values: number;
  readonly nexts: number;
  readonly ends: number;
  readonly others: number;
  readonly otherValues: number;
  readonly norms: number;
  /** Of the first thread, and bytes for each. */
  readonly scratch: number;
  readonly scratchBytes: number;
}

/** The number of products: those of a column's entries with its later ones. */
function productsOf({ starts }: CsrMatrix): number {
  let products = 0;
  for (let column = 0; column + 1 < starts.length; column++) {
    const length = starts[column + 1] - starts[column];
    products += (length * (length - 1)) / 2;
  }
  return products;
}

function reserve(plan: MemoryPlan, { rowCount, count }: CsrMatrix, keep: number, threads: number): Places {
  const scratchBytes = Math.ceil((20 * rowCount + 12 * rowCount * keep) / 64) * 64;
  return {
    starts: plan.int32(rowCount + 1),
    values: plan.float64(count),
    nexts: plan.int32(count),
    ends: plan.int32(count),
    others: plan.int32(count),
    otherValues: plan.float64(count),
    norms: plan.float64(rowCount),
    scratch: plan.reserve(threads * scratchBytes),
    scratchBytes,
  };
}

function copyEntries(session: Session, places: Places, matrix: CsrMatrix, columns: CsrMatrix): void {
  const { starts, indices, count, rowCount } = matrix;
  session.int32(places.starts, rowCount + 1).set(starts);
  session.float64(places.values, count).set(matrix.values);
  session.int32(places.others, count).set(columns.indices);
  session.float64(places.otherValues, count).set(columns.values);
  session.float64(places.norms, rowCount).set(rowNorms(matrix));
  const nexts = session.int32(places.nexts, count);
  const ends = session.int32(places.ends, count);
  const next = columns.starts.slice();
  for (let entry = 0; entry < count; entry++) {
    const column = indices[entry];
    nexts[entry] = ++next[column];
    ends[entry] = columns.starts[column + 1];
  }
  session.useScratch(places.scratch, places.scratchBytes);
}

function cosines(
  session: Session,
  places: Places,
  { rowCount }: CsrMatrix,
  keep: number,
  onRow: (row: number) => void,
): CsrMatrix {
  const { starts, values, nexts, ends, others, otherValues, norms, scratch, scratchBytes } = places;
  const entries = [starts, values, nexts, ends, others, otherValues, norms];
  for (let first = 0; first < rowCount; first += ROWS_PER_REPORT) {
    onRow(first);
    const rows = { count: Math.min(ROWS_PER_REPORT, rowCount - first), part: PART };
    session.runParts("offerCosines", rows, first, rowCount, keep, ...entries);
  }
  const rows = { count: rowCount, part: ROWS_PER_REPORT };
  session.runParts("mergeHeaps", rows, rowCount, keep, scratch, scratchBytes, session.threads);
  onRow(rowCount);
  return keptRows(session, scratch, rowCount, keep);
}

/** The heaps of the first thread, as a matrix. */
function keptRows(session: Session, scratch: number, rowCount: number, keep: number): CsrMatrix {
  const values = scratch + 16 * rowCount;
  const indices = values + 8 * rowCount * keep;
  const sizes = session.int32(indices + 4 * rowCount * keep, rowCount);
  const allValues = session.float64(values, rowCount * keep);
  const allIndices = session.int32(indices, rowCount * keep);
  const starts = new Int32Array(rowCount + 1);
  for (let row = 0; row < rowCount; row++) starts[row + 1] = starts[row] + sizes[row];
  const kept = { indices: new Int32Array(starts[rowCount]), values: new Float64Array(starts[rowCount]) };
  for (let row = 0; row < rowCount; row++) {
    const from = row * keep;
    kept.indices.set(allIndices.subarray(from, from + sizes[row]), starts[row]);
    kept.values.set(allValues.subarray(from, from + sizes[row]), starts[row]);
  }
  return CsrMatrix.fromRows({ starts, ...kept, columnCount: rowCount });
}
