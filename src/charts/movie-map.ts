import { escapeHtml } from "./escape-html.js";
import { type Figure, figure } from "./figure.js";
import { shortenedTitle } from "./shortened-title.js";
import { palette } from "./theme.js";

/** A movie's place on a map. */
export interface MapPlace {
  readonly title: string;
  readonly x: number;
  readonly y: number;
}

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
const longestLabel = 34;
/** Of a label in pixels; letters of a proportional font are about so wide. */
const [letterWidth, labelHeight, dotSize] = [5.9, 14, 8];

/** In pixels from the upper left corner of the plot. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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
  const [across, up] = [scaleOf(places.map((place) => place.x)), scaleOf(places.map((place) => place.y))];
  const dots = places.map((place) => ({
    x: across.share(place.x) * (width - margin.l - margin.r),
    y: (1 - up.share(place.y)) * (height - margin.t - margin.b),
  }));
  const labels = labelsOf(places, dots, { across, up });
  return figure(
    [
      {
        type: "scatter",
        mode: "text+markers",
        x: places.map((place) => rounded(place.x)),
        y: places.map((place) => rounded(place.y)),
        text: labels.map(({ text }) => text),
        textposition: labels.map(({ side }) => side) as never,
        textfont: { size: 11 },
        customdata: places.map((place) => escapeHtml(place.title)),
        hovertemplate: "%{customdata}: %{x}, %{y}<extra></extra>",
        marker: { size: dotSize, color: palette.blue, opacity: 0.7 },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: `${places.length} movies; names where there is room, all under the pointer`,
      x: { title: { text: escapeHtml(x), standoff: 12 }, range: across.range, zerolinecolor: palette.grey },
      y: { title: { text: escapeHtml(y), standoff: 12 }, range: up.range, zerolinecolor: palette.grey },
      layout: { width, height, margin, hovermode: "closest" },
    },
  );
}

/** An axis around the values with room at both ends, and how far along it a value lies, 0 to 1. */
function scaleOf(values: readonly number[]): { range: [number, number]; share(value: number): number } {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const room = 0.12 * (most - least) || 1;
  const [low, high] = [least - room, most + room];
  return { range: [rounded(low), rounded(high)], share: (value) => (value - low) / (high - low) };
}

type Scale = ReturnType<typeof scaleOf>;

/** The name of each dot and the side it stands at; no name where it has no room. */
function labelsOf(
  places: readonly MapPlace[],
  dots: readonly { x: number; y: number }[],
  { across, up }: { across: Scale; up: Scale },
): { text: string; side: string }[] {
  const labels = places.map(() => ({ text: "", side: "middle right" }));
  const farness = places.map(({ x, y }) => (2 * across.share(x) - 1) ** 2 + (2 * up.share(y) - 1) ** 2);
  const order = places.map((_, index) => index).sort((a, b) => farness[b] - farness[a]);
  const taken = dots.map((dot) => around(dot.x, dot.y, dotSize, dotSize));
  for (const index of order) {
    const name = shortenedTitle(places[index].title, longestLabel);
    const { x, y } = dots[index];
    const [long, far] = [letterWidth * name.length, dotSize / 2 + 3];
    const sides = {
      "middle right": around(x + far + long / 2, y, long, labelHeight),
      "middle left": around(x - far - long / 2, y, long, labelHeight),
      "top center": around(x, y - far - labelHeight / 2, long, labelHeight),
      "bottom center": around(x, y + far + labelHeight / 2, long, labelHeight),
    };
    const isFree = (box: Box) => isInside(box) && taken.every((other) => !overlap(box, other));
    const free = Object.entries(sides).find(([, box]) => isFree(box));
    if (!free) continue;
    labels[index] = { text: escapeHtml(name), side: free[0] };
    taken.push(free[1]);
  }
  return labels;
}

function around(x: number, y: number, wide: number, high: number): Box {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside({ left, right, top, bottom }: Box): boolean {
  return (
    left >= 0 && right <= width - margin.l - margin.r && top >= 0 && bottom <= height - margin.t - margin.b
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
