import { describe, expect, test } from "vitest";
import { judgeNumber } from "../../../src/notebook/judging/judge-number.js";

const share = { kind: "number", answer: 0.3014597961045658 } as const;
const similarity = { kind: "number", answer: 0.0566037735849 } as const;
const count = { kind: "number", answer: 3446 } as const;

describe("a number", () => {
  test.each([
    [share, 0.3014597961045658],
    [share, 0.30146],
    [share, 0.3015],
    [share, 0.301],
    [similarity, 0.0566],
    [{ kind: "number", answer: 5.60617 } as const, 5.606],
    [{ kind: "number", answer: -26.28 } as const, -26.3],
    [{ kind: "number", answer: 0.99996 } as const, 1],
    [count, 3446],
    [{ kind: "number", answer: 0 } as const, 0],
    [{ kind: "number", answer: 0.8775, digits: 2 } as const, 0.88],
    [{ kind: "number", answer: 100836, digits: 3 } as const, 101000],
  ])("%o is right as %d", (exercise, given) => {
    expect(judgeNumber(given, exercise)).toMatchObject({ right: true });
  });

  test.each([
    [share, 0.3016],
    [share, 0.30147],
    [similarity, 0.0576],
    [similarity, -0.0566],
    [count, 3445],
    [count, 3450],
    [{ kind: "number", answer: 0 } as const, 0.01],
    [{ kind: "number", answer: 1e-7 } as const, 0],
  ])("%o is not right as %d", (exercise, given) => {
    expect(judgeNumber(given, exercise)).toMatchObject({ right: false });
  });

  test("a rounded one is right, and the digits are shown", () => {
    expect(judgeNumber(0.0566, similarity)).toEqual({ right: true, said: "with more digits 0.0566038" });
    expect(judgeNumber(0.0566037735849, similarity)).toEqual({ right: true });
  });

  test.each([
    ["0.301", share, "without quotes"],
    ["30.1 %", share, "without quotes"],
    ["3,446", count, "without quotes"],
    ["many", count, "the answer is a number"],
    [[3446], count, "one number"],
    [30.1, share, "this is the percentage"],
    [30.14598, share, "this is the percentage"],
    [0.301, { kind: "number", answer: 30.14598, percent: true } as const, "this is the share"],
    [0.3, share, "give more digits, at least 3"],
    [0.05, similarity, "give more digits, at least 3"],
    [0.0566037735, { kind: "number", answer: 0.0566037735, digits: 12 } as const, undefined],
    [1.66, { kind: "number", answer: 5 / 3 } as const, "cut off rather than rounded"],
  ])("of %o for %o it is said what is wrong with the form", (given, exercise, said) => {
    const verdict = judgeNumber(given, exercise);
    expect(verdict).toEqual(
      said === undefined
        ? { right: true }
        : { right: false, formOnly: true, said: expect.stringContaining(said) },
    );
  });

  test.each([
    [0.30299, share, "within one per cent"],
    [12.5, count, "a whole number"],
    [Number.POSITIVE_INFINITY, count, "finite"],
    [12, count, undefined],
  ])("of %d for %o it is said what is noticed", (given, exercise, said) => {
    const verdict = judgeNumber(given, exercise);
    expect(verdict.formOnly).toBeUndefined();
    expect(verdict.said).toEqual(said === undefined ? undefined : expect.stringContaining(said));
  });

  test("a bigint counts as a number", () => {
    expect(judgeNumber(3446n, count)).toEqual({ right: true });
  });
});
