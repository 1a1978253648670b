import { openMachinePasses, type PassBlock } from "../../machines/machine-passes.js";
import { clearSums } from "../../machines/row-sums.js";
import { RatingsPlan } from "../factors/placed-ratings.js";
import { MemoryPlan } from "../memory-plan.js";
import type { Runtime } from "../runtime.js";
import type { Session } from "../session.js";

/** With fewer ratings, plain TypeScript is as fast. */
const LEAST_RATINGS = 2000;

/**
 * {@link openMachinePasses} in WebAssembly, on one thread: the same operations in the same order,
 * so that the same bits come out. The arrays are copied once. Plain:
 * src/kernels/machines/machine-passes.ts.
 *
 * There is none in single precision: it took 0.93 of the time with the 100,000 ratings of ML-100K,
 * and 0.85 with a million simulated ones, of the passes alone.
 */
export function openMachinePassesOn(runtime: Runtime): typeof openMachinePasses {
  return (given) => {
    const count = given.residuals.length;
    if (!runtime.isWorth(count, LEAST_RATINGS)) return openMachinePasses(given);
    const plan = new MemoryPlan();
    const [residuals, totals] = [plan.float64(count), plan.float64(count)];
    const most = Math.max(...given.blocks.map(({ columns }) => columns.rowCount));
    const [valuesPlace, normalsPlace] = [plan.float64(most), plan.float64(most)];
    const blocks = given.blocks.map((block) => plannedBlock(plan, block));
    const session = runtime.open(plan, { threads: 1 });
    if (!session) return openMachinePasses(given);
    const data = {
      residuals: session.float64(residuals, count),
      totals: session.float64(totals, count),
      blocks: blocks.map(({ placed }) => placed(session)),
    };
    data.residuals.set(given.residuals);
    data.totals.set(given.totals);
    const [values, normals] = [session.float64(valuesPlace, most), session.float64(normalsPlace, most)];
    const columnsAt = (block: number, first: number, length: number) => {
      const { rows, columns } = blocks[block];
      const ofColumns = [columns.starts + 4 * first, columns.items, columns.values];
      return [valuesPlace, valuesPlace + 8 * length, ...ofColumns, rows];
    };
    return {
      data,
      addProducts(block, own) {
        values.set(own);
        session.run("machineProducts", ...columnsAt(block, 0, own.length));
      },
      writeTotals() {
        data.totals.fill(0);
        for (const { rowOfRating, rows } of blocks) {
          session.run("machineTotals", totals, totals + 8 * count, rowOfRating, rows);
        }
      },
      overRatings(block, next) {
        const after = data.blocks[next];
        if (after) clearSums(after.rows);
        const places = [blocks[block], blocks[next]].flatMap((each) =>
          each ? [each.rowOfRating, each.rows] : [0, 0],
        );
        session.run("machineRatings", count, residuals, totals, ...places);
      },
      drawFactor(block, { first, normals: ofColumns, mean, precision, noise }, own) {
        values.set(own);
        normals.set(ofColumns);
        const prior = [precision * mean, precision, noise];
        session.run("machineFactor", ...columnsAt(block, first, own.length), normalsPlace, ...prior);
        own.set(values.subarray(0, own.length));
      },
    };
  };
}

/** Plans memory for a block; `placed` copies it into a session. */
function plannedBlock(plan: MemoryPlan, { rowOfRating, rows, columns }: PassBlock) {
  const ofColumns = new RatingsPlan(columns);
  const places = {
    rowOfRating: plan.int32(rowOfRating.length),
    rows: plan.float64(rows.length),
    columns: ofColumns.reserve(plan),
  };
  const placed = (session: Session): PassBlock => {
    session.int32(places.rowOfRating, rowOfRating.length).set(rowOfRating);
    ofColumns.fill(session, places.columns);
    const copy = session.float64(places.rows, rows.length);
    copy.set(rows);
    return { rowOfRating, rows: copy, columns };
  };
  return { ...places, placed };
}
