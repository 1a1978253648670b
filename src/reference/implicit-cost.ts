/** How much a rating and a gap count, see `ImplicitAls`. */
export interface ImplicitWeighting {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/**
 * What implicit ALS lowers, written to be read: every pair of user and item is looked at, rated or not.
 *
 *     Σ weight × (interest − userFactors · itemFactors)² + Σ pull × |factors|²
 *
 * @param values users × items, 0 where there is no rating
 */
export function implicitCost(
  values: readonly number[][],
  userFactors: readonly number[][],
  itemFactors: readonly number[][],
  { alpha, regularization, regularizationPower }: ImplicitWeighting,
): number {
  const weights = values.map((row) => row.map((value) => 1 + alpha * value));
  const errors = values.map((row, user) =>
    row.map((value, item) => (value > 0 ? 1 : 0) - dot(userFactors[user], itemFactors[item])),
  );
  const misfit = sum(
    errors.map((row, user) => sum(row.map((error, item) => weights[user][item] * error ** 2))),
  );
  const pulled = (factors: readonly number[], own: readonly number[]) =>
    regularization * sum(own) ** regularizationPower * dot(factors, factors);
  const ofUsers = userFactors.map((factors, user) => pulled(factors, weights[user]));
  const ofItems = itemFactors.map((factors, item) =>
    pulled(
      factors,
      weights.map((row) => row[item]),
    ),
  );
  return misfit + sum(ofUsers) + sum(ofItems);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, k) => value * b[k]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
