import { describe, expect, test } from "vitest";
import { SideFeatures, type SideRow } from "../../../src/models/content/side-features.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { tableOf } from "../../sparse/matrices.js";

const features = SideFeatures.from([
  { id: 7, age: 20, job: "artist", genres: ["Drama", "Comedy"] },
  { id: "8", age: 40, job: undefined, genres: ["Comedy"] },
  { id: 9, job: "writer", member: true, genres: [] },
]);

describe("SideFeatures", () => {
  test("are numbers, categories and sets, with a column for each category", () => {
    expect(features.groups).toEqual([
      { name: "age", kind: "number", labels: ["age"] },
      { name: "job", kind: "category", labels: ["artist", "writer"] },
      { name: "genres", kind: "set", labels: ["Drama", "Comedy"] },
      { name: "member", kind: "category", labels: ["true"] },
    ]);
  });

  test("have the columns of each id by hand, and none for an unknown one", () => {
    const x = 1 / Math.sqrt(2);
    // Ages 20 and 40: mean 30, standard deviation 10.
    expect(tableOf(features.rowsFor(IdIndex.from([9, 5, 7, "8", 8])))).toEqual([
      [0, 0, 1, 0, 0, 1],
      [0, 0, 0, 0, 0, 0],
      [-1, 1, 0, x, x, 0],
      [1, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  test("a number that is the same for all tells nothing", () => {
    const same = SideFeatures.from([
      { id: 1, age: 30 },
      { id: 2, age: 30 },
    ]);
    expect(tableOf(same.rowsFor(same.ids))).toEqual([[0], [0]]);
  });

  test("of nothing have no columns", () => {
    const none = SideFeatures.from([]);
    expect(none.groups).toEqual([]);
    expect(tableOf(none.rowsFor(IdIndex.from([1])))).toEqual([[]]);
  });

  test.each<[SideRow[], string]>([
    [
      [{ id: 1, age: Number.NaN }],
      "age of id 1 is NaN, which is not a finite number; leave it out if it is unknown",
    ],
    [[{ id: "a", age: Infinity }], 'age of id "a" is Infinity'],
    [[{ id: 1 }, { id: 2 }, { id: 1 }], "id 1 comes twice; keep one of the two rows"],
    [
      [
        { id: 1, age: 3 },
        { id: 2, age: "old" },
      ],
      "age of id 2 is a category, and that of others a number; give all of one kind",
    ],
    [[{ id: 1, when: new Date(0) as unknown as string }], "when of id 1 is an object (Date); give a number"],
    [
      [{ id: 1, genres: [1] as unknown as string[] }],
      "genres of id 1 is [1]; give a number, a text or a list of texts",
    ],
    [
      [{ id: 1, age: null as unknown as number }],
      "age of id 1 is null; give a number, a text or a list of texts, or leave it out if unknown",
    ],
    [
      [{ id: 1 }, { isbn: 2 } as unknown as { id: number }],
      'row 1 has no id; name the column of ids "id", as { id: isbn, ...facts }',
    ],
    [[{ id: null as unknown as number }], "row 0 has no id"],
    [[null as unknown as { id: number }], "row 0 has no id"],
  ])("refuse %j", (rows, message) => {
    expect(() => SideFeatures.from(rows)).toThrow(message);
  });
});
