import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Player } from "../../../../lab/sliders/form/player.js";

let taken: number[];
let playing: boolean[];
let finish: (() => void) | undefined;
let player: Player;

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  playing = [];
  player = new Player({
    values: () => [1, 2, 3],
    step: (value) => {
      taken.push(value);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    onPlaying: (isPlaying) => playing.push(isPlaying),
  });
});

afterEach(() => vi.useRealTimers());

test("waits for each value to be done and to be seen", async () => {
  player.toggle();
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken).toEqual([1]);
  finish?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual([1, 2]);
  finish?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(taken).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(50);
  expect(taken).toEqual([1, 2, 3]);
  finish?.();
  await vi.advanceTimersByTimeAsync(150);
  expect(playing).toEqual([false, true, false]);
});

test("a pause ends it, and the next play begins with its own values", async () => {
  player.toggle();
  player.toggle();
  finish?.();
  await vi.advanceTimersByTimeAsync(500);
  expect(taken).toEqual([1]);
  player.toggle();
  expect(taken).toEqual([1, 1]);
  player.pause();
  player.pause();
  expect(playing).toEqual([false, true, false, true, false]);
});
