import { createRequire } from "node:module";
import { afterEach, expect, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { show } from "../../src/notebook/show.js";
import { useFakeHost } from "./hosts/fake-host.js";

const danfo = createRequire(import.meta.url)("danfojs-node");
const frame = new danfo.DataFrame([
  { movieId: 1, rating: 4 },
  { movieId: 193609, rating: 3.5 },
  { movieId: 3, rating: Number.NaN },
]);

afterEach(() => useHost());

function shown(table: unknown): string {
  const host = useFakeHost();
  show(table);
  return host.shown[0]?.text ?? "";
}

test("show takes a danfojs DataFrame", () => {
  expect(shown(frame)).toBe(
    "movieId  rating\n───────  ──────\n      1     4.0\n 193609     3.5\n      3       –",
  );
});

test("show names the rows of what describe gives", () => {
  expect(shown(frame.describe())).toMatch(/^ +movieId +rating\n/);
  expect(shown(frame.describe())).toMatch(/\ncount +3/);
});

test("show takes a danfojs Series", () => {
  expect(shown(frame.column("rating"))).toBe("rating\n──────\n   4.0\n   3.5\n     –");
});

test("show keeps the index of sorted rows", () => {
  expect(shown(frame.sortValues("movieId"))).toContain("\n2        3       –\n1   193609     3.5");
});
