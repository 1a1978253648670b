import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { startNormal } from "../../../src/models/factors/start-factors.js";

test("draws normal numbers in order, times the standard deviation", () => {
  const draws = random({ seed: 3 });
  const expected = [draws.normal(), draws.normal(), draws.normal()].map((value) => 0.1 * value);
  const generated = random({ seed: 3 });
  expect([...startNormal(generated, 2, 0.1), ...startNormal(generated, 1, 0.1)]).toEqual(expected);
  expect(startNormal(generated, 0, 0.1).length).toBe(0);
});
