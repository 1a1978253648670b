import type { BinnedRows } from "../../trees/feature-rows.js";
import { openTreeJob, type TreeJob } from "../../trees/tree-job.js";
import { MemoryPlan } from "../memory-plan.js";
import type { Runtime } from "../runtime.js";
import { LostHelper, type Ranges } from "../session.js";

/** With fewer bins, plain TypeScript is as fast. */
const LEAST_BINS = 20_000;

/** With fewer bins to count, or rows to partition, a helper would come too late. */
const LEAST_SHARED_BINS = 50_000;
const LEAST_SHARED_ROWS = 50_000;

/** Features that a thread counts at once, at most. */
const MOST_FEATURES = 16;

/** Rows that a thread partitions at once. */
const ROWS_PART = 16_384;

/** Of assembly/grow-tree.ts, for each thread. */
const SCRATCH_BYTES = 2048;

/**
 * The kernels of {@link openTreeJob} in WebAssembly, on all threads: the sums of a feature are
 * added by one thread in the order of the rows, so that the same bits come out. Bins are also kept
 * feature by feature: memory is 2 bytes more for each bin, and 16 for each row. Plain:
 * src/kernels/trees/tree-job.ts.
 */
export function openTreeJobOn(runtime: Runtime): typeof openTreeJob {
  return (binned) => {
    const { bins, width } = binned;
    if (!runtime.isWorth(bins.length, LEAST_BINS)) return openTreeJob(binned);
    const rowCount = bins.length / width;
    const plan = new MemoryPlan();
    const byRow = plan.reserve(bins.length + MOST_FEATURES);
    const byFeature = plan.reserve(bins.length);
    const rowsPlace = plan.int32(rowCount);
    const lefts = plan.int32(rowCount + 1);
    const rights = plan.int32(rowCount + 1);
    const countsPlace = plan.int32(Math.ceil(rowCount / ROWS_PART));
    const gradientsPlace = plan.float32(rowCount);
    const histogramPlace = plan.float64(512 * width);
    const scratch = plan.reserve(SCRATCH_BYTES * runtime.threads);
    const session = runtime.open(plan);
    if (!session) return openTreeJob(binned);

    session.useScratch(scratch, SCRATCH_BYTES);
    const { buffer } = session.memory;
    new Uint8Array(buffer, byRow, bins.length).set(bins);
    copyByFeature(binned, new Uint8Array(buffer, byFeature, bins.length));
    const histogram = session.float64(histogramPlace, 512 * width);
    const runOn = (threads: number, name: string, { count, part }: Ranges, ...given: number[]) => {
      if (threads > 1) return session.runParts(name, { count, part }, ...given);
      for (let from = 0; from < count; from += part) {
        session.run(name, from, Math.min(from + part, count), scratch, ...given);
      }
    };

    const fill = (start: number, end: number, into: Float64Array) => {
      const threads = (end - start) * width < LEAST_SHARED_BINS ? 1 : session.threads;
      const part = Math.ceil(width / (threads * Math.ceil(width / threads / MOST_FEATURES)));
      const ofNode = [rowsPlace + 4 * start, rowsPlace + 4 * end];
      const given = [...ofNode, byRow, width, gradientsPlace, histogramPlace];
      runOn(threads, "fillHistogram", { count: width, part }, ...given);
      into.set(histogram);
    };
    const split: Parameters<Parameters<TreeJob["run"]>[2]>[0]["split"] = (
      start,
      end,
      { feature, lastBin, nanLeft },
    ) => {
      const count = end - start;
      const threads = count < LEAST_SHARED_ROWS ? 1 : session.threads;
      const ranges = { count, part: ROWS_PART };
      const ofNode = rowsPlace + 4 * start;
      const sides = [lefts, rights, countsPlace, ROWS_PART];
      const ofFeature = [byFeature + feature * rowCount, nanLeft, lastBin + nanLeft + 1];
      runOn(threads, "divideRows", ranges, ofNode, ...ofFeature, ...sides);
      const counts = session.int32(countsPlace, Math.ceil(count / ROWS_PART));
      const firstRight = counts.reduce((sum, lefts) => sum + lefts, 0);
      runOn(threads, "joinRows", ranges, ofNode, ...sides, firstRight);
      return start + firstRight;
    };

    let plain: TreeJob | undefined;
    return {
      run: (rows, gradients, grow) => {
        if (plain) return plain.run(rows, gradients, grow);
        try {
          const inMemory = session.int32(rowsPlace, rows.length);
          inMemory.set(rows);
          session.float32(gradientsPlace, rowCount).set(gradients);
          const tree = grow({ fill, split });
          rows.set(inMemory);
          return tree;
        } catch (error) {
          if (!(error instanceof LostHelper)) throw error;
          plain = openTreeJob(binned);
          return plain.run(rows, gradients, grow);
        }
      },
      close: () => runtime.close(session),
    };
  };
}

/** Copies bins so that those of a feature follow one another. O(bins). */
function copyByFeature({ bins, width }: BinnedRows, into: Uint8Array): void {
  const rowCount = bins.length / width;
  for (let feature = 0; feature < width; feature++) {
    for (let k = feature, at = feature * rowCount; k < bins.length; k += width, at++) into[at] = bins[k];
  }
}
