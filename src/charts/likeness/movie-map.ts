import type { Figure } from "../parts/figure.js";
import type { NamedDot } from "../parts/labelled-dots.js";
import { labelledScatter } from "../parts/labelled-scatter.js";
import { palette } from "../parts/theme.js";

/** A movie's place on a map. */
export type MapPlace = NamedDot;

/** Options of {@link movieMap}. */
export interface MovieMapOptions {
  /** The title. */
  readonly title: string;
  /** The axes: what they measure. */
  readonly x: string;
  readonly y: string;
}

/**
 * Movies as dots on a plane. Movies far from the centre get their names first, others only where a
 * name covers no other name and no dot; all names show under the pointer. O(movies²).
 *
 * @throws RangeError for no movies, or a place that is not a number.
 * @example
 * const places = [
 *   { title: "Heat (1995)", x: 0.4, y: -0.1 },
 *   { title: "Clue (1985)", x: -0.5, y: 0.3 },
 * ];
 * plot(movieMap(places, { title: "Movies by two factors", x: "factor 1", y: "factor 2" }));
 */
export function movieMap(places: readonly MapPlace[], { title, x, y }: MovieMapOptions): Figure {
  if (places.length === 0)
    throw new RangeError("movieMap has no movies to show; ask for fewer ratings of each");
  const misplaced = places.find((place) => !Number.isFinite(place.x) || !Number.isFinite(place.y));
  if (misplaced)
    throw new RangeError(
      `movieMap: "${misplaced.title}" is at (${misplaced.x}, ${misplaced.y}); give it two numbers`,
    );
  return labelledScatter(places, {
    title,
    subtitle: `${places.length} movies; names where there is room, all under the pointer`,
    x,
    y,
    size: { width: 900, height: 720 },
    marker: { color: palette.blue, opacity: 0.7 },
    zero: { zerolinecolor: palette.grey },
  });
}
