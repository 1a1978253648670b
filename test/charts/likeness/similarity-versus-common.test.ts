import { expect, test } from "vitest";
import { similarityVersusCommon } from "../../../src/charts/likeness/similarity-versus-common.js";
import { palette } from "../../../src/charts/parts/theme.js";
import { smallMovies } from "../small-ratings.js";

const similar = [
  { itemId: 2, similarity: 1, common: 2 },
  { itemId: 3, similarity: -0.25, common: 50 },
  { itemId: 4, similarity: 0.5, common: 400 },
];

test("similarityVersusCommon puts each movie at its common raters and its similarity", () => {
  const { data, layout } = similarityVersusCommon(similar, { of: "Alien & Co", movies: smallMovies });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    x: [2, 50, 400],
    y: [1, -0.25, 0.5],
    text: ["Heat (1995)", "Casino (1995)", "Ronin (1998)"],
  });
  expect(layout.title?.text).toContain("Alien &#38; Co");
});

test("it draws movies at one place as one dot and names three of them", () => {
  const many = [1, 2, 3, 4, 5].map((itemId) => ({ itemId, similarity: 1, common: 2 }));
  const { data } = similarityVersusCommon(many);
  expect(data[0]).toMatchObject({ x: [2], y: [1], text: ["item 1<br>item 2<br>item 3<br>and 2 others"] });
});

test("it draws the movies that are marked in a colour of their own, and says what they are", () => {
  const marked = { name: "the <famous>", has: ({ itemId }: { itemId: unknown }) => itemId === 3 };
  const { data, layout } = similarityVersusCommon(similar, { marked });
  expect(data[0]).toMatchObject({ x: [2, 400] });
  expect(data[1]).toMatchObject({ x: [50], marker: { color: palette.orange } });
  expect(layout.title?.text).toContain("the &#60;famous&#62;");
});

test("its lines of chance are ±1.96 / √(n − 1), at most 1, from two raters to the most there are", () => {
  const { data } = similarityVersusCommon(similar, { chance: true });
  const [, above, below] = data as { x: number[]; y: number[] }[];
  expect([above.x[0], above.y[0], below.y[0]]).toEqual([2, 1, -1]);
  expect(above.x.at(-1)).toBeGreaterThanOrEqual(400);
  for (const [place, count] of above.x.entries()) {
    expect(above.y[place]).toBeCloseTo(Math.min(1, 1.96 / Math.sqrt(count - 1)), 3);
    expect(below.y[place]).toBe(-above.y[place]);
  }
});

test("with chance it names the three movies that exceed it the most, the most similar first", () => {
  const clear = { itemId: 1, similarity: 0.4, common: 900 };
  const { layout } = similarityVersusCommon([...similar, clear], { chance: true, movies: smallMovies });
  expect(layout.annotations).toMatchObject([
    { text: "Heat (1995)", x: Math.log10(2), y: 1 },
    { text: "Ronin (1998)", x: Math.log10(400), y: 0.5 },
    { text: "&#60;img src=x onerror=alert(1)&#62; (1995)", x: Math.log10(900), y: 0.4 },
  ]);
});

test("the name of the dot farthest to the right is the lowest, and no two are at one height", () => {
  const equal = similar.map((each) => ({ ...each, common: 9 }));
  for (const some of [similar, equal]) {
    const { layout } = similarityVersusCommon(some, { chance: true });
    const names = layout.annotations as { x: number; ay: number }[];
    const byHeight = [...names].sort((a, b) => b.ay - a.ay);
    expect(byHeight.map(({ x }) => x)).toEqual(names.map(({ x }) => x).sort((a, b) => a - b));
    expect(new Set(names.map(({ ay }) => ay)).size).toBe(3);
  }
});

test("its axis starts at 0 where no similarity is negative", () => {
  const positive = similar.filter(({ similarity }) => similarity > 0);
  expect(similarityVersusCommon(positive).layout.yaxis?.range?.[0]).toBeCloseTo(0, 1);
  expect(similarityVersusCommon(similar).layout.yaxis?.range?.[0]).toBeLessThan(-1);
});

test("it refuses to draw no movies, and says what to do", () => {
  expect(() => similarityVersusCommon([])).toThrow("ask for fewer common raters");
});
