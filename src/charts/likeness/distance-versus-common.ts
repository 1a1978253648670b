import { quantile } from "../../math/statistics.js";
import type { SimilarUser } from "../../models/contract/model.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { logAxis } from "../parts/axes.js";
import { dotTrace, type Point } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import type { Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** Options of {@link distanceVersusCommon}. */
export interface DistanceVersusCommonOptions {
  /** The name of the user from whom all distances are. @default "one person" */
  readonly of?: string;
  /**
   * Whether the distances are means over the movies ("rmsd") rather than sums over them
   * ("euclidean").
   * @default false
   */
  readonly perMovie?: boolean;
  /** Users to draw in a colour of their own, and what they are. @default none */
  readonly marked?: { readonly name: string; has(user: SimilarUser): boolean };
}

type Measured = SimilarUser & { readonly distance: number };

const cellsOverAll = 60;
const curveSteps = 60;

/**
 * The distances of users from one user, against the number of movies that both rated (logarithmic).
 * The dashed line is where a user would be who differs by the median difference on every movie: it
 * grows with √common for summed distances, and is flat for distances per movie. Overlapping users
 * are one dot. O(users).
 *
 * @throws RangeError for no users, or for a similarity without distances.
 * @example
 * const model = new UserKnn({ similarity: "euclidean" }).fit(ratings);
 * const people = model.similarUsers(1, { count: 1000 });
 * plot(distanceVersusCommon(people, { of: "user 1" }));
 */
export function distanceVersusCommon(
  people: readonly SimilarUser[],
  { of = "one person", perMovie = false, marked }: DistanceVersusCommonOptions = {},
): Figure {
  if (people.length === 0) {
    throw new RangeError("distanceVersusCommon has no users to show; ask for fewer movies in common");
  }
  const measured = people.filter((person): person is Measured => person.distance !== undefined);
  if (measured.length < people.length) {
    throw new RangeError(
      'distanceVersusCommon has users without a distance; compare them by "euclidean" or "rmsd"',
    );
  }
  const most = measured.reduce((largest, { common }) => Math.max(largest, common), 1);
  const fewest = measured.reduce((least, { common }) => Math.min(least, common), most);
  const farthest = measured.reduce((largest, { distance }) => Math.max(largest, distance), 0) || 1;
  const typicalDifference = quantile(
    measured.map(({ distance, common }) => (perMovie ? distance : distance / Math.sqrt(common))),
    0.5,
  );
  const plain = measured.filter((person) => !marked?.has(person));
  const special = measured.filter((person) => marked?.has(person));
  const dots = {
    color: palette.blue,
    cellsPerUnit: cellsOverAll / farthest,
    hovertemplate: "%{text}<br>%{x:,} movies in common, distance %{y:.3f}<extra></extra>",
  };
  const markedTrace = dotTrace(special.map(pointOf), { ...dots, color: palette.orange });
  const markedDots = "x" in markedTrace && Array.isArray(markedTrace.x) ? markedTrace.x.length : 0;
  const overlap = markedDots < special.length ? ` in ${countText(markedDots, "dot")}` : "";
  return figure(
    [
      dotTrace(plain.map(pointOf), dots),
      curve(fewest, most, (common) => (perMovie ? typicalDifference : typicalDifference * Math.sqrt(common))),
      ...(marked ? [markedTrace] : []),
    ],
    {
      title: `${perMovie ? "Distance per movie" : "Distance"} from ${escapeHtml(of)}, by movies in common`,
      subtitle: [
        measured.length === 1 ? "1 person" : `${measured.length.toLocaleString("en-US")} people`,
        marked && coloredText(`${marked.name}${overlap}`, palette.orange),
        `dashed: ${typicalDifference.toFixed(2)} stars apart on every movie`,
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

function curve(from: number, to: number, distanceAt: (common: number) => number): Trace {
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
