import { principalComponents } from "../../math/principal-components.js";
import type { UserGroups } from "../../models/groups/user-groups.js";
import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { seriesColor, seriesColors } from "../parts/legend.js";
import type { Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** Options of {@link groupMap}. */
export interface GroupMapOptions {
  /** The title. @default "People by taste, in their groups" */
  readonly title?: string;
}

/** After the last colour the colours repeat with the next symbol. */
const symbols = ["circle", "diamond", "square", "triangle-up", "cross"];
/** The group of users in no group. */
const UNGROUPED = -1;
const mostDrawn = 2000;
const mostInLegend = 16;

/**
 * Users as dots in the colours of their groups, at the first two principal components of their
 * vectors: those with similar vectors lie near each other. The number of each group is at the mean
 * of its users; users in no group are grey. Of more than 2,000 users, every second, third … is
 * drawn. O(users × width² + width³).
 *
 * @throws RangeError for no users.
 * @example
 * const vectors = userVectors(new PureSvd({ factors: 4 }).fit(ratings), { unitLength: true });
 * plot(groupMap(groupUsers(vectors, { groups: 3 })));
 */
export function groupMap(
  groups: UserGroups,
  { title = "People by taste, in their groups" }: GroupMapOptions = {},
): Figure {
  const { vectors, labels, count, sizes, ungrouped } = groups;
  if (labels.length === 0)
    throw new RangeError("groupMap has no users to show; look at the groups they come from");
  const { places, shares } = principalComponents(vectors.values, vectors.width);
  const step = Math.ceil(labels.length / mostDrawn);
  const drawn = Array.from(labels.keys()).filter((user) => user % step === 0);
  const traceOf = (group: number, name: string): Trace => {
    const members = drawn.filter((user) => labels[user] === group);
    return {
      type: "scatter",
      mode: "markers",
      name,
      x: members.map((user) => rounded(places[2 * user], { decimals: 3 })),
      y: members.map((user) => rounded(places[2 * user + 1], { decimals: 3 })),
      text: members.map((user) => `user ${escapeHtml(String(vectors.users.idOf(user)))}`),
      hovertemplate: "%{text}<extra>%{fullData.name}</extra>",
      marker: {
        size: 7,
        opacity: group < 0 ? 0.5 : 0.75,
        color: group < 0 ? palette.grey : seriesColor(group),
        symbol: symbols[Math.floor(group / seriesColors.length) % symbols.length] ?? "circle",
      },
    };
  };
  const traces = sizes.map((size, group) => traceOf(group, `group ${group}: ${size}`));
  if (ungrouped > 0) traces.unshift(traceOf(UNGROUPED, `in none: ${ungrouped}`));
  return figure(traces, {
    title: escapeHtml(title),
    subtitle: `${countOf(drawn.length, labels.length)} people${explained(shares)}`,
    x: "the direction in which people differ most",
    y: "the direction in which they differ second most",
    layout: {
      height: 520,
      hovermode: "closest",
      showlegend: traces.length <= mostInLegend,
      annotations: Array.from({ length: count <= mostInLegend ? count : 0 }, (_, group) =>
        numberAt(group, middle(places, labels, group)),
      ),
    },
  });
}

function countOf(drawn: number, all: number): string {
  const [some, whole] = [drawn, all].map((count) => count.toLocaleString("en-US"));
  return drawn < all ? `${some} of ${whole}` : `${whole}`;
}

/** The share of the variance that the two components explain; empty where there is none. */
function explained([first, second]: Float64Array): string {
  const share = first! + second!;
  return Number.isNaN(share) ? "" : `; the map shows ${Math.round(100 * share)} % of what they differ in`;
}

function middle(places: Float64Array, labels: Int32Array, group: number): [number, number] {
  let [x, y, count] = [0, 0, 0];
  for (const [user, label] of labels.entries()) {
    if (label !== group) continue;
    x += places[2 * user];
    y += places[2 * user + 1];
    count++;
  }
  return [x / count, y / count];
}

function numberAt(group: number, [x, y]: [number, number]) {
  return {
    text: String(group),
    x: rounded(x, { decimals: 3 }),
    y: rounded(y, { decimals: 3 }),
    showarrow: false,
    bgcolor: "rgba(255, 255, 255, 0.6)",
    borderpad: 1,
    font: { size: 14 },
  };
}
