import type { AlsEquations } from "../factors/als-equations.js";
import type { MemoryPlan } from "./memory-plan.js";
import type { Numbers } from "./numbers-of.js";
import type { Session } from "./session.js";

/** Rows that a thread takes at a time. */
export const PART = 16;

/** Rows of the matrix of products that a thread takes at a time: tiles of the kernels. */
export const PRODUCTS_PART = 16;
export const SINGLE_PRODUCTS_PART = 8;

/** Where the equations of one side are: see assembly/als-side.ts. */
export interface SidePlaces {
  readonly words: number;
  readonly starts: number;
  readonly indices: number;
  readonly weights: number;
  readonly targets: number;
  readonly regularization: number;
}

/** What the equations of one side are about, by place, and the size of its rows. */
export interface SideWords {
  readonly base: number;
  readonly others: number;
  readonly into: number;
  readonly width: number;
  readonly stride: number;
  readonly steps: number;
}

/** 32-bit words of a side; the last one is the row that has no unique solution. */
const WORDS = 13;

/** Reserves memory for the equations of one side. */
export function reserveSide(
  plan: MemoryPlan,
  { weights, targets, regularization }: AlsEquations,
  numbers: Numbers,
): SidePlaces {
  return {
    words: plan.int32(WORDS),
    starts: plan.int32(weights.starts.length),
    indices: plan.int32(weights.indices.length),
    weights: numbers.reserve(plan, weights.values.length),
    targets: numbers.reserve(plan, targets.length),
    regularization: numbers.reserve(plan, regularization.length),
  };
}

/** Copies the equations of one side into the memory of a job. O(entries + rows). */
export function copySide(
  session: Session,
  places: SidePlaces,
  { weights, targets, regularization }: AlsEquations,
  numbers: Numbers,
  { base, others, into, width, stride, steps }: SideWords,
): void {
  const { rowCount, starts, indices, values } = weights;
  session.int32(places.starts, starts.length).set(starts);
  session.int32(places.indices, indices.length).set(indices);
  numbers.view(session, places.weights, values.length).set(values);
  numbers.view(session, places.targets, targets.length).set(targets);
  numbers.view(session, places.regularization, regularization.length).set(regularization);
  session
    .int32(places.words, WORDS)
    .set([
      ...[places.starts, places.indices, places.weights, places.targets, places.regularization],
      ...[base, others, into, width, stride, rowCount, steps, rowCount],
    ]);
}

/** The first row that has no unique solution, or the number of rows. */
export function failedRow(session: Session, { words }: SidePlaces): number {
  return session.int32(words, WORDS)[WORDS - 1];
}

/**
 * Vectors that `addWeightedProducts` packs at once, in double precision: two panels for a thread.
 */
const BLOCK = 128;

/** Bytes of its two panels. */
export function panelBytes(stride: number): number {
  return 2 * 8 * BLOCK * stride;
}
