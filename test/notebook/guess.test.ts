import { afterEach, beforeEach, expect, test } from "vitest";
import { guessOf } from "../../src/notebook/exercises/guesses.js";
import { guess } from "../../src/notebook/guess.js";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost();
});
afterEach(() => useHost());

test("guess keeps a guess and shows it", () => {
  guess("guess 1", 12000);
  expect(host.shown[0]?.text).toBe("✓ guess 1: you guess 12,000");
  expect(guessOf("guess 1")).toBe(12000);
  guess("guess 1", "Heat");
  expect(guessOf("guess 1")).toBe("Heat");
});

test.each(["?", Number.NaN, ""])("%o is no guess, and takes an earlier one back", (value) => {
  guess("guess 2", 5);
  guess("guess 2", value);
  expect(host.shown[1]?.text).toBe("○ guess 2: not guessed yet; write your guess, and run the cell");
  expect(guessOf("guess 2")).toBeUndefined();
});

test("anything else is an error", () => {
  expect(() => guess("guess 3", true as never)).toThrow('guess "guess 3" is true; guess a number or a text');
});
