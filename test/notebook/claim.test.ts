import { afterEach, beforeEach, expect, test } from "vitest";
import { claim } from "../../src/notebook/claim.js";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost({ recording: true });
});
afterEach(() => useHost());

test("a claim that holds shows nothing, and is recorded", () => {
  claim("the busiest users are stricter", true);
  expect(host.shown).toEqual([]);
  expect(host.lines).toEqual(['{"claim":"the busiest users are stricter","holds":true}']);
});

test("a claim that does not hold is noted under the cell, and recorded", () => {
  claim("<b>many</b> movies are old", false);
  expect(host.shown[0]?.text).toBe(
    "With these data or parameters this does not hold: <b>many</b> movies are old.",
  );
  expect(host.shown[0]?.html).not.toContain("<b>");
  expect(host.lines).toEqual(['{"claim":"<b>many</b> movies are old","holds":false}']);
});

test("a sentence is claimed once while records are collected, and again by hand", () => {
  claim("once", true);
  expect(() => claim("once", true)).toThrow('claim "once" was already made in this run');
  useFakeHost();
  expect(() => claim("once", true)).not.toThrow();
});

test.each([undefined, Number.NaN, 1, "yes"])("%o is no condition", (condition) => {
  expect(() => claim("odd", condition as never)).toThrow("give it true or false");
});
