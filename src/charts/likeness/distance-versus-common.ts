import type { Data } from "plotly.js";
import { quantile } from "../../math/statistics.js";
import type { SimilarUser } from "../../models/contract/model.js";
import { escapeHtml } from "../../text/escape-html.js";
import { logAxis } from "../parts/axes.js";
import { dotTrace, type Point } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** What {@link distanceVersusCommon} draws and says. */
export interface DistanceVersusCommonOptions {
  /** The person from whom all distances are. @default "one person" */
  readonly of?: string;
  /** Whether the distances are divided by the number of movies ("rmsd") rather than summed over them ("euclidean"). @default false */
  readonly perMovie?: boolean;
  /** People to draw in a colour of their own, and what they are. @default none */
  readonly marked?: { readonly name: string; has(user: SimilarUser): boolean };
}

/** A distance and the movies that it stands on. */
type Measured = SimilarUser & { readonly distance: number };

const cellsOverAll = 60;
const curveSteps = 60;

/**
 * How far people are from one of them, against the number of movies that both rated (logarithmic). The dashed line is where
 * somebody would be who differs by the same on every movie, as much as people do in the middle: it grows with √common where
 * distances are sums, and is flat where they are per movie. People who would cover each other are one dot, darker the more
 * they are. O(people).
 *
 * @throws RangeError where there are no people, or a similarity without distances.
 * @example
 * const people = new UserKnn({ similarity: "euclidean" }).fit(ratings).similarUsers(1, { count: 1000 });
 * plot(distanceVersusCommon(people, { of: "user 1" }));
 */
export function distanceVersusCommon(
  people: readonly SimilarUser[],
  { of = "one person", perMovie = false, marked }: DistanceVersusCommonOptions = {},
): Figure {
  if (people.length === 0) {
    throw new RangeError("distanceVersusCommon has no people to show; ask for fewer movies in common");
  }
  const measured = people.filter((person): person is Measured => person.distance !== undefined);
  if (measured.length < people.length) {
    throw new RangeError(
      'distanceVersusCommon has people without a distance; compare them by "euclidean" or "rmsd"',
    );
  }
  const most = measured.reduce((largest, { common }) => Math.max(largest, common), 1);
  const fewest = measured.reduce((least, { common }) => Math.min(least, common), most);
  const farthest = measured.reduce((largest, { distance }) => Math.max(largest, distance), 0) || 1;
  const apart = quantile(
    measured.map(({ distance, common }) => (perMovie ? distance : distance / Math.sqrt(common))),
    0.5,
  );
  const plain = measured.filter((person) => !marked?.has(person));
  const special = measured.filter((person) => marked?.has(person));
  const dots = {
    cellsPerUnit: cellsOverAll / farthest,
    hovertemplate: "%{text}<br>%{x:,} movies in common, distance %{y:.3f}<extra></extra>",
    noun: "people",
  };
  return figure(
    [
      dotTrace(plain.map(pointOf), dots),
      curve(fewest, most, (common) => (perMovie ? apart : apart * Math.sqrt(common))),
      ...(marked ? [dotTrace(special.map(pointOf), { ...dots, color: palette.orange })] : []),
    ],
    {
      title: `Distance from ${escapeHtml(of)}, by movies in common`,
      subtitle: [
        measured.length === 1 ? "1 person" : `${measured.length.toLocaleString("en-US")} people`,
        marked && coloredText(marked.name, palette.orange),
        `dashed: ${apart.toFixed(2)} stars apart on every movie`,
      ]
        .filter(Boolean)
        .join("; "),
      x: {
        ...logAxis("movies that both rated", most),
        range: [Math.log10(fewest) - 0.1, Math.log10(most) + 0.1],
      },
      y: {
        title: { text: perMovie ? "distance per movie, in stars" : "distance, in stars" },
        range: [-0.04 * farthest, 1.06 * farthest],
      },
      layout: { hovermode: "closest" },
    },
  );
}

function pointOf({ userId, common, distance }: Measured): Point {
  return { x: common, y: distance, name: () => escapeHtml(`user ${userId}`) };
}

function curve(from: number, to: number, distanceAt: (common: number) => number): Data {
  const commons = Array.from(
    { length: curveSteps + 1 },
    (_, step) => from * (to / from) ** (step / curveSteps),
  );
  return {
    type: "scatter",
    mode: "lines",
    x: commons.map((common) => rounded(common, { digits: 4 })),
    y: commons.map((common) => rounded(distanceAt(common), { digits: 4 })),
    line: { color: palette.grey, width: 2, dash: "dash" },
    hoverinfo: "skip",
  };
}
