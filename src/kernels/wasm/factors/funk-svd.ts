import { funkSvdPass } from "../../factors/funk-svd.js";
import { KeptSession } from "../kept-session.js";
import type { Runtime } from "../runtime.js";
import { type PlacedRatings, RatingsPlan } from "./placed-ratings.js";

/** Users of a call; V8 optimizes a kernel between calls. */
const PART = 32;

/** Below so many products in a pass the plain kernel is as fast. */
const LEAST_PRODUCTS = 20_000;

/** Where the arrays of a pass are. */
interface Places extends PlacedRatings {
  readonly userBiases: number;
  readonly itemBiases: number;
  readonly userFactors: number;
  readonly itemFactors: number;
}

/**
 * {@link funkSvdPass} in WebAssembly, on one thread, as each step depends on the one before: the
 * same operations in the same order, so that the same bits come out, but with relaxed SIMD. Plain:
 * src/kernels/factors/funk-svd.ts.
 */
export function funkSvdPassOn(runtime: Runtime): typeof funkSvdPass {
  const kept = new KeptSession<Places>(runtime, { hasRelaxed: true });
  return (ratings, biases, factors, rates) => {
    const { user, item } = factors;
    const { width } = user;
    const plain = () => funkSvdPass(ratings, biases, factors, rates);
    if (!runtime.isWorth(ratings.values.length * width, LEAST_PRODUCTS)) return plain();
    const plannedRatings = new RatingsPlan(ratings);
    const arrays = [biases.user, biases.item, user.values, item.values];
    const placed = kept.of(
      [ratings, ...arrays.map(({ length }) => length)],
      (plan) => ({
        ...plannedRatings.reserve(plan),
        userBiases: plan.float64(biases.user.length),
        itemBiases: plan.float64(biases.item.length),
        userFactors: plan.float64(user.values.length),
        itemFactors: plan.float64(item.values.length),
      }),
      ({ session, places }) => plannedRatings.fill(session, places),
    );
    if (!placed) return plain();
    const { session, places } = placed;
    const { starts, items, values, userBiases, itemBiases, userFactors, itemFactors } = places;
    const inMemory = [userBiases, itemBiases, userFactors, itemFactors].map((place, k) =>
      session.float64(place, arrays[k].length),
    );
    for (const [k, view] of inMemory.entries()) view.set(arrays[k]);
    session.runParts(
      "funkSvdUsers",
      { count: biases.user.length, part: PART },
      ...[starts, items, values, biases.mean, userBiases, itemBiases, userFactors, itemFactors, width],
      ...[rates.learningRate, rates.regularization, rates.biased],
    );
    for (const [k, view] of inMemory.entries()) arrays[k].set(view);
  };
}
