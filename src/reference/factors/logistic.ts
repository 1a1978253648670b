/** The bias and factors of a user or an item. */
export interface BiasAndFactors {
  bias: number;
  readonly factors: number[];
}

/** A user, all items, and how much the user wants each (or an item and all users). */
export interface LogisticRow {
  readonly own: BiasAndFactors;
  readonly others: readonly Readonly<BiasAndFactors>[];
  /** For each of the others: alpha × value where there is a rating, 0 where there is none. */
  readonly confidences: readonly number[];
}

/**
 * The cost of one user in logistic matrix factorization: minus the logarithm of the probability of
 * what the user has and has not rated, where a rating counts `confidence` times, and a penalty.
 *
 *     Σ over all items (1 + c) ln(1 + e^score) − c × score + regularization / 2 × Σ squares
 *
 * with score = factors · itemFactors + bias + itemBias; 1 / (1 + e^−score) is the modelled
 * probability of an interest. Squares are those of the user's bias and factors. C. Johnson,
 * Logistic matrix factorization for implicit feedback data, NIPS 2014 workshop.
 * {@link logisticStep} lowers this cost.
 */
export function logisticCost({ own, others, confidences }: LogisticRow, regularization: number): number {
  const squares = [own.bias, ...own.factors].reduce((sum, value) => sum + value ** 2, 0);
  const costs = others.map(({ bias, factors }, item) => {
    const score = factors.reduce((sum, value, f) => sum + value * own.factors[f], own.bias + bias);
    return (1 + confidences[item]) * Math.log(1 + Math.exp(score)) - confidences[item] * score;
  });
  return costs.reduce((sum, cost) => sum + cost, (regularization / 2) * squares);
}

/**
 * One step of AdaGrad on {@link logisticCost}. Changes `own` and `squares`. With p = 1 / (1 +
 * e^−score), the gradient of the bias is
 *
 *     Σ over all items ((1 + c) p − c) + regularization × bias
 *
 * and that of factor f has each item's term times its factor f. Each number moves down by
 * learningRate × gradient / √(the sum of its squared gradients so far). The fast form, for samples
 * of the items that the user has not rated, is src/kernels/factors/logistic.ts.
 *
 * @param squares the sums of squared gradients, of the factors and then of the bias
 */
export function logisticStep(
  { own, others, confidences }: LogisticRow,
  squares: number[],
  { learningRate, regularization }: { readonly learningRate: number; readonly regularization: number },
): void {
  const gradient = [...own.factors, own.bias].map((value) => regularization * value);
  for (const [item, { bias, factors }] of others.entries()) {
    const score = factors.reduce((sum, value, f) => sum + value * own.factors[f], own.bias + bias);
    const slope = (1 + confidences[item]) / (1 + Math.exp(-score)) - confidences[item];
    for (const [f, value] of [...factors, 1].entries()) gradient[f] += slope * value;
  }
  for (const [k, slope] of gradient.entries()) {
    squares[k] += slope ** 2;
    const step = slope === 0 ? 0 : (learningRate * slope) / Math.sqrt(squares[k]);
    if (k < own.factors.length) own.factors[k] -= step;
    else own.bias -= step;
  }
}
