import { expect, test } from "vitest";
import { easeWeights } from "../../src/reference/ease.js";

test("gives the weights that are worked out on paper", () => {
  // XᵀX + 1 × I = (3 1; 1 3), its inverse (3 −1; −1 3) / 8: the weight 1/3 both ways.
  const weights = easeWeights(
    [
      [1, 1],
      [1, 0],
      [0, 1],
    ],
    1,
  );
  for (const [i, row] of weights.entries())
    for (const [j, weight] of row.entries()) expect(weight).toBeCloseTo(i === j ? 0 : 1 / 3, 15);
});

test("no change of a weight lowers the squared error with its penalty", () => {
  const table = [
    [1, 2, 0, 1],
    [0, 1, 1, 0],
    [3, 0, 1, 1],
    [1, 1, 0, 0],
    [0, 0, 2, 1],
  ];
  const weights = easeWeights(table, 0.7);
  const cost = (target: number) => {
    let total = 0;
    for (const row of table)
      total += row.reduce((left, value, i) => left - value * weights[i]![target]!, row[target]!) ** 2;
    for (const row of weights) total += 0.7 * row[target]! ** 2;
    return total;
  };
  for (const [from, row] of weights.entries()) {
    for (const target of row.keys()) {
      if (from === target) continue;
      const least = cost(target);
      for (const step of [-0.01, 0.01]) {
        row[target]! += step;
        expect(cost(target)).toBeGreaterThan(least);
        row[target]! -= step;
      }
    }
  }
});
