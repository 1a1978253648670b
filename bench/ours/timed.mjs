/**
 * The result of some work, and the seconds that it took.
 *
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<[T, number]>}
 */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}
