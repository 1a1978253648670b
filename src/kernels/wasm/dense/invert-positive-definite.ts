import { invertPositiveDefinite } from "../../dense/invert-positive-definite.js";
import { MemoryPlan } from "../memory-plan.js";
import type { Runtime } from "../runtime.js";
import type { Session } from "../session.js";

/** Columns of a block, as in the plain kernel. */
const BLOCK = 128;

/** Rows that a thread takes at a time. */
const PART = 64;

/** Below this size the plain kernel is as fast. */
const LEAST_SIZE = 128;

/**
 * {@link invertPositiveDefinite} in WebAssembly, on all threads: the same operations in the same
 * order, so that the same bits come out, but with relaxed SIMD. 8 × n² bytes of memory in addition
 * to the plain kernel's. Plain: src/kernels/dense/invert-positive-definite.ts.
 */
export function inverseOn(runtime: Runtime): typeof invertPositiveDefinite {
  return (matrix, n, onBlock) => {
    const plain = () => invertPositiveDefinite(matrix, n, onBlock);
    if (!runtime.isWorth(n, LEAST_SIZE)) return plain();
    const plan = new MemoryPlan();
    const places = reserve(plan, n);
    const inSession = (session: Session) => invert(session, places, matrix, n, onBlock);
    return runtime.job(plan, inSession, plain, { hasRelaxed: true });
  };
}

/** Where the arrays of an inverse are. */
interface Places {
  readonly matrix: number;
  readonly negated: number;
  readonly solved: number;
  readonly right: number;
  readonly pivots: number;
  readonly packed: number;
  readonly floors: number;
}

/** Rows of the matrix in memory, and their numbers: a multiple of the tile's 4. */
function paddedSize(n: number): number {
  return Math.ceil(n / 4) * 4;
}

function reserve(plan: MemoryPlan, n: number): Places {
  const size = paddedSize(n);
  return {
    matrix: plan.float64(size * size),
    negated: plan.float64(size * BLOCK),
    solved: plan.float64(size * BLOCK),
    right: plan.float64(size * BLOCK),
    pivots: plan.float64(BLOCK * BLOCK),
    packed: plan.float64(BLOCK * BLOCK),
    floors: plan.float64(size),
  };
}

function invert(
  session: Session,
  places: Places,
  matrix: Float64Array,
  n: number,
  onBlock: (columns: number) => void,
): boolean {
  const { negated, solved, right, pivots, packed } = places;
  const size = paddedSize(n);
  const whole = session.float64(places.matrix, size * size);
  const floors = session.float64(places.floors, n);
  for (let i = 0; i < n; i++) {
    whole.set(matrix.subarray(i * n, i * n + i + 1), i * size);
    floors[i] = matrix[i * n + i] * n * Number.EPSILON;
  }
  const rows = { count: size, part: PART };
  for (let start = 0; start < n; start += BLOCK) {
    onBlock(start);
    const block = [places.matrix, size, start, Math.min(BLOCK, n - start)];
    if (session.run("prepareBlock", ...block, places.floors, pivots, packed) === 0) return false;
    session.runParts("solvePanel", rows, ...block, packed, negated, solved, right);
    session.runParts("updateInverse", rows, ...block, negated, solved, right, pivots);
  }
  session.runParts("finishInverse", rows, places.matrix, size);
  for (let i = 0; i < n; i++) matrix.set(whole.subarray(i * size, i * size + n), i * n);
  onBlock(n);
  return true;
}
