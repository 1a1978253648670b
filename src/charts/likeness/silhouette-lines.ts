import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, seriesColor } from "../parts/legend.js";
import { horizontalLine } from "../parts/lines.js";
import type { Annotation, Trace } from "../parts/plotly-types.js";
import { roundedOrNull } from "../parts/rounded.js";

/** One line of {@link silhouetteLines}: the silhouettes of several numbers of groups. */
export interface SilhouetteLine {
  /** What users were grouped by. */
  readonly name: string;
  readonly values: readonly { readonly groups: number; readonly silhouette: number }[];
}

/** How to read a silhouette (Kaufman and Rousseeuw 1990). */
const marks = [
  { at: 0.5, text: "rather clear<br>from here on" },
  { at: 0.25, text: "hardly any<br>structure below" },
];

/**
 * The mean silhouette by the number of groups: a line for each kind of vectors, and dashed lines at
 * the values by which silhouettes are read. The axis ends at 1 for all values, so that low ones
 * look low. A NaN breaks its line.
 *
 * @throws RangeError if no line has a value.
 * @example
 * const values = [{ groups: 2, silhouette: 0.41 }, { groups: 3, silhouette: 0.36 }];
 * plot(silhouetteLines([{ name: "by factors", values }]));
 */
export function silhouetteLines(lines: readonly SilhouetteLine[]): Figure {
  const all = lines.flatMap(({ values }) => values).filter(({ silhouette }) => !Number.isNaN(silhouette));
  if (all.length === 0)
    throw new RangeError("silhouetteLines has no silhouette to show; make two groups at least");
  const lowest = all.reduce((least, { silhouette }) => Math.min(least, silhouette), 0);
  const traces = lines.map(({ name, values }, place): Trace => {
    const color = seriesColor(place);
    return {
      type: "scatter",
      mode: "lines+markers",
      name: escapeHtml(name),
      x: values.map(({ groups }) => groups),
      y: values.map(({ silhouette }) => roundedOrNull(silhouette, { decimals: 4 })),
      line: { color },
      marker: { color, size: 8 },
      hovertemplate: "%{x} groups: %{y:.3f}<extra>%{fullData.name}</extra>",
    };
  });
  return figure(traces, {
    title: "How clear are the groups?",
    subtitle: coloredNames(lines.map(({ name }) => name)).join("; "),
    x: { title: { text: "number of groups", standoff: 12 }, dtick: 1 },
    y: { title: { text: "mean silhouette", standoff: 12 }, range: [lowest < 0 ? -1 : 0, 1] },
    layout: {
      margin: { l: 64, r: 110, t: 80, b: 68 },
      shapes: marks.map(({ at }) => horizontalLine(at, { width: 1 })),
      annotations: marks.map(labelOf),
    },
  });
}

function labelOf({ at, text }: (typeof marks)[number]): Annotation {
  return { text, xref: "paper", x: 1.01, xanchor: "left", y: at, align: "left", showarrow: false };
}
