import { afterEach, beforeEach, expect, test } from "vitest";
import { guess } from "../../src/notebook/guess.js";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { reveal } from "../../src/notebook/reveal.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost();
});
afterEach(() => useHost());
const said = () => host.shown.at(-1)?.text;

test("reveal shows what is true and how far off the guess was", () => {
  guess("guess 4", 1000);
  reveal("guess 4", 3446);
  expect(said()).toBe("guess 4: it is 3,446; you guessed 1,000: too low by a factor of 3.4.");
});

test("without a guess it says what is true all the same", () => {
  reveal("guess 5", "Heat (1995)");
  expect(said()).toMatch(/^guess 5: it is Heat \(1995\)\. You have not guessed; a guess before you look /);
});

test("titles are shown as text", () => {
  reveal("guess 6", "<b>");
  expect(host.shown.at(-1)?.html).not.toContain("<b>");
});
