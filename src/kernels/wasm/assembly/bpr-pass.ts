import { exp } from "./exp";

/**
 * What BPR trains, one 32-bit word each: addresses, and `stride` numbers from one row of factors to
 * the next, which end with zeros after `width`.
 */
@unmanaged
class BprFactors {
  order: usize;
  starts: usize;
  rated: usize;
  negatives: usize;
  itemBiases: usize;
  users: usize;
  items: usize;
  width: i32;
  stride: i32;
}

/**
 * One epoch of BPR for places `from` to below `to` of the order of users: `bprPass` of
 * kernels/factors, with the same sums in the same order. Biases stay as they are where `biased` is
 * 0.
 */
export function bprPass(
  factors: BprFactors, from: i32, to: i32, learningRate: f64, regularization: f64, biased: i32,
): void {
  const bytes = <usize>factors.stride << 3;
  const width = factors.width;
  const whole = <usize>(width & ~3) << 3;
  const decay = 1 - learningRate * regularization;
  const keep = f64x2.splat(decay);
  for (let n = from; n < to; n++) {
    const u = load<i32>(factors.order + (<usize>n << 2));
    const p = factors.users + <usize>u * bytes;
    const end = load<i32>(factors.starts + (<usize>u << 2), 4);
    for (let k = load<i32>(factors.starts + (<usize>u << 2)); k < end; k++) {
      const j = load<i32>(factors.negatives + (<usize>k << 2));
      if (j < 0) continue;
      const i = load<i32>(factors.rated + (<usize>k << 2));
      const a = factors.items + <usize>i * bytes;
      const b = factors.items + <usize>j * bytes;
      const biasA = factors.itemBiases + (<usize>i << 3);
      const biasB = factors.itemBiases + (<usize>j << 3);

      let sum01 = f64x2.splat(0);
      let sum23 = sum01;
      let f: usize = 0;
      for (; f < whole; f += 32) {
        sum01 = f64x2.add(sum01, f64x2.mul(v128.load(p + f), f64x2.sub(v128.load(a + f), v128.load(b + f))));
        sum23 = f64x2.add(
          sum23,
          f64x2.mul(v128.load(p + f, 16), f64x2.sub(v128.load(a + f, 16), v128.load(b + f, 16))),
        );
      }
      let sum = f64x2.extract_lane(sum01, 0);
      for (const last = <usize>width << 3; f < last; f += 8) {
        sum += load<f64>(p + f) * (load<f64>(a + f) - load<f64>(b + f));
      }
      sum = sum + f64x2.extract_lane(sum01, 1) + f64x2.extract_lane(sum23, 0) + f64x2.extract_lane(sum23, 1);
      const step = learningRate / (1 + exp(load<f64>(biasA) - load<f64>(biasB) + sum));

      if (biased) {
        store<f64>(biasA, decay * load<f64>(biasA) + step);
        store<f64>(biasB, decay * load<f64>(biasB) - step);
      }
      const times = f64x2.splat(step);
      for (f = 0; f < bytes; f += 16) {
        const user = v128.load(p + f);
        const rated = v128.load(a + f);
        const negative = v128.load(b + f);
        const shift = f64x2.mul(times, user);
        v128.store(p + f, f64x2.add(f64x2.mul(keep, user), f64x2.mul(times, f64x2.sub(rated, negative))));
        v128.store(a + f, f64x2.add(f64x2.mul(keep, rated), shift));
        v128.store(b + f, f64x2.sub(f64x2.mul(keep, negative), shift));
      }
    }
  }
}

/** {@link bprPass} in single precision; `stride` is a multiple of 8. */
export function bprPassSingle(
  factors: BprFactors, from: i32, to: i32, learningRate: f64, regularization: f64, biased: i32,
): void {
  const bytes = <usize>factors.stride << 2;
  const decay = 1 - learningRate * regularization;
  const keep = f32x4.splat(<f32>decay);
  for (let n = from; n < to; n++) {
    const u = load<i32>(factors.order + (<usize>n << 2));
    const p = factors.users + <usize>u * bytes;
    const end = load<i32>(factors.starts + (<usize>u << 2), 4);
    for (let k = load<i32>(factors.starts + (<usize>u << 2)); k < end; k++) {
      const j = load<i32>(factors.negatives + (<usize>k << 2));
      if (j < 0) continue;
      const i = load<i32>(factors.rated + (<usize>k << 2));
      const a = factors.items + <usize>i * bytes;
      const b = factors.items + <usize>j * bytes;
      const biasA = factors.itemBiases + (<usize>i << 2);
      const biasB = factors.itemBiases + (<usize>j << 2);

      let sum = f32x4.splat(0);
      let sum2 = sum;
      for (let f: usize = 0; f < bytes; f += 32) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(p + f), f32x4.sub(v128.load(a + f), v128.load(b + f))));
        sum2 = f32x4.add(
          sum2,
          f32x4.mul(v128.load(p + f, 16), f32x4.sub(v128.load(a + f, 16), v128.load(b + f, 16))),
        );
      }
      sum = f32x4.add(sum, sum2);
      const product =
        f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
      const step = learningRate / (1 + exp(<f64>(load<f32>(biasA) - load<f32>(biasB) + product)));

      if (biased) {
        store<f32>(biasA, <f32>(decay * load<f32>(biasA) + step));
        store<f32>(biasB, <f32>(decay * load<f32>(biasB) - step));
      }
      const times = f32x4.splat(<f32>step);
      for (let f: usize = 0; f < bytes; f += 16) {
        const user = v128.load(p + f);
        const rated = v128.load(a + f);
        const negative = v128.load(b + f);
        const shift = f32x4.mul(times, user);
        v128.store(p + f, f32x4.add(f32x4.mul(keep, user), f32x4.mul(times, f32x4.sub(rated, negative))));
        v128.store(a + f, f32x4.add(f32x4.mul(keep, rated), shift));
        v128.store(b + f, f32x4.sub(f32x4.mul(keep, negative), shift));
      }
    }
  }
}
