import { expect, test } from "vitest";
import { horizontalLine, verticalLine } from "../../../src/charts/parts/lines.js";
import { palette } from "../../../src/charts/parts/theme.js";

test("horizontalLine runs over the whole width at one height", () => {
  expect(horizontalLine(3)).toMatchObject({ xref: "paper", x0: 0, x1: 1, y0: 3, y1: 3 });
});

test("verticalLine runs over the whole height at one x", () => {
  expect(verticalLine(3)).toMatchObject({ yref: "paper", y0: 0, y1: 1, x0: 3, x1: 3 });
});

test.each([horizontalLine, verticalLine])(
  "%o is dashed, in the colour and width that are asked for",
  (line) => {
    expect(line(1, { color: palette.pink, width: 7 }).line).toEqual({
      color: palette.pink,
      dash: "dash",
      width: 7,
    });
  },
);
