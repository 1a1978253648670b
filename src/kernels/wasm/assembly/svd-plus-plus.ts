// One epoch of src/kernels/factors/svd-plus-plus.ts for a range of users, with its order of
// additions.
import { dotOfRows } from "./partial-sums";

/**
 * Scratch memory: rows of Σ implicit factors / √n, of their sum with the user's, and of shifts.
 * `userDecays` are by how much each user's ratings together make implicit factors decay.
 */
export function svdPlusPlusUsers(
  from: i32,
  to: i32,
  scratch: usize,
  starts: usize,
  items: usize,
  values: usize,
  mean: f64,
  userBiases: usize,
  itemBiases: usize,
  userFactors: usize,
  itemFactors: usize,
  implicitFactors: usize,
  width: i32,
  learningRate: f64,
  regularization: f64,
  biasRegularization: f64,
  decayAtRating: f64,
  userDecays: usize,
  deferred: i32,
): void {
  const stride = (<usize>width) << 3;
  const implicitSum = scratch;
  const combined = scratch + stride;
  const shift = combined + stride;
  const decay = 1 - learningRate * regularization;
  for (let user = from; user < to; user++) {
    const start = load<i32>(starts + ((<usize>user) << 2));
    const end = load<i32>(starts + ((<usize>user) << 2), 4);
    if (start == end) continue;
    const root = Math.sqrt(<f64>(end - start));
    const p = userFactors + (<usize>user) * stride;
    const userBias = userBiases + ((<usize>user) << 3);
    memory.fill(implicitSum, 0, stride);
    for (let k = start; k < end; k++) {
      addRow(implicitFactors + (<usize>load<i32>(items + ((<usize>k) << 2))) * stride, implicitSum, stride);
    }
    for (let at: usize = 0; at < stride; at += 8) {
      const sum = load<f64>(implicitSum + at) / root;
      store<f64>(implicitSum + at, sum);
      store<f64>(combined + at, load<f64>(p + at) + sum);
    }
    memory.fill(shift, 0, stride);
    for (let k = start; k < end; k++) {
      const item = load<i32>(items + ((<usize>k) << 2));
      const q = itemFactors + (<usize>item) * stride;
      const itemBias = itemBiases + ((<usize>item) << 3);
      const dot = dotOfRows(q, combined, width);
      const ofUser = load<f64>(userBias);
      const ofItem = load<f64>(itemBias);
      const error = load<f64>(values + ((<usize>k) << 3)) - (mean + ofUser + ofItem + dot);
      store<f64>(userBias, ofUser + learningRate * (error - biasRegularization * ofUser));
      store<f64>(itemBias, ofItem + learningRate * (error - biasRegularization * ofItem));
      const step = learningRate * error;
      const implicitStep = deferred == 1 ? 0.0 : step;
      updateRows(p, q, implicitSum, stride, decay, step, decayAtRating, step / root, implicitStep);
    }
    const decayOfUser = load<f64>(userDecays + ((<usize>user) << 3));
    for (let k = start; k < end; k++) {
      const row = implicitFactors + (<usize>load<i32>(items + ((<usize>k) << 2))) * stride;
      scaleAndAdd(row, decayOfUser, shift, stride);
    }
  }
}

/** Adds a row to another. */
// @ts-ignore: decorator
@inline
function addRow(row: usize, into: usize, stride: usize): void {
  let at: usize = 0;
  for (; at + 8 < stride; at += 16) v128.store(into + at, f64x2.add(v128.load(into + at), v128.load(row + at)));
  if (at < stride) store<f64>(into + at, load<f64>(into + at) + load<f64>(row + at));
}

/** The row becomes `decay` times itself plus `shift`. */
// @ts-ignore: decorator
@inline
function scaleAndAdd(row: usize, decay: f64, shift: usize, stride: usize): void {
  const decays = f64x2.splat(decay);
  let at: usize = 0;
  for (; at + 8 < stride; at += 16) {
    v128.store(row + at, f64x2.add(f64x2.mul(decays, v128.load(row + at)), v128.load(shift + at)));
  }
  if (at < stride) store<f64>(row + at, decay * load<f64>(row + at) + load<f64>(shift + at));
}

/**
 * The step at a rating, two factors at a time. `implicitSum`, `combined` and `shift` follow one
 * another.
 */
// @ts-ignore: decorator
@inline
function updateRows(
  p: usize,
  q: usize,
  implicitSum: usize,
  stride: usize,
  decay: f64,
  step: f64,
  decayAtRating: f64,
  shiftStep: f64,
  implicitStep: f64,
): void {
  const combined = implicitSum + stride;
  const shift = combined + stride;
  const decays = f64x2.splat(decay);
  const steps = f64x2.splat(step);
  const decaysAtRating = f64x2.splat(decayAtRating);
  const shiftSteps = f64x2.splat(shiftStep);
  const implicitSteps = f64x2.splat(implicitStep);
  let at: usize = 0;
  for (; at + 8 < stride; at += 16) {
    const ofItem = v128.load(q + at);
    const ofUser = f64x2.add(f64x2.mul(decays, v128.load(p + at)), f64x2.mul(steps, ofItem));
    v128.store(q + at, f64x2.add(f64x2.mul(decays, ofItem), f64x2.mul(steps, v128.load(combined + at))));
    v128.store(p + at, ofUser);
    const shifted = f64x2.mul(decaysAtRating, v128.load(shift + at));
    v128.store(shift + at, f64x2.add(shifted, f64x2.mul(shiftSteps, ofItem)));
    const decayed = f64x2.mul(decaysAtRating, v128.load(implicitSum + at));
    const sum = f64x2.add(decayed, f64x2.mul(implicitSteps, ofItem));
    v128.store(implicitSum + at, sum);
    v128.store(combined + at, f64x2.add(ofUser, sum));
  }
  if (at < stride) {
    const ofItem = load<f64>(q + at);
    const ofUser = decay * load<f64>(p + at) + step * ofItem;
    store<f64>(q + at, decay * ofItem + step * load<f64>(combined + at));
    store<f64>(p + at, ofUser);
    store<f64>(shift + at, decayAtRating * load<f64>(shift + at) + shiftStep * ofItem);
    const sum = decayAtRating * load<f64>(implicitSum + at) + implicitStep * ofItem;
    store<f64>(implicitSum + at, sum);
    store<f64>(combined + at, ofUser + sum);
  }
}
