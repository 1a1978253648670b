import { expect, test } from "vitest";
import { checkAnswers } from "../../bench/lib/measure.mjs";

const measured = (answer: Record<string, number>) => ({ seconds: 1, answer });

test("both sides must give the same answer, up to rounding", () => {
  const command = ["ours/parse.mjs", "file.csv"];
  expect(() => checkAnswers(measured({ sum: 1e6 }), measured({ sum: 1e6 + 1e-6 }), command)).not.toThrow();
  expect(() => checkAnswers(measured({ sum: 1 }), measured({ sum: 2 }), command)).toThrow(
    "bench/ours/parse.mjs file.csv: sum is 1, and 2 for the peer; one of them is wrong.",
  );
  expect(() => checkAnswers(measured({ sum: 1 }), { seconds: 1 }, command)).toThrow("sum is 1, and NaN");
  expect(() => checkAnswers(measured({ sum: 1 }), measured({ sum: 1.01 }), command, 0.02)).not.toThrow();
  expect(() => checkAnswers(measured({ sum: 1 }), measured({ sum: 1.03 }), command, 0.02)).toThrow(
    "sum is 1",
  );
});
