import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { seriesColor } from "../parts/legend.js";
import type { Annotation, Axis, Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { ink, palette, theme } from "../parts/theme.js";

/** A place on a plane: how far across, and how far up. */
type Place = readonly number[];

/** A dot of all panels. */
export interface PanelPoint {
  readonly at: Place;
  /** Beside the dot. @default none */
  readonly name?: string;
}

/** What one panel shows of the same points. */
export interface GroupPanel {
  readonly name: string;
  /** The group of each point, from 0. @default the points are in no group */
  readonly labels?: readonly number[];
  readonly centers: readonly Place[];
  /** Where the centers were before: a line leads from there. @default none has moved */
  readonly from?: readonly Place[];
}

/** Options of {@link groupPanels}. */
export interface GroupPanelsOptions {
  /** The title. */
  readonly title: string;
  /** The axes of all panels: what they measure. */
  readonly x: string;
  readonly y: string;
}

const columns = 3;
const fewPoints = 100;
const panelHeight = 210;
/** Between two panels, as a share of a panel. */
const gap = { across: 0.12, up: 0.3 };

/**
 * Small multiples of points and the centers of their groups, such as one panel for each step of
 * k-means: row by row, on the same axes. Points have the colour of their group, grey before they
 * are in one; crosses are centers. O(panels × points).
 *
 * @throws RangeError for no point or no panel, and for a panel with a label too few or too many.
 * @example
 * const points = [{ name: "Ann", at: [1, 8] }, { name: "Dee", at: [8, 9] }];
 * const panels = [
 *   { name: "start", centers: [[1, 8], [8, 8]] },
 *   { name: "join the nearest", labels: [0, 1], centers: [[1, 8], [8, 8]] },
 * ];
 * plot(groupPanels(points, panels, { title: "One step", x: "action", y: "romance" }));
 */
export function groupPanels(
  points: readonly PanelPoint[],
  panels: readonly GroupPanel[],
  { title, x, y }: GroupPanelsOptions,
): Figure {
  checkPanels(points, panels);
  const all = [
    ...points.map(({ at }) => at),
    ...panels.flatMap(({ centers, from = [] }) => [...centers, ...from]),
  ];
  const [xRange, yRange] = [0, 1].map((k) => rangeOf(all.map((place) => place[k])));
  const rows = Math.ceil(panels.length / columns);
  const axes = panels.map((_, panel): [Axis, Axis] => {
    const { across, up } = domainsOf(panel, rows);
    const isLowest = panel + columns >= panels.length;
    const isLeftmost = panel % columns === 0;
    return [
      axisOf({ name: isLowest ? x : "", range: xRange, domain: across, anchor: `y${axisNumber(panel)}` }),
      {
        ...axisOf({ name: isLeftmost ? y : "", range: yRange, domain: up, anchor: `x${axisNumber(panel)}` }),
        showticklabels: isLeftmost,
      },
    ];
  });
  const [[firstX, firstY], ...others] = axes;
  return figure(
    panels.flatMap((panel, place) => tracesOf(points, panel, axisNumber(place))),
    {
      title: escapeHtml(title),
      subtitle: `dots: ${points.length} people; crosses: the centres of the groups`,
      x: firstX,
      y: firstY,
      layout: {
        height: 130 + panelHeight * rows,
        hovermode: "closest",
        ...Object.fromEntries(
          others.flatMap(([across, up], place) => [
            [`xaxis${place + 2}`, across],
            [`yaxis${place + 2}`, up],
          ]),
        ),
        annotations: panels.map(({ name }, place) => nameOf(name, axes[place])),
      },
    },
  );
}

function checkPanels(points: readonly PanelPoint[], panels: readonly GroupPanel[]): void {
  if (points.length === 0 || panels.length === 0) {
    throw new RangeError(
      `groupPanels has ${points.length} points and ${panels.length} panels; give it one of each at least`,
    );
  }
  const odd = panels.find(({ labels }) => labels && labels.length !== points.length);
  if (odd) {
    throw new RangeError(
      `groupPanels: "${odd.name}" has ${odd.labels?.length} labels; give it one for each of the ${points.length} points`,
    );
  }
}

/** From the least to the greatest value, with room at both ends. */
function rangeOf(values: readonly number[]): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const room = 0.14 * (most - least) || 1;
  return [rounded(least - room, { digits: 4 }), rounded(most + room, { digits: 4 })];
}

/** What plotly adds to the names of a panel's axes: nothing, 2, 3 … */
function axisNumber(panel: number): string {
  return panel === 0 ? "" : String(panel + 1);
}

/** Where a panel is, as shares of the figure; the first one is at the left of the top row. */
function domainsOf(panel: number, rows: number): { across: [number, number]; up: [number, number] } {
  const width = 1 / (columns + gap.across * (columns - 1));
  const height = 1 / (rows + gap.up * (rows - 1));
  const left = (panel % columns) * (1 + gap.across) * width;
  const top = 1 - Math.floor(panel / columns) * (1 + gap.up) * height;
  return { across: [left, Math.min(1, left + width)], up: [Math.max(0, top - height), top] };
}

interface PanelAxis {
  readonly name: string;
  readonly range: [number, number];
  readonly domain: [number, number];
  readonly anchor: string;
}

function axisOf({ name, range, domain, anchor }: PanelAxis): Axis {
  return {
    ...structuredClone(theme.xaxis),
    title: { text: escapeHtml(name), standoff: 8 },
    range: [...range],
    domain,
    anchor,
    zeroline: false,
    ticks: "",
  };
}

function nameOf(name: string, [across, up]: readonly [Axis, Axis]): Annotation {
  return {
    text: escapeHtml(name),
    xref: "paper",
    yref: "paper",
    x: across.domain![0],
    y: up.domain![1],
    xanchor: "left",
    yanchor: "bottom",
    showarrow: false,
    font: { size: 13, color: ink },
  };
}

function tracesOf(
  points: readonly PanelPoint[],
  { labels, centers, from }: GroupPanel,
  axis: string,
): Trace[] {
  const isCrowded = points.length > fewPoints;
  const on = { type: "scatter", xaxis: `x${axis}`, yaxis: `y${axis}` } as const;
  const dots = {
    ...on,
    ...coordinates(points.map(({ at }) => at)),
    ...(points.some(({ name }) => name) ? namesOf(points, centers) : { mode: "markers" }),
    marker: {
      size: isCrowded ? 4 : 8,
      opacity: isCrowded ? 0.6 : 1,
      color: points.map((_, place) => (labels ? seriesColor(labels[place]) : palette.grey)),
    },
  };
  const ways = {
    ...on,
    x: (from ?? []).flatMap((start, group) => [shown(start[0]), shown(centers[group][0]), null]),
    y: (from ?? []).flatMap((start, group) => [shown(start[1]), shown(centers[group][1]), null]),
    mode: "lines",
    line: { color: ink, width: 1.5, dash: "dot" },
    hoverinfo: "skip",
  };
  const crosses = {
    ...on,
    ...coordinates(centers),
    mode: "markers",
    text: centers.map((_, group) => `centre of group ${group}`),
    hovertemplate: "%{text} (%{x}, %{y})<extra></extra>",
    marker: {
      symbol: "x",
      size: 14,
      color: centers.map((_, group) => seriesColor(group)),
      line: { color: ink, width: 1.5 },
    },
  };
  const centersAndWays = from ? [ways, crosses] : [crosses];
  // A few dots are above the crosses, which would hide them; many dots would hide the crosses.
  return isCrowded ? [dots, ...centersAndWays] : [...centersAndWays, dots];
}

/** Names stand above their dots, or below where the nearest center is above. */
function namesOf(points: readonly PanelPoint[], centers: readonly Place[]) {
  const sides = points.map(({ at }) => {
    const [nearest] = [...centers].sort((a, b) => distance(a, at) - distance(b, at));
    const isAbove = nearest && nearest[1] >= at[1] && distance(nearest, at) > 0;
    return isAbove ? "bottom center" : "top center";
  });
  return {
    mode: "text+markers",
    text: points.map(({ name = "" }) => escapeHtml(name)),
    textposition: sides,
    cliponaxis: false,
    textfont: { size: 10 },
    hovertemplate: "%{text} (%{x}, %{y})<extra></extra>",
  };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function coordinates(places: readonly Place[]): { x: number[]; y: number[] } {
  return { x: places.map((place) => shown(place[0])), y: places.map((place) => shown(place[1])) };
}

function shown(value: number): number {
  return rounded(value, { digits: 4 });
}
