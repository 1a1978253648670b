import { mean } from "../../math/statistics.js";
import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { MAX_SERIES, seriesColor } from "../parts/legend.js";
import type { Annotation, Axis } from "../parts/plotly-types.js";
import { palette, theme } from "../parts/theme.js";

/** A user's ratings of two movies, as a point of a plane. */
export interface PersonOnAPlane {
  readonly name: string;
  readonly ratings: readonly [number, number];
}

/** Options of {@link peopleOnAPlane}. */
export interface PeopleOnAPlaneOptions {
  /** The title. */
  readonly title: string;
  /** The movies of the horizontal and of the vertical axis. @default ["movie A", "movie B"] */
  readonly movies?: readonly [string, string];
  /** The end of both axes, in stars. @default 5 */
  readonly max?: number;
}

/** Of a distance from the middle of its dashed line, away from the arrows, in pixels. */
const labelShift = 18;

/**
 * Users as arrows on a plane, one movie on each axis, and a dashed line from the first user to each
 * other one, labelled with the distance √Σ (difference of ratings)². Both axes have one scale, so
 * that lengths can be compared.
 *
 * @throws RangeError for fewer than two people.
 * @example
 * const people = [
 *   { name: "Ann", ratings: [4, 4.5] as const },
 *   { name: "Ben", ratings: [5, 5] as const },
 * ];
 * plot(peopleOnAPlane(people, { title: "Two people" }));
 */
export function peopleOnAPlane(
  people: readonly PersonOnAPlane[],
  { title, movies = ["movie A", "movie B"], max = 5 }: PeopleOnAPlaneOptions,
): Figure {
  const [first, ...others] = people;
  if (!first || others.length === 0) {
    throw new RangeError(`peopleOnAPlane needs at least two people, and got ${people.length}`);
  }
  return figure(
    others.map((other) => ({
      type: "scatter",
      mode: "lines",
      x: [first.ratings[0], other.ratings[0]],
      y: [first.ratings[1], other.ratings[1]],
      line: { color: palette.grey, dash: "dash", width: 2 },
      hoverinfo: "skip",
    })),
    {
      title: escapeHtml(title),
      subtitle: "dashed: the distance, in stars",
      x: starAxis(movies[0], max),
      y: { ...starAxis(movies[1], max), scaleanchor: "x" },
      layout: {
        width: 580,
        height: 540,
        margin: { ...theme.margin, r: 90 },
        annotations: [
          ...people.map(({ ratings }, place) => arrowTo(ratings, seriesColor(place % MAX_SERIES))),
          ...people.map((person, place) => nameOf(person, people, seriesColor(place % MAX_SERIES))),
          ...others.map((other) => distanceBetween(first, other)),
        ],
      },
    },
  );
}

function starAxis(movie: string, max: number): Axis {
  return {
    title: { text: `stars for ${escapeHtml(movie)}`, standoff: 12 },
    range: [0, 1.1 * max],
    dtick: 1,
    constrain: "domain",
    zeroline: true,
  };
}

function arrowTo([x, y]: PersonOnAPlane["ratings"], color: string): Annotation {
  return {
    text: "",
    x,
    y,
    ax: 0,
    ay: 0,
    axref: "x",
    ayref: "y",
    showarrow: true,
    arrowcolor: color,
    arrowwidth: 2.5,
    arrowhead: 2,
  };
}

/** The name is on the side of the tip where neither an arrow nor a dashed line is. */
function nameOf(
  { name, ratings: [x, y] }: PersonOnAPlane,
  people: readonly PersonOnAPlane[],
  color: string,
): Annotation {
  const isLeft = x < mean(people.map(({ ratings }) => ratings[0]));
  const isLow = y < mean(people.map(({ ratings }) => ratings[1]));
  return {
    text: `${escapeHtml(name)} (${x}, ${y})`,
    x,
    y,
    xanchor: isLeft ? "right" : "left",
    yshift: isLow && !isLeft ? -12 : 12,
    showarrow: false,
    font: { color, size: 13 },
  };
}

function distanceBetween(
  { ratings: [fromX, fromY] }: PersonOnAPlane,
  { ratings: [toX, toY] }: PersonOnAPlane,
): Annotation {
  const [across, up] = [toX - fromX, toY - fromY];
  const distance = Math.hypot(across, up) || 1;
  const isUpperSide = (fromY + toY) * across > (fromX + toX) * up;
  const shift = (isUpperSide ? -labelShift : labelShift) / distance;
  return {
    text: Math.hypot(across, up).toFixed(2),
    x: (fromX + toX) / 2,
    y: (fromY + toY) / 2,
    xshift: shift * up,
    yshift: -shift * across,
    showarrow: false,
  };
}
