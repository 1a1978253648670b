import { expect, test } from "vitest";
import type { Figure } from "../../src/charts/parts/figure.js";
import type { Ratings } from "../../src/ratings/ratings.js";
import { smallRatings } from "./small-ratings.js";

/** What holds for every figure. Its texts from data should have tags and `%{hostile}` in them. */
export function figureConformance(figureOf: (ratings: Ratings) => Figure): void {
  test("has a title and names both axes", () => {
    const { layout } = figureOf(smallRatings);
    expect(layout.title?.text).toMatch(/^.+<br><span/);
    expect(layout.xaxis?.title ?? layout.xaxis?.ticktext).toBeDefined();
    expect(layout.yaxis?.title ?? layout.yaxis?.ticktext).toBeDefined();
  });

  test("shows text from data as text: plotly finds no tag in it", () => {
    const text = JSON.stringify(figureOf(smallRatings));
    expect(text).not.toMatch(/<(?!\/?(br|span|extra))/);
    expect(text).not.toContain("%{hostile}");
  });

  test("has a name under the pointer for each point, because plotly shows one for all as a dash", () => {
    for (const trace of figureOf(smallRatings).data) {
      const { hovertemplate = "", text, customdata } = trace as Partial<Record<string, string | unknown[]>>;
      if (hovertemplate.includes("%{text}")) expect(Array.isArray(text)).toBe(true);
      if (hovertemplate.includes("%{customdata}")) expect(Array.isArray(customdata)).toBe(true);
    }
  });

  test("is plain JSON, without NaN", () => {
    const figure = figureOf(smallRatings);
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  test("shares nothing with another figure, so that plotly may change one", () => {
    const first = figureOf(smallRatings);
    const before = JSON.stringify(figureOf(smallRatings));
    Object.assign(first.layout.xaxis ?? {}, { gridcolor: "red" });
    Object.assign(first.layout.font ?? {}, { size: 99 });
    expect(JSON.stringify(figureOf(smallRatings))).toBe(before);
  });
}
