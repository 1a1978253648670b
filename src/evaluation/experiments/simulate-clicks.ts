import { type Random, type RandomSettings, random } from "../../math/random.js";
import { sum } from "../../math/sum.js";
import { topIndices } from "../../math/top-n.js";
import { oneOf, shareFrom0To1, wholeAtLeast } from "../../settings/checks.js";

/** Options of {@link simulateClicks}. */
export interface SimulateClicksOptions extends Partial<RandomSettings> {
  /** Length of the list, from 1; at most the number of items. @default 10 */
  readonly places?: number;
  /** The probability that a place shows a random item instead of its own, 0 to 1. @default 0 */
  readonly explore?: number;
  /**
   * How the items of the list are ranked: by clicks, or by clicks for each look.
   * @default "clicks"
   */
  readonly rankBy?: "clicks" | "rate";
  /** Number of lists one after the other, from 1. @default 200 */
  readonly rounds?: number;
  /** Visitors who see the same list, from 1. @default 50 */
  readonly visitors?: number;
}

/** What {@link simulateClicks} has counted. */
export interface SimulatedClicks {
  /** The clicks on each item. */
  readonly clicks: Float64Array;
  /** The items of the last list, best first. */
  readonly list: Int32Array;
  /** After each round, the share of all clicks that the most clicked `places` items have. */
  readonly topShares: Float64Array;
  /** In each round, the mean appeal of the items of the list. */
  readonly listAppeals: Float64Array;
}

/** Imaginary looks at the mean rate, so that one look with a click does not lead the list. */
const damping = 10;

/**
 * Simulates a list that is ranked by the clicks on itself. Each visitor looks at place 1, 2, 3 …
 * with probability 1, 1/2, 1/3 …, and clicks on what they look at with the item's appeal as
 * probability. After each round of visitors the items are ranked again, equal ones at random; in
 * the beginning no item has a click.
 *
 * By `"rate"`, items are ranked by (clicks + 10 × mean rate) / (looks + 10).
 * O(rounds × (items + visitors × places)).
 *
 * Nick Craswell et al., *An Experimental Comparison of Click Position-Bias Models*, WSDM 2008, on
 * looks that depend on the place.
 *
 * @param appeals the probability of a click for each item that a visitor looks at, 0 to 1
 * @throws RangeError for no item, an appeal or `explore` that is not from 0 to 1, an unknown
 *   `rankBy`, and other options below 1.
 * @example
 * // Ten of a hundred equal items have all clicks in the end.
 * const { topShares } = simulateClicks(new Float64Array(100).fill(0.5));
 * topShares[199]; // 1
 */
export function simulateClicks(
  appeals: ArrayLike<number>,
  {
    places = 10,
    explore = 0,
    rankBy = "clicks",
    rounds = 200,
    visitors = 50,
    ...settings
  }: SimulateClicksOptions = {},
): SimulatedClicks {
  const count = appeals.length;
  oneOf(["clicks", "rate"], { rankBy });
  checkOptions(appeals, { places, explore, rounds, visitors });
  const drawn = random(settings);
  const clicks = new Float64Array(count);
  const looks = new Float64Array(count);
  const [topShares, listAppeals] = [new Float64Array(rounds), new Float64Array(rounds)];
  let list: Int32Array = new Int32Array();
  for (let round = 0; round < rounds; round++) {
    list = bestOf(rankBy === "rate" ? dampedRates(clicks, looks) : clicks, places, drawn);
    listAppeals[round] = sum(Array.from(list, (item) => appeals[item])) / list.length;
    for (let visitor = 0; visitor < visitors; visitor++) {
      for (let place = 0; place < list.length; place++) {
        if (drawn.uniform() >= 1 / (place + 1)) continue;
        const item = drawn.uniform() < explore ? drawn.below(count) : list[place];
        looks[item]++;
        if (drawn.uniform() < appeals[item]) clicks[item]++;
      }
    }
    const top = topIndices(clicks, places);
    topShares[round] = sum(Array.from(top, (item) => clicks[item])) / sum(clicks);
  }
  return { clicks, list, topShares, listAppeals };
}

/** The best items, equal ones in a random order. */
function bestOf(scores: Float64Array, count: number, drawn: Random): Int32Array {
  const order = drawn.permutation(scores.length);
  const shuffled = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) shuffled[place] = scores[order[place]];
  return topIndices(shuffled, count).map((place) => order[place]);
}

function dampedRates(clicks: Float64Array, looks: Float64Array): Float64Array {
  const rate = sum(clicks) / Math.max(1, sum(looks));
  return clicks.map((count, item) => (count + damping * rate) / (looks[item] + damping));
}

function checkOptions(
  appeals: ArrayLike<number>,
  { explore, ...whole }: Record<"places" | "explore" | "rounds" | "visitors", number>,
): void {
  shareFrom0To1({ explore });
  for (const [name, value] of Object.entries(whole)) wholeAtLeast(1, { [name]: value });
  if (appeals.length === 0) throw new RangeError("simulateClicks has no items; give each its appeal");
  for (let item = 0; item < appeals.length; item++)
    shareFrom0To1({ [`appeal of item ${item}`]: appeals[item] });
}
