import { escapeHtml } from "../../text/escape-html.js";
import { naturalTitle } from "../../text/natural-title.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { type Figure, figure } from "../parts/figure.js";
import { seriesColor } from "../parts/legend.js";
import type { Annotation, Axis, Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { ink } from "../parts/theme.js";

/** A vector of two numbers and its name. */
export interface Arrow {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Options of {@link arrows}. */
export interface ArrowsOptions {
  /** The title. */
  readonly title: string;
  /** What the two numbers of a vector measure: the horizontal and the vertical axis. */
  readonly axes: readonly [horizontal: string, vertical: string];
}

/** In pixels: the area between the axes, the room for a name, and the height of its two lines. */
const plotSize = { width: 608, height: 392 };
const nameRoom = { across: 250, up: 40 };
/** In pixels, beyond the origin where no arrow goes. */
const originRoom = 26;
const nameHeight = 36;
/** Longer names are cut. */
const longestName = 36;
/** The radius of the first arc, in pixels; each further one is wider by half of it. */
const arcRadius = 44;
const pointsPerArc = 24;

/**
 * Vectors as arrows from the origin, and from the first one to each other one an arc, with the
 * angle and its cosine at the other one's name. Both axes have one scale, so that angles are true.
 * Arrows with the same tip share a label.
 *
 * @throws RangeError for fewer than two vectors, or one that is not finite or has no length.
 * @example
 * const vectors = [
 *   { name: "Heat (1995)", x: 3.1, y: 0 },
 *   { name: "Casino (1995)", x: 3.1, y: 1.8 },
 * ];
 * plot(arrows(vectors, { title: "Two movies", axes: ["Crime", "Drama"] }));
 */
export function arrows(vectors: readonly Arrow[], { title, axes }: ArrowsOptions): Figure {
  const [first, ...others] = checked(vectors);
  const { scale, xRange, yRange } = layoutOf(vectors);
  return figure(
    others.map((other, place) => arcBetween(first, other, scale * arcRadius * (1 + place / 2))),
    {
      title: escapeHtml(title),
      subtitle: `arcs: the angle to ${nameText(first)}; only the angle counts, not the length`,
      x: axisOf(axes[0], xRange),
      y: { ...axisOf(axes[1], yRange), scaleanchor: "x" },
      layout: {
        height: plotSize.height + 148,
        annotations: [
          ...vectors.map((vector, place) => arrowTo(vector, seriesColor(place))),
          ...namesOf(vectors, scale),
        ],
      },
    },
  );
}

function checked(vectors: readonly Arrow[]): readonly Arrow[] {
  if (vectors.length < 2)
    throw new RangeError(`arrows needs at least two vectors, and got ${vectors.length}`);
  const odd = vectors.find(({ x, y }) => !(Math.hypot(x, y) > 0 && Number.isFinite(x + y)));
  if (odd) {
    throw new RangeError(
      `arrows: "${odd.name}" is (${odd.x}, ${odd.y}), which has no direction; leave it out`,
    );
  }
  return vectors;
}

/** The units of a pixel, and axes that contain the origin, all tips and the room for names. */
function layoutOf(vectors: readonly Arrow[]): {
  scale: number;
  xRange: [number, number];
  yRange: [number, number];
} {
  const [left, right] = ends(vectors.map(({ x }) => x));
  const [low, high] = ends(vectors.map(({ y }) => y));
  const [roomLeft, roomBelow] = [left < 0 ? nameRoom.across : originRoom, low < 0 ? nameRoom.up : originRoom];
  const scale = Math.max(
    (right - left) / (plotSize.width - roomLeft - nameRoom.across),
    (high - low) / (plotSize.height - roomBelow - nameRoom.up),
  );
  const [startX, startY] = [left - scale * roomLeft, low - scale * roomBelow];
  return {
    scale,
    xRange: [startX, startX + scale * plotSize.width],
    yRange: [startY, startY + scale * plotSize.height],
  };
}

/** The least and the greatest of some values and 0. */
function ends(values: readonly number[]): [number, number] {
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

function axisOf(name: string, range: [number, number]): Axis {
  const text = escapeHtml(name);
  return { title: { text, standoff: 12 }, range, zeroline: true, zerolinecolor: ink };
}

function cosineOf(a: Arrow, b: Arrow): number {
  const cosine = (a.x * b.x + a.y * b.y) / (Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y));
  return Math.max(-1, Math.min(1, cosine));
}

/** Radians from one arrow to another, counter-clockwise, from −π to π. */
function angleBetween(from: Arrow, to: Arrow): number {
  return Math.atan2(from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y);
}

function arcBetween(from: Arrow, to: Arrow, radius: number): Trace {
  const start = Math.atan2(from.y, from.x);
  const turn = angleBetween(from, to);
  const angles = Array.from({ length: pointsPerArc + 1 }, (_, step) => start + (turn * step) / pointsPerArc);
  return {
    type: "scatter",
    mode: "lines",
    x: angles.map((angle) => rounded(radius * Math.cos(angle), { digits: 4 })),
    y: angles.map((angle) => rounded(radius * Math.sin(angle), { digits: 4 })),
    line: { color: ink, dash: "dot", width: 1.5 },
    hoverinfo: "skip",
  };
}

function arrowTo({ x, y }: Arrow, color: string): Annotation {
  const tip = { x, y, ax: 0, ay: 0, axref: "x", ayref: "y" } as const;
  return { text: "", ...tip, showarrow: true, arrowcolor: color, arrowwidth: 2.5, arrowhead: 2 };
}

/** The names beyond the tips, moved upwards where they would cover one another. */
function namesOf(vectors: readonly Arrow[], scale: number): Annotation[] {
  const places = new Map<string, { lines: string[]; tip: Arrow; color: string }>();
  for (const [place, vector] of vectors.entries()) {
    const tip = `${rounded(vector.x, { digits: 4 })} ${rounded(vector.y, { digits: 4 })}`;
    const known = places.get(tip) ?? { lines: [], tip: vector, color: seriesColor(place) };
    known.lines.push(nameText(vector));
    places.set(tip, known);
  }
  const free = { left: Number.NEGATIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
  return [...places.values()]
    .sort((a, b) => a.tip.y - b.tip.y)
    .map(({ lines, tip, color }) => {
      const side = tip.x < 0 ? "left" : "right";
      const text = tip === vectors[0] ? lines : [...lines, angleText(vectors[0], tip)];
      const wanted = tip.y / scale;
      const middle = Math.max(wanted, free[side]);
      free[side] = middle + nameHeight * Math.max(1, text.length / 2);
      return {
        text: text.join("<br>"),
        x: tip.x,
        y: tip.y,
        xanchor: side === "left" ? "right" : "left",
        align: side === "left" ? "right" : "left",
        xshift: side === "left" ? -8 : 8,
        yshift: rounded(middle - wanted, { decimals: 1 }),
        showarrow: false,
        bgcolor: "#FFFFFF",
        font: { color, size: 13 },
      };
    });
}

function nameText({ name }: Arrow): string {
  return escapeHtml(shortenedTitle(naturalTitle(name), longestName));
}

function angleText(first: Arrow, other: Arrow): string {
  const degrees = Math.abs((angleBetween(first, other) * 180) / Math.PI);
  return `${degrees.toFixed(0)}°, cosine ${cosineOf(first, other).toFixed(2)}`;
}
