import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import type { Annotation, Axis, Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette, theme } from "../parts/theme.js";
import type { NamedFactors } from "./factor-table.js";

/** Two factors of some items and users at one moment of a descent. */
export interface FactorStep {
  /** The title of its panel. */
  readonly name: string;
  readonly items: readonly NamedFactors[];
  readonly users: readonly NamedFactors[];
}

const panelSize = 250;
const panelGap = 50;
const most = 6;
const inRow = 3;

/**
 * How two factors change while they are learned: a panel for each moment, in rows of three, with an
 * arrow from 0 to each item and each user. An item and a user whose arrows point the same way have
 * a large product. All panels and both axes have one scale.
 *
 * @throws RangeError for no step, more than six, or other than two factors.
 * @example
 * const items = [{ name: "Heat", factors: [1, 0.5] }];
 * const users = [{ name: "ann", factors: [0.5, 1] }];
 * plot(factorSteps([{ name: "at the start", items: items, users: users }], { title: "Learning" }));
 */
export function factorSteps(steps: readonly FactorStep[], { title }: { readonly title: string }): Figure {
  if (steps.length < 1 || steps.length > most) {
    throw new RangeError(`factorSteps has ${steps.length} steps; give it one to ${most}`);
  }
  const all = steps.flatMap(({ items, users }) => [...items, ...users]);
  const odd = all.find(({ factors }) => factors.length !== 2);
  if (odd) throw new RangeError(`factorSteps: "${odd.name}" has ${odd.factors.length} factors; give it two`);
  const ranges = rangesOf(all);
  const columns = Math.min(inRow, steps.length);
  const rows = Math.ceil(steps.length / inRow);
  const axes = steps.flatMap((_, panel) => axesOf(panel, { columns, rows, ranges }));
  const { xaxis, yaxis, ...others } = Object.fromEntries(axes);
  return figure(
    steps.map((step, panel) => tips(step, panel)),
    {
      title: escapeHtml(title),
      subtitle: `${coloredText("movies", palette.blue)}, ${coloredText("people", palette.orange)}; across: factor 1, upwards: factor 2`,
      x: xaxis,
      y: yaxis,
      layout: {
        width: 80 + columns * (panelSize + panelGap),
        height: 110 + rows * (panelSize + panelGap),
        hovermode: "closest",
        annotations: steps.flatMap((step, panel) => [heading(step, panel), ...arrows(step, panel)]),
        ...others,
      },
    },
  );
}

/** Ranges of the two axes, equally long, that contain 0, all tips and room for names. */
function rangesOf(all: readonly NamedFactors[]): [number, number][] {
  const ends = [0, 1].map((k) => {
    const values = all.map(({ factors }) => factors[k]);
    return [Math.min(0, ...values), Math.max(0, ...values)] as const;
  });
  const longest = Math.max(...ends.map(([low, high]) => high - low)) || 1;
  return ends.map(([low, high]) => {
    const room = (1.4 * longest - (high - low)) / 2;
    return [low - room, high + room];
  });
}

function axisNumber(panel: number): string {
  return panel === 0 ? "" : String(panel + 1);
}

/** The two axes of a panel, by their names in the layout. */
function axesOf(
  panel: number,
  { columns, rows, ranges }: { columns: number; rows: number; ranges: [number, number][] },
): [string, Axis][] {
  const [row, column] = [Math.floor(panel / columns), panel % columns];
  const number = axisNumber(panel);
  const share = (place: number, count: number): [number, number] => {
    const size = 1 / (count + (count - 1) * (panelGap / panelSize));
    const start = place * size * (1 + panelGap / panelSize);
    return [start, Math.min(1, start + size)];
  };
  const title = { text: "" };
  const shared = { zeroline: true, zerolinecolor: palette.grey, nticks: 5, title };
  const horizontal = {
    ...structuredClone(theme.xaxis),
    ...shared,
    range: [...ranges[0]],
    domain: share(column, columns),
    anchor: `y${number}`,
  };
  const vertical = {
    ...structuredClone(theme.yaxis),
    ...shared,
    range: [...ranges[1]],
    domain: share(rows - 1 - row, rows),
    anchor: `x${number}`,
  };
  return [
    [`xaxis${number}`, horizontal],
    [`yaxis${number}`, vertical],
  ];
}

/** Invisible points at the tips, which carry the text under the pointer. */
function tips({ items, users }: FactorStep, panel: number): Trace {
  const all = [...items, ...users];
  const number = axisNumber(panel);
  return {
    type: "scatter",
    mode: "markers",
    x: all.map(({ factors }) => rounded(factors[0], { digits: 4 })),
    y: all.map(({ factors }) => rounded(factors[1], { digits: 4 })),
    customdata: all.map(({ name }) => escapeHtml(name)),
    hovertemplate: "%{customdata}: %{x}, %{y}<extra></extra>",
    marker: { size: 12, opacity: 0 },
    xaxis: `x${number}`,
    yaxis: `y${number}`,
  };
}

function heading({ name }: FactorStep, panel: number): Annotation {
  const number = axisNumber(panel);
  return {
    text: `<span style="font-size: 13px">${escapeHtml(name)}</span>`,
    xref: `x${number} domain`,
    yref: `y${number} domain`,
    x: 0.5,
    y: 1,
    yanchor: "bottom",
    showarrow: false,
  };
}

function arrows({ items, users }: FactorStep, panel: number): Annotation[] {
  return [
    ...items.flatMap((item) => arrowTo(item, panel, palette.blue)),
    ...users.flatMap((user) => arrowTo(user, panel, palette.orange)),
  ];
}

/** An arrow from 0, and the name beyond its tip. */
function arrowTo({ name, factors }: NamedFactors, panel: number, color: string): Annotation[] {
  const number = axisNumber(panel);
  const [x, y] = [rounded(factors[0], { digits: 4 }), rounded(factors[1], { digits: 4 })];
  const length = Math.hypot(x, y) || 1;
  const place = { xref: `x${number}`, yref: `y${number}`, x, y };
  const from = { axref: `x${number}`, ayref: `y${number}`, ax: 0, ay: 0 };
  return [
    { ...place, ...from, text: "", showarrow: true, arrowcolor: color, arrowwidth: 2, arrowhead: 2 },
    {
      ...place,
      text: escapeHtml(name),
      xshift: (14 * x) / length,
      yshift: (14 * y) / length,
      showarrow: false,
      font: { color, size: 12 },
    },
  ];
}
