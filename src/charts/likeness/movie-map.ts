import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { dotSize, labelFont, labelledDots, type NamedDot } from "../parts/labelled-dots.js";
import { palette } from "../parts/theme.js";

/** A movie's place on a map. */
export type MapPlace = NamedDot;

/** What {@link movieMap} says. */
export interface MovieMapOptions {
  /** What is shown. */
  readonly title: string;
  /** The axes: what they measure. */
  readonly x: string;
  readonly y: string;
}

const [width, height] = [900, 720];
const margin = { l: 64, r: 28, t: 80, b: 68 };

/**
 * Movies as dots on a plane. Those farthest out are named first, and others as long as a name covers no other name and no
 * dot; all show under the pointer. O(movies²).
 *
 * @throws RangeError where there are no movies, or a place is not a number.
 * @example
 * const places = [{ title: "Heat (1995)", x: 0.4, y: -0.1 }, { title: "Clue (1985)", x: -0.5, y: 0.3 }];
 * plot(movieMap(places, { title: "Movies by two factors", x: "factor 1", y: "factor 2" }));
 */
export function movieMap(places: readonly MapPlace[], { title, x, y }: MovieMapOptions): Figure {
  if (places.length === 0)
    throw new RangeError("movieMap has no movies to show; ask for fewer ratings of each");
  const lost = places.find((place) => !Number.isFinite(place.x) || !Number.isFinite(place.y));
  if (lost)
    throw new RangeError(`movieMap: "${lost.title}" is at (${lost.x}, ${lost.y}); give it two numbers`);
  const { xRange, yRange, text, textposition } = labelledDots(places, {
    width: width - margin.l - margin.r,
    height: height - margin.t - margin.b,
  });
  return figure(
    [
      {
        type: "scatter",
        mode: "text+markers",
        x: places.map((place) => rounded(place.x)),
        y: places.map((place) => rounded(place.y)),
        text,
        textposition: textposition as never,
        textfont: { ...labelFont },
        customdata: places.map((place) => escapeHtml(place.title)),
        hovertemplate: "%{customdata}: %{x}, %{y}<extra></extra>",
        marker: { size: dotSize, color: palette.blue, opacity: 0.7 },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: `${places.length} movies; names where there is room, all under the pointer`,
      x: { title: { text: escapeHtml(x), standoff: 12 }, range: xRange, zerolinecolor: palette.grey },
      y: { title: { text: escapeHtml(y), standoff: 12 }, range: yRange, zerolinecolor: palette.grey },
      layout: { width, height, margin, hovermode: "closest" },
    },
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
