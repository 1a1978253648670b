// One epoch of src/kernels/factors/funk-svd.ts for a range of users, with its order of additions.
import { multiplyAdd } from "./multiply-add";
import { dotOfRows, sumOfParts } from "./partial-sums";

/**
 * The loop that updates both rows of a rating also starts the scalar product of the user's next
 * rating, as the user's row is at hand.
 */
export function funkSvdUsers(
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
  width: i32,
  learningRate: f64,
  regularization: f64,
  biased: i32,
): void {
  const stride = (<usize>width) << 3;
  const whole = (<usize>(width & ~3)) << 3;
  const decay = 1 - learningRate * regularization;
  const decays = f64x2.splat(decay);
  for (let user = from; user < to; user++) {
    const start = load<i32>(starts + ((<usize>user) << 2));
    const end = load<i32>(starts + ((<usize>user) << 2), 4);
    if (start == end) continue;
    const p = userFactors + (<usize>user) * stride;
    const userBias = userBiases + ((<usize>user) << 3);
    let q = itemFactors + (<usize>load<i32>(items + ((<usize>start) << 2))) * stride;
    let dot = dotOfRows(p, q, width);
    for (let k = start; k < end; k++) {
      const item = load<i32>(items + ((<usize>k) << 2));
      const itemBias = itemBiases + ((<usize>item) << 3);
      const ofUser = load<f64>(userBias);
      const ofItem = load<f64>(itemBias);
      const error = load<f64>(values + ((<usize>k) << 3)) - (mean + ofUser + ofItem + dot);
      if (biased == 1) {
        store<f64>(userBias, ofUser + learningRate * (error - regularization * ofUser));
        store<f64>(itemBias, ofItem + learningRate * (error - regularization * ofItem));
      }
      const step = learningRate * error;
      const steps = f64x2.splat(step);
      const next = k + 1 < end ? load<i32>(items + ((<usize>k) << 2), 4) : item;
      const nextRow = itemFactors + (<usize>next) * stride;
      let low = f64x2.splat(0);
      let high = low;
      for (let at: usize = 0; at < whole; at += 32) {
        let x = v128.load(p + at);
        let y = v128.load(q + at);
        let updated = multiplyAdd(steps, y, f64x2.mul(decays, x));
        v128.store(p + at, updated);
        v128.store(q + at, multiplyAdd(steps, x, f64x2.mul(decays, y)));
        low = multiplyAdd(updated, v128.load(nextRow + at), low);
        x = v128.load(p + at, 16);
        y = v128.load(q + at, 16);
        updated = multiplyAdd(steps, y, f64x2.mul(decays, x));
        v128.store(p + at, updated, 16);
        v128.store(q + at, multiplyAdd(steps, x, f64x2.mul(decays, y)), 16);
        high = multiplyAdd(updated, v128.load(nextRow + at, 16), high);
      }
      for (let at = whole; at < stride; at += 8) {
        const x = load<f64>(p + at);
        const y = load<f64>(q + at);
        store<f64>(p + at, decay * x + step * y);
        store<f64>(q + at, decay * y + step * x);
      }
      dot = sumOfParts(low, high, p + whole, nextRow + whole, stride - whole);
      q = nextRow;
    }
  }
}
