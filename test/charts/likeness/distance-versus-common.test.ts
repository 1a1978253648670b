import { expect, test } from "vitest";
import { distanceVersusCommon } from "../../../src/charts/likeness/distance-versus-common.js";
import { palette } from "../../../src/charts/parts/theme.js";

const people = [
  { userId: "<i>", similarity: 0.5, common: 1, distance: 1 },
  { userId: 7, similarity: 0.25, common: 9, distance: 3 },
  { userId: 8, similarity: 0.1, common: 100, distance: 9 },
];

function parts(figure: ReturnType<typeof distanceVersusCommon>) {
  const data = figure.data as unknown as { x: number[]; y: number[]; text: string[] }[];
  return { data, title: figure.layout.title?.text };
}

test("each user is at the movies in common and the distance", () => {
  const { data, title } = parts(distanceVersusCommon(people, { of: "you & me" }));
  expect(data[0]).toMatchObject({
    x: [1, 9, 100],
    y: [1, 3, 9],
    text: ["user &#60;i&#62;", "user 7", "user 8"],
    marker: { color: palette.blue },
  });
  expect(title).toContain("you &#38; me");
  expect(title).toContain("3 people; dashed: 1.00 stars apart on every movie");
});

test("the dashed line is an equal difference on every movie: times √common, or flat per movie", () => {
  const [, sums] = parts(distanceVersusCommon(people)).data;
  expect([sums?.x[0], sums?.x.at(-1)]).toEqual([1, 100]);
  for (const [step, common] of sums!.x.entries()) expect(sums!.y[step]).toBeCloseTo(Math.sqrt(common), 2);
  const [, flat] = parts(distanceVersusCommon(people, { perMovie: true })).data;
  expect(new Set(flat?.y)).toEqual(new Set([3]));
});

test("marked users have a colour of their own, which the subtitle names", () => {
  const marked = { name: "the <nearest>", has: ({ userId }: { userId: unknown }) => userId === 7 };
  const { data, title } = parts(distanceVersusCommon(people, { marked }));
  expect(data[0]).toMatchObject({ x: [1, 100] });
  expect(data[2]).toMatchObject({ x: [9], marker: { color: palette.orange } });
  expect(title).toContain("the &#60;nearest&#62;</span>");
});

test("marked users at one place are one dot, and the subtitle says how many dots there are", () => {
  const twins = [people[0]!, { ...people[0]!, userId: 9 }, people[2]!];
  const marked = { name: "the nearest", has: ({ common }: { common: number }) => common === 1 };
  const { data, title } = parts(distanceVersusCommon(twins, { marked, perMovie: true }));
  expect(data[2]?.x).toEqual([1]);
  expect(title).toContain("the nearest in 1 dot</span>");
  expect(title).toContain("Distance per movie from one person");
});

test("no users, and a similarity without distances, are refused", () => {
  expect(() => distanceVersusCommon([])).toThrow("ask for fewer movies in common");
  expect(() => distanceVersusCommon([{ userId: 1, similarity: 1, common: 2 }])).toThrow(
    'compare them by "euclidean" or "rmsd"',
  );
});

test("one user at distance 0 can be drawn", () => {
  const alone = [{ userId: 1, similarity: 1, common: 5, distance: 0 }];
  expect(JSON.stringify(distanceVersusCommon(alone))).not.toMatch(/null|NaN/);
  expect(parts(distanceVersusCommon(alone)).title).toContain("1 person;");
});
