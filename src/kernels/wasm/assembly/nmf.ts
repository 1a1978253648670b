// The sums of src/kernels/factors/nmf.ts for a range of users, with its order of additions.

/** Adds to numerators and divisors of users and items, whose rows match those of the factors. */
export function nmfSums(
  from: i32,
  to: i32,
  scratch: usize,
  starts: usize,
  items: usize,
  values: usize,
  userFactors: usize,
  itemFactors: usize,
  width: i32,
  userNumerators: usize,
  userDivisors: usize,
  itemNumerators: usize,
  itemDivisors: usize,
): void {
  const stride = (<usize>width) << 3;
  const whole = stride & ~15;
  for (let user = from; user < to; user++) {
    const ofUser = (<usize>user) * stride;
    const p = userFactors + ofUser;
    const end = load<i32>(starts + ((<usize>user) << 2), 4);
    for (let k = load<i32>(starts + ((<usize>user) << 2)); k < end; k++) {
      const ofItem = (<usize>load<i32>(items + ((<usize>k) << 2))) * stride;
      const q = itemFactors + ofItem;
      const value = load<f64>(values + ((<usize>k) << 3));
      let estimate = 0.0;
      for (let at: usize = 0; at < stride; at += 8) estimate += load<f64>(q + at) * load<f64>(p + at);
      const ratings = f64x2.splat(value);
      const estimates = f64x2.splat(estimate);
      for (let at: usize = 0; at < whole; at += 16) {
        const x = v128.load(p + at);
        const y = v128.load(q + at);
        add(userNumerators + ofUser + at, f64x2.mul(y, ratings));
        add(userDivisors + ofUser + at, f64x2.mul(y, estimates));
        add(itemNumerators + ofItem + at, f64x2.mul(x, ratings));
        add(itemDivisors + ofItem + at, f64x2.mul(x, estimates));
      }
      if (whole < stride) {
        const x = load<f64>(p + whole);
        const y = load<f64>(q + whole);
        addOne(userNumerators + ofUser + whole, y * value);
        addOne(userDivisors + ofUser + whole, y * estimate);
        addOne(itemNumerators + ofItem + whole, x * value);
        addOne(itemDivisors + ofItem + whole, x * estimate);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function add(into: usize, values: v128): void {
  v128.store(into, f64x2.add(v128.load(into), values));
}

// @ts-ignore: decorator
@inline
function addOne(into: usize, value: f64): void {
  store<f64>(into, load<f64>(into) + value);
}

/** The update of a range of users or items, whose ratings are counted in `lengths`. */
export function nmfUpdate(
  from: i32,
  to: i32,
  scratch: usize,
  factors: usize,
  width: i32,
  lengths: usize,
  numerators: usize,
  divisors: usize,
  regularization: f64,
): void {
  for (let row = from; row < to; row++) {
    const penalty = <f64>load<i32>(lengths + ((<usize>row) << 2)) * regularization;
    for (let k = row * width; k < (row + 1) * width; k++) {
      const at = (<usize>k) << 3;
      const value = load<f64>(factors + at);
      const divisor = load<f64>(divisors + at) + penalty * value;
      store<f64>(factors + at, divisor == 0 ? 0 : (value * load<f64>(numerators + at)) / divisor);
    }
  }
}
