/** Biases and factors of one user and two items: one that the user has rated, and one not. */
export interface BprPair {
  readonly user: readonly number[];
  readonly rated: { readonly bias: number; readonly factors: readonly number[] };
  readonly negative: { readonly bias: number; readonly factors: readonly number[] };
}

/**
 * The cost of one pair of items in Bayesian personalized ranking:
 *
 *     −ln σ(score of the rated item − score of the negative) + regularization / 2 × Σ squares
 *
 * with score = bias + userFactors · itemFactors and σ(x) = 1 / (1 + e⁻ˣ), the modelled probability
 * that the user prefers the rated item. Squares are those of all biases and factors of the pair.
 * Rendle et al., BPR, UAI 2009. Training lowers this cost by gradient steps:
 * src/kernels/factors/bpr.ts.
 */
export function bprPairCost({ user, rated, negative }: BprPair, regularization: number): number {
  const score = ({ bias, factors }: BprPair["rated"]) =>
    user.reduce((sum, value, f) => sum + value * factors[f], bias);
  const numbers = [...user, rated.bias, ...rated.factors, negative.bias, ...negative.factors];
  const squares = numbers.reduce((sum, value) => sum + value ** 2, 0);
  return Math.log(1 + Math.exp(score(negative) - score(rated))) + (regularization / 2) * squares;
}
