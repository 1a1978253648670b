import { expect, test } from "vitest";
import { SmallFastCounter } from "../../src/math/small-fast-counter.js";

// A C program of PractRand's sfc32, compiled with gcc 12: seed(Uint64), then five times raw32().
test.each([
  [0, [1363572419, 145230303, 808754475, 4216505632, 947923937]],
  [1, [2012149540, 1872316204, 1707632675, 1779833415, 2026416846]],
  [42, [1264412219, 1947509147, 3919439299, 1251167922, 656401615]],
  [2 ** 32 - 1, [1984736529, 3747275468, 1287205723, 2021412065, 2215341480]],
])("seed %i gives the words that PractRand's gives", (seed, words) => {
  const generator = new SmallFastCounter(seed);
  expect(words.map(() => generator.next())).toEqual(words);
});
