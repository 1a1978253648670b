import { nmfPass } from "../../factors/nmf.js";
import { KeptSession } from "../kept-session.js";
import type { Runtime } from "../runtime.js";
import { type PlacedRatings, RatingsPlan } from "./placed-ratings.js";

/** Users, or items, of a call; V8 optimizes a kernel between calls. */
const PART = 32;

/** Below so many products in a pass the plain kernel is as fast. */
const LEAST_PRODUCTS = 20_000;

/** Where the arrays of a side are. */
interface SidePlaces {
  readonly factors: number;
  readonly lengths: number;
  readonly numerators: number;
  readonly divisors: number;
}

interface Places extends PlacedRatings {
  readonly user: SidePlaces;
  readonly item: SidePlaces;
}

/**
 * {@link nmfPass} in WebAssembly, on one thread: the same operations in the same order, so that the
 * same bits come out. Plain: src/kernels/factors/nmf.ts.
 */
export function nmfPassOn(runtime: Runtime): typeof nmfPass {
  const kept = new KeptSession<Places>(runtime);
  return (ratings, itemLengths, factors, regularization) => {
    const { width } = factors.user;
    const plain = () => nmfPass(ratings, itemLengths, factors, regularization);
    if (!runtime.isWorth(ratings.values.length * width, LEAST_PRODUCTS)) return plain();
    const plannedRatings = new RatingsPlan(ratings);
    const userCount = ratings.rowCount;
    const sides = [
      { name: "user", rows: userCount, values: factors.user.values },
      { name: "item", rows: itemLengths.length, values: factors.item.values },
    ] as const;
    const placed = kept.of(
      [ratings, itemLengths, ...sides.map(({ values }) => values.length)],
      (plan) => {
        const [user, item] = sides.map(({ rows, values }) => ({
          factors: plan.float64(values.length),
          lengths: plan.int32(rows),
          numerators: plan.float64(values.length),
          divisors: plan.float64(values.length),
        }));
        return { ...plannedRatings.reserve(plan), user, item };
      },
      ({ session, places }) => {
        plannedRatings.fill(session, places);
        const userLengths = Int32Array.from({ length: userCount }, (_, u) => ratings.rowLength(u));
        session.int32(places.user.lengths, userCount).set(userLengths);
        session.int32(places.item.lengths, itemLengths.length).set(itemLengths);
      },
    );
    if (!placed) return plain();
    const { session, places } = placed;
    const { starts, items, values, user, item } = places;
    for (const { name, values: numbers } of sides) {
      const { factors: place, numerators, divisors } = places[name];
      session.float64(place, numbers.length).set(numbers);
      for (const sums of [numerators, divisors]) session.float64(sums, numbers.length).fill(0);
    }
    session.runParts(
      "nmfSums",
      { count: userCount, part: PART },
      ...[starts, items, values, user.factors, item.factors, width],
      ...[user.numerators, user.divisors, item.numerators, item.divisors],
    );
    for (const { name, rows, values: numbers } of sides) {
      const { factors: place, lengths, numerators, divisors } = places[name];
      const given = [place, width, lengths, numerators, divisors, regularization];
      session.runParts("nmfUpdate", { count: rows, part: PART }, ...given);
      numbers.set(session.float64(place, numbers.length));
    }
  };
}
