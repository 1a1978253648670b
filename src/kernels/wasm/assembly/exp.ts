// @ts-ignore: decorator
@inline
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
// @ts-ignore: decorator
@inline
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/**
 * eˣ with the bits of V8's Math.exp, which is fdlibm's e_exp.c (Sun Microsystems, 1993): x = k ln 2
 * + r with |r| at most ½ ln 2, a rational function of r, times 2ᵏ.
 * Not inlined, as two kernels call it.
 */
export function exp(x: f64): f64 {
  if (x != x) return x;
  if (x > 7.09782712893383973096e2) return Infinity;
  if (x < -7.45133219101941108420e2) return 0;
  if (x == 1) return Math.E;
  const size = <u32>(reinterpret<u64>(x) >> 32) & 0x7fffffff;
  let high: f64 = 0;
  let low: f64 = 0;
  let k = 0;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      k = x < 0 ? -1 : 1;
    } else {
      k = <i32>(1.44269504088896338700 * x + (x < 0 ? -0.5 : 0.5));
    }
    high = x - <f64>k * LN2_HIGH;
    low = <f64>k * LN2_LOW;
    x = high - low;
  } else if (size < 0x3e300000) {
    return 1 + x;
  }
  const t = x * x;
  const c =
    x -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
  if (k == 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k == 1024) return y * 2 * 8.98846567431157953865e307;
  if (k >= -1021) return y * reinterpret<f64>(<u64>(1023 + k) << 52);
  return y * reinterpret<f64>(<u64>(2023 + k) << 52) * 9.33263618503218878990e-302;
}
