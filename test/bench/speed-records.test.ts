import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Benchmark } from "../../bench/lib/benchmark.mjs";
import { readSpeedRecord } from "../../bench/lib/speed-records.mjs";
import { speedSection } from "../../bench/lib/speed-section.mjs";
import { summaryOf } from "../../bench/lib/summary.mjs";
import { root } from "../scripts/scratch-course.js";

const page = readFileSync(join(root, "docs", "benchmarks.md"), "utf8");
const namesIn = (folder: string, ending: string) =>
  readdirSync(join(root, "bench", folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending));
const benchmarks = namesIn("benchmarks", ".mjs");

/** Benchmarks without a peer, which keep what they measured as it is. */
const MEASURED_ALONE = { live: true, notebooks: true, serve: true };

interface Measured {
  readonly measured: { readonly median: number; readonly min: number; readonly max: number };
  readonly ours?: unknown;
  readonly peer?: unknown;
}

test("each benchmark has a record, and each record a benchmark", () => {
  expect(namesIn("records", ".json")).toEqual(benchmarks);
});

describe.each(benchmarks)("the record of %s", (name) => {
  const record = readSpeedRecord(name)!;

  test("gives its section of the page", async () => {
    const { benchmark }: { benchmark: Benchmark } = await import(`../../bench/benchmarks/${name}.mjs`);
    const section = `<!-- ${name} -->\n\n${speedSection(benchmark, record)}\n\n<!-- /${name} -->`;
    expect(page).toContain(section);
  });

  if (name in MEASURED_ALONE) {
    test("has what was measured, and no runs of peers", () => {
      for (const { measured, ours, peer } of record.results as unknown as Measured[]) {
        expect([ours, peer]).toEqual([undefined, undefined]);
        expect(measured.min).toBeGreaterThan(0);
        expect(measured.median).toBeGreaterThanOrEqual(measured.min);
        expect(measured.max).toBeGreaterThanOrEqual(measured.median);
      }
      expect(record.load).toBeGreaterThanOrEqual(0);
    });
    return;
  }

  test("has the runs, or says where its numbers are from", () => {
    for (const { ours = [], summary, failure } of record.results) {
      expect([ours.length > 0, failure !== undefined, summary !== undefined].filter(Boolean)).toHaveLength(1);
    }
    expect(record.results.some(({ summary }) => summary)).toBe(record.source !== undefined);
    if (record.source === undefined) expect(record.load).toBeGreaterThanOrEqual(0);
  });

  test("calls no goal met if the peer is faster", () => {
    for (const result of record.results) {
      const row = speedRow(name, result.name);
      const ratio = summaryOf(result).seconds.ratio?.median ?? Number.NaN;
      if (row.endsWith(": met |")) expect(ratio, row).toBeLessThanOrEqual(1);
    }
  });
});

/** The row of the page that shows the times of a case. */
function speedRow(name: string, row: string): string {
  const section = page.split(`<!-- ${name} -->`)[1]!.split(`<!-- /${name} -->`)[0]!;
  return section.split("\n").find((line) => line.startsWith(`| ${row} |`))!;
}

test("a section shows the peer, the pairs, the day, the machine and its load", () => {
  const benchmark: Benchmark = { title: "Made up", about: "About it.", cases: async () => [] };
  const seconds = [{ seconds: 1 }, { seconds: 1 }];
  const run = { peer: "pandas 9", day: "2000-01-01", machine: "a machine", load: 3.1 };
  const results = [{ name: "case", goals: {}, ours: seconds, peer: seconds }];
  const text = speedSection(benchmark, { ...run, results });
  expect(text).toContain("## Made up\n\nAbout it. Peer: pandas 9; 2 pairs.\n\n|  | reelbook |");
  const busy = "2000-01-01, a machine. Other programs were running (load 3.1), so the seconds are too high.";
  expect(text.endsWith(busy)).toBe(true);
  expect(speedSection(benchmark, { ...run, load: 0, source: "From a page.", results })).toContain(
    "a machine. From a page.",
  );
});

test("a missed goal of time says why, and where the time goes; a met one does not", () => {
  const goals = { timeRatio: 0.5 };
  const run = { day: "2026-11-22", machine: "a machine", load: 0 };
  const about = { ifMissed: "It adds more.", profile: [{ name: "tile", share: 0.756 }], goals };
  const [slow, fast] = [1, 0.4].map((seconds) => ({
    ...about,
    name: `in ${seconds}`,
    ours: [{ seconds }],
    peer: [{ seconds: 1 }],
  }));
  const text = speedSection({ title: "Sums", about: "Sums." }, { ...run, results: [slow!, fast!] });
  expect(text).toContain("\n\n**Goals that are missed**");
  expect(text).toContain("\n\n- *in 1*: It adds more. Our time: `tile` 76 %.\n\n2026-11-22");
  expect(text).not.toContain("*in 0.4*");
  expect(speedSection({ title: "Sums", about: "Sums." }, { ...run, results: [fast!] })).not.toContain(
    "missed**",
  );
});
