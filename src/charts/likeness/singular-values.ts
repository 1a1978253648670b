import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, MAX_SERIES, seriesColor } from "../parts/legend.js";
import { horizontalLine } from "../parts/lines.js";
import { rounded } from "../parts/rounded.js";

/** The singular values of one matrix, the largest first. */
export interface SingularValues {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/**
 * The singular values of some matrices, side by side, and the regularization as a dashed line:
 * factors with a singular value below it shrink to 0.
 *
 * @throws RangeError for no matrix, more than four, or one without values.
 * @example
 * plot(singularValues([{ name: "ratings", values: [32, 17, 11] }], { regularization: 30 }));
 */
export function singularValues(
  matrices: readonly SingularValues[],
  { regularization }: { regularization: number },
): Figure {
  if (matrices.length < 1 || matrices.length > MAX_SERIES) {
    throw new RangeError(`singularValues has ${matrices.length} matrices; give it one to ${MAX_SERIES}`);
  }
  const empty = matrices.find(({ values }) => values.length === 0);
  if (empty) throw new RangeError(`singularValues: "${empty.name}" has no values to show`);
  const most = Math.max(...matrices.map(({ values }) => values.length));
  return figure(
    matrices.map(({ name, values }, place) => ({
      type: "bar",
      x: Array.from(values, (_, rank) => rank + 1),
      y: Array.from(values, (value) => rounded(value, { digits: 6 })),
      marker: { color: seriesColor(place) },
      texttemplate: "%{y:.1f}",
      textposition: "outside",
      hovertemplate: `${escapeHtml(name)}, singular value %{x}: %{y}<extra></extra>`,
    })),
    {
      title: "What is in the ratings: singular values",
      subtitle: `${coloredNames(matrices.map(({ name }) => name)).join(", ")}; dashed: regularization ${regularization}`,
      x: { title: { text: "singular value, from the largest" }, dtick: 1, range: [0.4, most + 0.6] },
      y: "size",
      layout: {
        barmode: "group",
        shapes: [horizontalLine(regularization)],
      },
    },
  );
}
