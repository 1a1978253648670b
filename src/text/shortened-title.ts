/**
 * A title of at most so many characters, cut before the last six, which are the year of a movie.
 *
 * @example
 * shortenedTitle("Three Billboards Outside Ebbing, Missouri (2017)", 30); // "Three Billboards Outsi… (2017)"
 */
export function shortenedTitle(title: string, longest: number): string {
  return title.length > longest ? `${title.slice(0, longest - 8)}… ${title.slice(-6)}` : title;
}
