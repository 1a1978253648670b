/** The numbers of a user and of two items: one that the user has rated, and one not. */
export interface BprPair {
  readonly user: readonly number[];
  readonly liked: { readonly bias: number; readonly factors: readonly number[] };
  readonly other: { readonly bias: number; readonly factors: readonly number[] };
}

/** How likely it is that the liked item stands above the other, as a cost: −ln σ(lead), with what pulls all numbers to 0. */
export function bprPairCost({ user, liked, other }: BprPair, regularization: number): number {
  const score = ({ bias, factors }: BprPair["liked"]) =>
    user.reduce((sum, value, f) => sum + value * factors[f], bias);
  const numbers = [...user, liked.bias, ...liked.factors, other.bias, ...other.factors];
  const squares = numbers.reduce((sum, value) => sum + value ** 2, 0);
  return Math.log(1 + Math.exp(score(other) - score(liked))) + (regularization / 2) * squares;
}
