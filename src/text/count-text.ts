/**
 * A number and its noun: "1 movie", "9,724 movies".
 *
 * @example
 * countText(9724, "movie"); // "9,724 movies"
 */
export function countText(count: number, noun: string): string {
  // toLocaleString takes tens of microseconds, and a figure has a count in each of its dots.
  return `${count < 1000 ? count : count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
