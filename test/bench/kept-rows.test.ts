import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepRow, keptRow, readKept } from "../../bench/leaderboard/kept-rows.mjs";

const row = {
  model: "M",
  settings: [{ factors: 2 }],
  seconds: 1,
  answer: { rmse: 0.9 },
  perUser: { rmse: [1, 2] },
};

test("measured rows of a table are kept by name, and read again", () => {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-kept-"));
  try {
    expect(readKept("u1", folder)).toEqual({});
    keepRow("u1", "One", row, folder);
    keepRow("u1", "Two", { ...row, seconds: 2 }, folder);
    expect(readKept("u1", folder)).toEqual({ One: row, Two: { ...row, seconds: 2 } });
    expect(readKept("table-46", folder)).toEqual({});
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a kept row counts while it has the settings, and the recorded measures", () => {
  const { model, settings } = row;
  expect(keptRow(undefined, row, 1e-6)).toBeUndefined();
  expect(keptRow(row, { model, settings }, 1e-6)).toBe(row);
  expect(keptRow(row, { model, settings, answer: { rmse: 0.9000005 } }, 1e-6)).toBe(row);
  expect(keptRow(row, { model, settings, answer: { rmse: 0.901 } }, 1e-6)).toBeUndefined();
  expect(keptRow(row, { model, settings: [{ factors: 3 }] }, 1e-6)).toBeUndefined();
  expect(keptRow(row, { model: "N", settings }, 1e-6)).toBeUndefined();
});
