/**
 * The attention that each item gets from a set of top lists, if people look at a place less the
 * further down it is:
 *
 *     exposure of an item = Σ over the lists that hold it: 1 / log₂(place + 1)
 *
 * divided by the sum over all items. {@link giniCoefficient} of it measures how unequal it is.
 * O(items + places).
 *
 * Ashudeep Singh and Thorsten Joachims, *Fairness of Exposure in Rankings*, KDD 2018, section 3.2.
 *
 * @param lists item indices, best first
 * @param itemCount the number of all items
 * @returns for each item its share of all exposure; NaN if all lists are empty
 * @throws RangeError for an index that is not below `itemCount`.
 * @example
 * itemExposure([[1], [1], [1], [0]], 3); // Float64Array [0.25, 0.75, 0]
 */
export function itemExposure(lists: Iterable<ArrayLike<number>>, itemCount: number): Float64Array {
  const exposure = new Float64Array(itemCount);
  let sum = 0;
  for (const list of lists) {
    for (let place = 0; place < list.length; place++) {
      const item = list[place];
      if (!(item in exposure)) throw new RangeError(`item index ${item} is not below the ${itemCount} items`);
      exposure[item] += 1 / Math.log2(place + 2);
      sum += 1 / Math.log2(place + 2);
    }
  }
  return exposure.map((each) => each / sum);
}
