import { describe, expect, test } from "vitest";
import { groupMap } from "../../../src/charts/likeness/group-map.js";
import { palette } from "../../../src/charts/parts/theme.js";
import { groupUsers } from "../../../src/models/groups/group-users.js";
import { UserGroups } from "../../../src/models/groups/user-groups.js";
import { type Id, IdIndex } from "../../../src/ratings/id-index.js";

/** Users at points of a plane. */
function inPlane(
  points: readonly (readonly [number, number])[],
  ids: readonly Id[] = points.map((_, k) => k),
) {
  return { users: IdIndex.from(ids), width: 2, values: Float64Array.from(points.flat()) };
}

const corners = inPlane(
  [
    [0, 0],
    [0, 1],
    [9, 0],
    [9, 1],
    [4.5, 9],
  ],
  ["<b>ann</b>", 2, 3, 4, 5],
);

describe("groupMap", () => {
  test("draws each group in its colour, with its number at its mean, and users in none grey", () => {
    const groups = groupUsers(corners, { method: "dbscan", radius: 1.5, minUsers: 2 });
    const { data, layout } = groupMap(groups);
    expect(data.map(({ name }) => name)).toEqual(["in none: 1", "group 0: 2", "group 1: 2"]);
    const [none, first, second] = data as {
      x: number[];
      y: number[];
      text: string[];
      marker: { color: string };
    }[];
    expect(none!.marker.color).toBe(palette.grey);
    expect(first!.marker.color).not.toBe(second!.marker.color);
    // The mean of all is at the origin; along x they differ most.
    expect([...first!.x, ...second!.x].map(Math.abs)).toEqual([4.5, 4.5, 4.5, 4.5]);
    expect(layout.annotations?.map(({ text, x, y }) => [text, x, y])).toEqual([
      ["0", first!.x[0], expect.closeTo((first!.y[0]! + first!.y[1]!) / 2, 3)],
      ["1", second!.x[0], expect.closeTo((second!.y[0]! + second!.y[1]!) / 2, 3)],
    ]);
    expect(first!.text[0]).toBe("user &#60;b&#62;ann&#60;/b&#62;");
    expect(layout.title?.text).toContain("5 people; the map shows 100 % of what they differ in");
  });

  test("says what it shows, escapes its title, and names both axes", () => {
    const { layout } = groupMap(groupUsers(corners, { groups: 2 }), { title: "<img>" });
    expect(layout.title?.text).toContain("&#60;img&#62;");
    expect(layout.xaxis?.title).toMatchObject({ text: "the direction in which people differ most" });
    expect(layout.yaxis?.title).toMatchObject({ text: "the direction in which they differ second most" });
  });

  test("draws at most 2,000 of many users, in different colours and symbols, without a legend", () => {
    const count = 4500;
    const points = Array.from({ length: count }, (_, k) => [k % 67, k % 31] as const);
    const groups = new UserGroups(
      inPlane(points),
      Int32Array.from({ length: count }, (_, k) => k % 20),
    );
    const figure = groupMap(groups);
    const markers = figure.data.map(
      (trace) => (trace as { marker: { color: string; symbol: string } }).marker,
    );
    expect(new Set(markers.map(({ color, symbol }) => color + symbol)).size).toBe(20);
    expect(figure.data.flatMap((trace) => [...(trace as { x: number[] }).x])).toHaveLength(1500);
    expect(figure.layout.title?.text).toContain("1,500 of 4,500 people");
    expect([figure.layout.showlegend, figure.layout.annotations]).toEqual([false, []]);
    const json = JSON.stringify(figure);
    expect(JSON.parse(json)).toEqual(figure);
    expect(json.length).toBeLessThan(200_000);
  });

  test("draws one user and equal users, and refuses none", () => {
    const one = groupMap(groupUsers(inPlane([[1, 2]]), { groups: 1 }));
    expect(one.data[0]).toMatchObject({ x: [0], y: [0] });
    expect(one.layout.title?.text).not.toContain("NaN");
    const nobody = new UserGroups(
      { users: IdIndex.from([]), width: 2, values: new Float64Array() },
      new Int32Array(),
    );
    expect(() => groupMap(nobody)).toThrow("groupMap has no users to show");
  });
});
