/**
 * A number for each pair of numbers at the same place, in a loop: `Float64Array.from` with a
 * function takes five times as long. O(numbers).
 */
export function ofPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  combine: (first: number, second: number) => number,
): Float64Array {
  const combined = new Float64Array(first.length);
  for (let place = 0; place < combined.length; place++)
    combined[place] = combine(first[place], second[place]);
  return combined;
}
