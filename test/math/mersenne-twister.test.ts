import { expect, test } from "vitest";
import { MersenneTwister } from "../../src/math/mersenne-twister.js";

test("the ten thousandth word is the one that the C++ standard demands of mt19937", () => {
  const generator = new MersenneTwister(5489);
  expect(generator.next()).toBe(3499211612);
  for (let drawn = 2; drawn < 10_000; drawn++) generator.next();
  expect(generator.next()).toBe(4123659995);
});
