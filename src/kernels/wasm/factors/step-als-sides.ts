import { stepAlsSides } from "../../factors/step-als-sides.js";
import {
  copySide,
  PART,
  PRODUCTS_PART,
  panelBytes,
  reserveSide,
  SINGLE_PRODUCTS_PART,
} from "../als-side-job.js";
import { MemoryPlan } from "../memory-plan.js";
import { numbersOf } from "../numbers-of.js";
import { copyRowsIn, copyRowsOut, paddedWidth } from "../padded-rows.js";
import type { Runtime } from "../runtime.js";

/** Products of all iterations: with fewer, plain TypeScript takes 20 ms, and no thread starts. */
const LEAST_PRODUCTS = 500_000;

/**
 * {@link stepAlsSides} in WebAssembly, on all threads: in double precision the same operations in
 * the same order, so that the same bits come out. In single precision all numbers are, and are
 * added, in 32 bits. Entries and factors stay in its memory over all iterations: 20 bytes for each
 * rating of both sides, in single precision 12. Plain: src/kernels/factors/step-als-sides.ts.
 */
export function stepAlsSidesOn(runtime: Runtime): typeof stepAlsSides {
  return (users, items, schedule) => {
    const plain = () => stepAlsSides(users, items, schedule);
    const { iterations, steps, precision, onIteration } = schedule;
    const { width } = users.factors;
    const entries = users.equations.targets.length;
    if (!runtime.isWorth(entries * width * iterations, LEAST_PRODUCTS)) return plain();

    const numbers = numbersOf(precision);
    const stride = paddedWidth(width, numbers.unit);
    const plan = new MemoryPlan();
    const base = numbers.reserve(plan, stride * stride);
    const [ofUsers, ofItems] = [users, items].map((side) => ({
      side,
      rowCount: side.equations.weights.rowCount,
      places: reserveSide(plan, side.equations, numbers),
      factors: numbers.reserve(plan, side.equations.weights.rowCount * stride),
    }));
    const scratchBytes = 64 + 4 * stride * numbers.bytes + panelBytes(stride);
    const scratch = plan.reserve(scratchBytes * runtime.threads);
    return runtime.job(
      plan,
      (session) => {
        session.useScratch(scratch, scratchBytes);
        const rowsOf = ({ factors, rowCount }: typeof ofUsers) =>
          numbers.view(session, factors, rowCount * stride);
        const copyIn = (into: typeof ofUsers, others: typeof ofUsers) => {
          const words = { base, others: others.factors, into: into.factors, width, stride, steps };
          copySide(session, into.places, into.side.equations, numbers, words);
          copyRowsIn(into.side.factors, stride, rowsOf(into));
        };
        const step = (into: typeof ofUsers, others: typeof ofUsers) => {
          const { factors, rowCount } = others;
          if (precision === "single") {
            const rows = { count: stride, part: SINGLE_PRODUCTS_PART };
            session.runParts("writeProductsSingle", rows, factors, rowCount, stride, base);
          } else {
            const rows = { count: width, part: PRODUCTS_PART };
            session.runParts("writeProducts", rows, factors, rowCount, width, stride, base);
          }
          const kernel = precision === "single" ? "stepAlsSideSingle" : "stepAlsSide";
          session.runParts(kernel, { count: into.rowCount, part: PART }, into.places.words);
        };
        copyIn(ofUsers, ofItems);
        copyIn(ofItems, ofUsers);
        for (let done = 0; done < iterations; done++) {
          onIteration(done);
          step(ofUsers, ofItems);
          step(ofItems, ofUsers);
        }
        for (const each of [ofUsers, ofItems]) copyRowsOut(rowsOf(each), stride, each.side.factors);
      },
      plain,
    );
  };
}
