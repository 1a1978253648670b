import { expect, test } from "vitest";
import { renamed } from "../../src/settings/renamed.js";

test("renamed replaces old names and keeps values, other settings and their order", () => {
  const settings = renamed({ seed: 1, k: 3 }, { k: "neighbors" });
  expect(Object.entries(settings)).toEqual([
    ["seed", 1],
    ["neighbors", 3],
  ]);
});

test("a name of the prototype chain is not an old name", () => {
  expect(renamed({ toString: 1 }, {})).toEqual({ toString: 1 });
});
