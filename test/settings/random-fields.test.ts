import { expect, test } from "vitest";
import { random } from "../../src/math/random.js";
import { defineSettings } from "../../src/settings/define-settings.js";
import { RandomFields } from "../../src/settings/random-fields.js";

const settings = defineSettings({}, new RandomFields());

test("what the fields take, a generator can be made of", () => {
  for (const seed of [0, 2 ** 32 - 1])
    for (const generator of ["reelbook", "numpy"] as const)
      expect(random(settings.check("Toy", { seed, generator })).uniform()).toBeLessThan(1);
});

test.each([-1, 0.5, 2 ** 32])("seed %d is refused", (seed) => {
  expect(() => settings.check("Toy", { seed })).toThrow(
    `seed: ${seed} is not a whole number from 0 to 4294967295`,
  );
});
