import { descendByCoordinate } from "../../item-weights/coordinate-descent.js";
import { elasticNet } from "../../item-weights/elastic-net.js";
import { type PlacedRatings, RatingsPlan } from "../factors/placed-ratings.js";
import { KeptSession } from "../kept-session.js";
import type { Runtime } from "../runtime.js";

/** With fewer entries of the matrix, plain TypeScript is as fast. */
const LEAST_ENTRIES = 5000;

/** Where the arrays of a target are. */
interface Places extends PlacedRatings {
  /** 1 where all values of the matrix are 1. */
  readonly areOnes: number;
  readonly squares: number;
  readonly active: number;
  readonly residual: number;
  readonly weights: number;
  readonly result: number;
}

/**
 * {@link elasticNet} in WebAssembly, on one thread: the same operations in the same order, so that
 * the same bits come out. Plain: src/kernels/item-weights/elastic-net.ts.
 */
export function elasticNetOn(runtime: Runtime): typeof elasticNet {
  const kept = new KeptSession<Places>(runtime);
  return (columns, squares, candidates, penalties, limits, residual, weights) => {
    const plain = () => elasticNet(columns, squares, candidates, penalties, limits, residual, weights);
    if (!runtime.isWorth(columns.values.length, LEAST_ENTRIES)) return plain();
    const plannedColumns = new RatingsPlan(columns);
    const placed = kept.of(
      [columns, squares, residual.length],
      (plan) => ({
        ...plannedColumns.reserve(plan),
        areOnes: Number(columns.values.every((value) => value === 1)),
        squares: plan.float64(squares.length),
        active: plan.int32(squares.length),
        residual: plan.float64(residual.length),
        weights: plan.float64(squares.length),
        result: plan.float64(2),
      }),
      ({ session, places }) => {
        plannedColumns.fill(session, places);
        session.float64(places.squares, squares.length).set(squares);
      },
    );
    if (!placed) return plain();
    const { session, places } = placed;
    const residualView = session.float64(places.residual, residual.length);
    const weightsView = session.float64(places.weights, weights.length);
    residualView.set(residual);
    weightsView.set(weights);
    const { l1, l2, positiveOnly } = penalties;
    const columnPlaces = [places.starts, places.items, places.values, places.squares];
    const rates = [l1, l2, positiveOnly, places.areOnes];
    const given = [...columnPlaces, places.residual, places.weights, ...rates, places.result];
    const result = session.float64(places.result, 2);
    const active = session.int32(places.active, squares.length);
    descendByCoordinate(candidates, limits, weightsView, (some) => {
      active.set(some);
      session.run("elasticNetPass", places.active, places.active + 4 * some.length, ...given);
      return { largestChange: result[0], largest: result[1] };
    });
    residual.set(residualView);
    weights.set(weightsView);
  };
}
