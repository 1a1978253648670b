/**
 * The distribution function of the standard normal distribution: the probability of a number below
 * x, with an absolute error below 1e-14 and a relative one below 1e-6.
 *
 * J. F. Hart et al., Computer approximations, 1968, algorithm 5666 for the error function; G. West,
 * Better approximations to cumulative normal functions, Wilmott, 2005.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  const tail = z > 38 ? 0 : Math.exp((-z * z) / 2) * tailFactor(z);
  return x > 0 ? 1 - tail : tail;
}

function tailFactor(z: number): number {
  if (z > 7.07106781186547) return 1 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
  const above =
    (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
      112.079291497871) *
      z +
      221.213596169931) *
      z +
    220.206867912376;
  const below =
    ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
      296.564248779674) *
      z +
      637.333633378831) *
      z +
      793.826512519948) *
      z +
    440.413735824752;
  return above / below;
}
