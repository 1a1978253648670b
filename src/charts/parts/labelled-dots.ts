import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";
import { rounded } from "./rounded.js";

/** A dot on a plane and its name. */
export interface NamedDot {
  readonly title: string;
  readonly x: number;
  readonly y: number;
}

/** Where a label lies, seen from its dot. */
type LabelSide = `${"top" | "middle" | "bottom"} ${"left" | "center" | "right"}`;

/** Axes with room for the names, and the label of each dot. */
export interface LabelledDots {
  readonly xRange: [number, number];
  readonly yRange: [number, number];
  /** The name of each dot, shortened and escaped; empty where it has no room. */
  readonly text: string[];
  /** On which side of its dot each name is. */
  readonly textposition: LabelSide[];
}

/** In pixels. */
export const dotSize = 8;
export const labelFont = { size: 11 };
const longestLabel = 34;
/** Of a label in pixels; the mean width of a letter in a proportional font. */
const [letterWidth, labelHeight] = [5.9, 14];

/** In pixels from the upper left corner of the plot. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The area between the axes, in pixels. */
interface Plot {
  readonly width: number;
  readonly height: number;
}

/** An axis around some values; `share` is the position of a value on it, from 0 to 1. */
interface Scale {
  readonly range: [number, number];
  share(value: number): number;
}

/**
 * Names for dots on a plane, whose coordinates are finite. Dots far from the centre are named
 * first, others only where a name covers no other name and no dot. O(dots²).
 */
export function labelledDots(dots: readonly NamedDot[], plot: Plot): LabelledDots {
  const [across, up] = [scaleOf(dots.map(({ x }) => x)), scaleOf(dots.map(({ y }) => y))];
  const labels = labelsOf(dots, { across, up, plot });
  return {
    xRange: across.range,
    yRange: up.range,
    text: labels.map(({ text }) => text),
    textposition: labels.map(({ side }) => side),
  };
}

/** An axis with room at both ends. */
function scaleOf(values: readonly number[]): Scale {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const room = 0.12 * (most - least) || 1;
  const [low, high] = [least - room, most + room];
  return {
    range: [rounded(low, { digits: 4 }), rounded(high, { digits: 4 })],
    share: (value) => (value - low) / (high - low),
  };
}

/** The name of each dot and its side; an empty name where there is no room. */
function labelsOf(
  dots: readonly NamedDot[],
  { across, up, plot }: { across: Scale; up: Scale; plot: Plot },
): { text: string; side: LabelSide }[] {
  const labels = dots.map(() => ({ text: "", side: "middle right" as LabelSide }));
  const middles = dots.map(({ x, y }) => ({
    x: across.share(x) * plot.width,
    y: (1 - up.share(y)) * plot.height,
  }));
  const distances = dots.map(({ x, y }) => (2 * across.share(x) - 1) ** 2 + (2 * up.share(y) - 1) ** 2);
  const order = dots.map((_, index) => index).sort((a, b) => distances[b] - distances[a]);
  const taken = middles.map(({ x, y }) => around(x, y, dotSize, dotSize));
  for (const index of order) {
    const name = shortenedTitle(dots[index].title, longestLabel);
    const { x, y } = middles[index];
    const [long, far] = [letterWidth * name.length, dotSize / 2 + 3];
    const [right, left] = [x + far + long / 2, x - far - long / 2];
    const [above, below] = [y - far - labelHeight / 2, y + far + labelHeight / 2];
    const sides: [LabelSide, Box][] = [
      ["middle right", around(right, y, long, labelHeight)],
      ["middle left", around(left, y, long, labelHeight)],
      ["top center", around(x, above, long, labelHeight)],
      ["bottom center", around(x, below, long, labelHeight)],
      ["top right", around(right, above, long, labelHeight)],
      ["top left", around(left, above, long, labelHeight)],
      ["bottom right", around(right, below, long, labelHeight)],
      ["bottom left", around(left, below, long, labelHeight)],
    ];
    const isFree = (box: Box) => isInside(box, plot) && taken.every((other) => !overlap(box, other));
    const free = sides.find(([, box]) => isFree(box));
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

function isInside({ left, right, top, bottom }: Box, { width, height }: Plot): boolean {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}
