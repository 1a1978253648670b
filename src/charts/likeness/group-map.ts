import type { Data } from "plotly.js";
import { principalComponents } from "../../math/principal-components.js";
import type { UserGroups } from "../../models/groups/user-groups.js";
import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { seriesColor, seriesColors } from "../parts/legend.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** What {@link groupMap} says. */
export interface GroupMapOptions {
  /** What is shown. @default "People by taste, in their groups" */
  readonly title?: string;
}

/** Once the colours are used up, they come again in another form. */
const symbols = ["circle", "diamond", "square", "triangle-up", "cross"];
const mostDrawn = 2000;
const mostInLegend = 16;

/**
 * People as dots, near each other where their vectors are, in the colours of their groups: the two directions in which the vectors
 * differ most, of however many there are. Each group has its number at the middle of its people; people in no group are grey. Of
 * more than 2,000 people, as many evenly chosen ones are drawn. O(users × width² + width³).
 *
 * @throws RangeError where there are no people.
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
    throw new RangeError("groupMap has no people to show; look at the groups they come from");
  const { places, shares } = principalComponents(vectors.values, vectors.width);
  const step = Math.ceil(labels.length / mostDrawn);
  const drawn = Array.from(labels.keys()).filter((user) => user % step === 0);
  const traceOf = (group: number, name: string): Data => {
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
  if (ungrouped > 0) traces.unshift(traceOf(-1, `in none: ${ungrouped}`));
  return figure(traces, {
    title: escapeHtml(title),
    subtitle: `${drawnOf(drawn.length, labels.length)} people${seen(shares)}`,
    x: "the direction in which people differ most",
    y: "the next one",
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

function drawnOf(drawn: number, all: number): string {
  const [some, whole] = [drawn, all].map((count) => count.toLocaleString("en-US"));
  return drawn < all ? `${some} of ${whole}` : `${whole}`;
}

/** How much of all that people differ in lies in the plane of the map; nothing where they do not differ. */
function seen([first, second]: Float64Array): string {
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
    bgcolor: "rgba(255, 255, 255, 0.85)",
    borderpad: 2,
    font: { size: 16 },
  };
}
