import type { FloatPrecision } from "../dense/round-to-precision.js";
import type { MemoryPlan } from "./memory-plan.js";
import type { Session } from "./session.js";

/** Arrays of one precision in the memory of a job. */
export interface Numbers {
  /** Numbers in the longest vector that a kernel reads, of which rows are a multiple. */
  readonly unit: number;
  readonly bytes: number;
  reserve(plan: MemoryPlan, length: number): number;
  view(session: Session, place: number, length: number): Float64Array | Float32Array;
}

const DOUBLE: Numbers = {
  unit: 4,
  bytes: 8,
  reserve: (plan, length) => plan.float64(length),
  view: (session, place, length) => session.float64(place, length),
};

const SINGLE: Numbers = {
  unit: 8,
  bytes: 4,
  reserve: (plan, length) => plan.float32(length),
  view: (session, place, length) => session.float32(place, length),
};

/** How a job keeps numbers of a precision. */
export function numbersOf(precision: FloatPrecision): Numbers {
  return precision === "single" ? SINGLE : DOUBLE;
}
