/**
 * A number and its noun: "1 movie", "9,724 movies".
 *
 * @example
 * countText(9724, "movie"); // "9,724 movies"
 */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
