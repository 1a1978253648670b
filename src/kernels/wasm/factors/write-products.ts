import { writeProducts } from "../../dense/weighted-products.js";
import { PRODUCTS_PART, panelBytes } from "../als-side-job.js";
import { MemoryPlan } from "../memory-plan.js";
import { numbersOf } from "../numbers-of.js";
import { copyRowsIn, copyRowsOut, paddedWidth } from "../padded-rows.js";
import type { Runtime } from "../runtime.js";

/** Products below which plain TypeScript is as fast. */
const LEAST_PRODUCTS = 1_000_000;

/**
 * {@link writeProducts} in WebAssembly, on all threads: the same operations in the same order, so
 * that the same bits come out. Plain: src/kernels/dense/weighted-products.ts.
 */
export function writeProductsOn(runtime: Runtime): typeof writeProducts {
  return (vectors, matrix) => {
    const plain = () => writeProducts(vectors, matrix);
    const { values, width } = vectors;
    if (!runtime.isWorth(values.length * width, LEAST_PRODUCTS)) return plain();

    const rowCount = values.length / width;
    const stride = paddedWidth(width, numbersOf("double").unit);
    const plan = new MemoryPlan();
    const vectorsPlace = plan.float64(rowCount * stride);
    const matrixPlace = plan.float64(width * stride);
    const scratchBytes = panelBytes(stride);
    const scratch = plan.reserve(scratchBytes * runtime.threads);
    return runtime.job(
      plan,
      (session) => {
        session.useScratch(scratch, scratchBytes);
        copyRowsIn(vectors, stride, session.float64(vectorsPlace, rowCount * stride));
        const rows = { count: width, part: PRODUCTS_PART };
        session.runParts("writeProducts", rows, vectorsPlace, rowCount, width, stride, matrixPlace);
        copyRowsOut(session.float64(matrixPlace, width * stride), stride, { values: matrix, width });
      },
      plain,
    );
  };
}
