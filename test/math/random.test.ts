import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random, type RandomGenerator, random } from "../../src/math/random.js";
import { mean, standardDeviation } from "../../src/math/statistics.js";
import golden from "../golden/numpy-random-state.json" with { type: "json" };

const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test.each([1, 2, 3, 5000, 2 ** 31])("fillBelow(%d) draws what as many calls of below draw", (bound) => {
  const places = new Int32Array(1000).fill(-1);
  const [filled, called] = [random({ seed: 3 }), random({ seed: 3 })];
  filled.fillBelow(bound, places);
  expect([...places]).toEqual(times(1000, () => called.below(bound)));
  expect(filled.uniform()).toBe(called.uniform());
});

describe.each(golden.seeds)("numpy's RandomState($seed)", (numpy) => {
  const state = () => random({ seed: numpy.seed, generator: "numpy" });

  test("draws the same uniform numbers", () => {
    const { random_sample: ends } = numpy;
    const drawn = state();
    const all = times(1000, () => drawn.uniform());
    expect([...all.slice(0, 5), ...all.slice(-5)]).toEqual(ends);
  });

  test("draws the same whole numbers below any bound, one of more than 32 bits too", () => {
    const drawn = state();
    for (const [bound, numbers] of numpy.randint as [number, number[]][]) {
      expect(
        times(5, () => drawn.below(bound)),
        `below ${bound}`,
      ).toEqual(numbers);
    }
  });

  test("shuffles and permutes alike", () => {
    const values = Array.from({ length: 20 }, (_, index) => index);
    expect(state().shuffle(values)).toEqual(numpy.shuffle);
    expect([...state().permutation(10)]).toEqual(numpy.permutation);
    const bytes = state().permutation(100_000);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      numpy["shuffle of 100000, SHA-256 of int32"],
    );
  });

  test("draws the same normal numbers, up to the last bits of the machine's logarithm", () => {
    const drawn = state();
    for (const wanted of numpy.normal) expect(Math.abs(drawn.normal() / wanted - 1)).toBeLessThan(1e-15);
  });

  test("keeps its second normal number while it draws others", () => {
    const drawn = state();
    const mixed = [
      drawn.normal(),
      drawn.below(100),
      drawn.normal(),
      drawn.uniform(),
      [...drawn.permutation(5)],
    ];
    for (const [place, wanted] of numpy.mixed.entries()) {
      if (place === 0 || place === 2) expect(Number(mixed[place]) / Number(wanted)).toBeCloseTo(1, 14);
      else expect(mixed[place]).toEqual(wanted);
    }
  });
});

describe.each<RandomGenerator>(["reelbook", "numpy"])("generator %s", (generator) => {
  test("draws the same from the same seed, and other numbers from another", () => {
    const draw = (seed: number) => {
      const drawn = random({ seed, generator });
      return times(20, () => drawn.uniform());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test("draws evenly: uniform numbers by mean and spread, whole ones by chi-square", () => {
    const drawn = random({ seed: 3, generator });
    const uniform = times(20_000, () => drawn.uniform());
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(standardDeviation(uniform) - Math.sqrt(1 / 12))).toBeLessThan(0.005);
    expect(uniform.every((value) => value >= 0 && value < 1)).toBe(true);

    const counts = new Float64Array(10);
    for (const value of times(20_000, () => drawn.below(10))) counts[value]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(27.9); // nine degrees of freedom, p = 0.001
  });

  test("normal numbers have mean 0 and deviation 1, and tails", () => {
    const drawn = random({ seed: 3, generator });
    const normal = times(20_000, () => drawn.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(Math.abs(standardDeviation(normal) - 1)).toBeLessThan(0.03);
    const outside = normal.filter((value) => Math.abs(value) > 1.96).length / normal.length;
    expect(Math.abs(outside - 0.05)).toBeLessThan(0.006);
  });

  test("each order of three comes as often as the others", () => {
    const drawn = random({ seed: 3, generator });
    const counts = new Map<string, number>();
    for (const order of times(6000, () => drawn.permutation(3).join(""))) {
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

test("the library's own numbers stay as they are", () => {
  const drawn = random({ seed: 42 });
  expect(drawn.uniform()).toBe(0.29439390788555);
  expect(times(5, () => drawn.below(100))).toEqual([67, 50, 79, 29, 87]);
});

test("a shuffle loses and doubles nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
      const shuffled = random({ seed }).shuffle([...values]);
      expect(shuffled.sort((a, b) => a - b)).toEqual([...values].sort((a, b) => a - b));
    }),
  );
});

test("a bound is never reached, and no word outside it is bent into it", () => {
  const words = [7, 6, 5, 4];
  const drawn = new Random({ next: () => words.shift() ?? 0 });
  expect(drawn.below(6)).toBe(5);
  expect(drawn.below(1)).toBe(0);
  expect(words).toEqual([4]);
});

test("what is no seed, generator or bound is named", () => {
  for (const seed of [-1, 1.5, 2 ** 32, Number.NaN]) {
    expect(() => random({ seed })).toThrow(
      new RangeError(`seed: ${seed} is not a whole number from 0 to 4294967295`),
    );
  }
  expect(() => random({ generator: "dice" as never })).toThrow(
    'generator: "dice" is neither "reelbook" nor "numpy"',
  );
  for (const bound of [0, -3, 1.5, 2 ** 54, Number.NaN]) {
    expect(() => random().below(bound)).toThrow(`bound: ${bound} is not a whole number`);
  }
});
