import { describe, expect, test } from "vitest";
import { adviceItems, ownHtml, starsText } from "../../../pages/front/list-html.js";

const hostile = '<img src=x onerror="hacked()"> & "co" (1999)';
const reason = (title: string, part: number, rating = 5) => ({ title, rating, part });

function reasonsOf(...reasons: ReturnType<typeof reason>[]): string {
  const [html] = adviceItems({ isPersonal: true, advice: [{ itemId: 1, title: "A", fans: 2, reasons }] });
  return /<p class="reason">(.*?)<\/p>/.exec(html!)![1]!.replaceAll(/<\/?b>/g, "");
}

describe("reasons", () => {
  test("name the first, and the second where it counts nearly as much", () => {
    expect(reasonsOf(reason("Heat (1995)", 1))).toBe("because you gave Heat 5 stars");
    expect(reasonsOf(reason("Heat (1995)", 0.6), reason("Se7en", 0.4, 1))).toBe(
      "because you gave Heat 5 stars and Se7en 1 star",
    );
    expect(reasonsOf(reason("Heat (1995)", 0.7), reason("Se7en", 0.3))).toBe(
      "because you gave Heat 5 stars, among others",
    );
    expect(reasonsOf(reason("A", 0.4), reason("B", 0.3), reason("C", 0.3))).toBe(
      "because you gave A 5 stars and B 5 stars, among others",
    );
    expect(reasonsOf()).toBe("");
  });
});

test("titles are text, also in labels and reasons", () => {
  const html =
    ownHtml([{ itemId: 1, title: hostile, rating: 3 }]) +
    adviceItems({
      isPersonal: true,
      advice: [{ itemId: 1, title: hostile, fans: 1, reasons: [reason(hostile, 1)] }],
    });
  expect(html).not.toContain("<img");
  expect(html).not.toContain('onerror="');
  expect(html.match(/&#60;img src=x onerror=&#34;hacked\(\)&#34;&#62;/g)).toHaveLength(6);
});

test("five stars a movie, of which the given one is checked; each has a label", () => {
  const html = ownHtml([{ itemId: 7, title: "Heat (1995)", rating: 3 }]);
  expect(html.match(/type="radio"/g)).toHaveLength(5);
  expect(html.match(/value="(\d)" checked/)![1]).toBe("3");
  expect(html).toContain('<legend class="hidden">Your rating of Heat (1995)</legend>');
  expect(html).toContain('aria-label="Remove Heat (1995)"');
  expect(html).toContain(`<span class="hidden">${starsText(1)}</span>`);
  expect([starsText(1), starsText(4)]).toEqual(["1 star", "4 stars"]);
});
