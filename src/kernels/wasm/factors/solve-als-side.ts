import { solveAlsSide } from "../../factors/als-side.js";
import { copySide, failedRow, PART, panelBytes, reserveSide } from "../als-side-job.js";
import { MemoryPlan } from "../memory-plan.js";
import { numbersOf } from "../numbers-of.js";
import { copyRowsIn, copyRowsOut, paddedWidth } from "../padded-rows.js";
import type { Runtime } from "../runtime.js";

/** Products of an entry's factors, below which plain TypeScript is as fast. */
const LEAST_PRODUCTS = 500_000;

/**
 * {@link solveAlsSide} in WebAssembly, on all threads: the same operations in the same order, so
 * that the same bits come out. Plain: src/kernels/factors/als-side.ts.
 */
export function solveAlsSideOn(runtime: Runtime): typeof solveAlsSide {
  return (equations, base, others, into) => {
    const plain = () => solveAlsSide(equations, base, others, into);
    const { width } = others;
    const { rowCount, columnCount } = equations.weights;
    const entries = equations.targets.length;
    if (!runtime.isWorth((entries + rowCount * width) * width * width, LEAST_PRODUCTS)) return plain();

    const numbers = numbersOf("double");
    const stride = paddedWidth(width, numbers.unit);
    const plan = new MemoryPlan();
    const places = reserveSide(plan, equations, numbers);
    const basePlace = plan.float64(width * stride);
    const othersPlace = plan.float64(columnCount * stride);
    const intoPlace = plan.float64(rowCount * stride);
    const scratchBytes = 8 * width * stride + panelBytes(stride);
    const scratch = plan.reserve(scratchBytes * runtime.threads);
    return runtime.job(
      plan,
      (session) => {
        session.useScratch(scratch, scratchBytes);
        const words = { base: basePlace, others: othersPlace, into: intoPlace, width, stride, steps: 0 };
        copySide(session, places, equations, numbers, words);
        copyRowsIn({ values: base, width }, stride, session.float64(basePlace, width * stride));
        copyRowsIn(others, stride, session.float64(othersPlace, columnCount * stride));
        session.runParts("solveAlsSide", { count: rowCount, part: PART }, places.words);
        const failed = failedRow(session, places);
        const solved = { values: into.values.subarray(0, failed * width), width };
        copyRowsOut(session.float64(intoPlace, failed * stride), stride, solved);
        return failed < rowCount ? failed : -1;
      },
      plain,
    );
  };
}
