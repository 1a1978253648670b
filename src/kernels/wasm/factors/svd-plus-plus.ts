import { svdPlusPlusPass } from "../../factors/svd-plus-plus.js";
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
  readonly implicitFactors: number;
  readonly userDecays: number;
  readonly scratch: number;
}

/**
 * {@link svdPlusPlusPass} in WebAssembly, on one thread, as each step depends on the one before:
 * the same operations in the same order, so that the same bits come out. Plain:
 * src/kernels/factors/svd-plus-plus.ts.
 */
export function svdPlusPlusPassOn(runtime: Runtime): typeof svdPlusPlusPass {
  const kept = new KeptSession<Places>(runtime);
  return (ratings, biases, factors, rates) => {
    const { user, item, implicit } = factors;
    const { width } = user;
    const plain = () => svdPlusPlusPass(ratings, biases, factors, rates);
    if (!runtime.isWorth(ratings.values.length * width, LEAST_PRODUCTS)) return plain();
    const plannedRatings = new RatingsPlan(ratings);
    const arrays = [biases.user, biases.item, user.values, item.values, implicit.values];
    const userCount = biases.user.length;
    const placed = kept.of(
      [ratings, ...arrays.map(({ length }) => length)],
      (plan) => ({
        ...plannedRatings.reserve(plan),
        userBiases: plan.float64(userCount),
        itemBiases: plan.float64(biases.item.length),
        userFactors: plan.float64(user.values.length),
        itemFactors: plan.float64(item.values.length),
        implicitFactors: plan.float64(implicit.values.length),
        userDecays: plan.float64(userCount),
        scratch: plan.float64(3 * width),
      }),
      ({ session, places }) => plannedRatings.fill(session, places),
    );
    if (!placed) return plain();
    const { session, places } = placed;
    const { starts, items, values, userBiases, itemBiases, userFactors, itemFactors } = places;
    const { implicitFactors, userDecays } = places;
    const inMemory = [userBiases, itemBiases, userFactors, itemFactors, implicitFactors].map((place, k) =>
      session.float64(place, arrays[k].length),
    );
    for (const [k, view] of inMemory.entries()) view.set(arrays[k]);
    const { learningRate, regularization, biasRegularization, implicitRegularization, deferred } = rates;
    const decay = 1 - learningRate * implicitRegularization;
    const decays = session.float64(userDecays, userCount);
    for (let u = 0; u < userCount; u++) {
      decays[u] = deferred === 1 ? decay : decay ** (ratings.starts[u + 1] - ratings.starts[u]);
    }
    session.useScratch(places.scratch, 0);
    session.runParts(
      "svdPlusPlusUsers",
      { count: userCount, part: PART },
      ...[starts, items, values, biases.mean, userBiases, itemBiases, userFactors, itemFactors],
      ...[implicitFactors, width, learningRate, regularization, biasRegularization],
      ...[deferred === 1 ? 1 : decay, userDecays, deferred],
    );
    for (const [k, view] of inMemory.entries()) arrays[k].set(view);
  };
}
