import { expect, test, vi } from "vitest";
import { progressBar } from "../../src/notebook/progress-bar.js";
import { shownProgress } from "./shown-progress.js";

const shown = shownProgress();

test("shows count, share, time used and time left", () => {
  const bar = progressBar("Fitting");
  vi.advanceTimersByTime(3000);
  bar({ done: 3, total: 12 });
  expect(shown.updates()).toEqual(["█████░░░░░░░░░░░░░░░ Fitting: 3 of 12 · 25 % · 3.0 s, about 9.0 s left"]);
  expect(shown.host.updates[0]?.html).toContain('<progress value="3" max="12"></progress> Fitting: 3 of 12');
});

test("updates at most ten times a second", () => {
  const bar = progressBar("Progress");
  for (let done = 1; done < 1000; done++) {
    vi.advanceTimersByTime(2);
    bar({ done, total: 1000 });
  }
  expect(shown.host.updates.length).toBeGreaterThan(15);
  expect(shown.host.updates.length).toBeLessThanOrEqual(20);
});

test("ends once, by itself, with the time it took", () => {
  const bar = progressBar("Fitting");
  vi.advanceTimersByTime(65_000);
  bar({ done: 1200, total: 1200 });
  bar.end();
  expect(shown.ends()).toEqual(["✓ Fitting: 1,200 of 1,200 in 1 min 05 s"]);
});

test("says where work stopped early", () => {
  const bar = progressBar("Fitting");
  bar({ done: 7, total: 20 });
  bar.end();
  expect(shown.ends()).toEqual(["Fitting: stopped at 7 of 20 after 0.0 s"]);
});

test("starts again for new work", () => {
  const bar = progressBar("Fitting");
  vi.advanceTimersByTime(1000);
  bar({ done: 2, total: 2 });
  vi.advanceTimersByTime(2000);
  bar({ done: 2, total: 2 });
  expect(shown.ends()).toEqual(["✓ Fitting: 2 of 2 in 1.0 s", "✓ Fitting: 2 of 2 in 2.0 s"]);
});

test("counts that are no numbers are shown as none, and never as HTML", () => {
  const bar = progressBar("Progress");
  const html = '10"><img src=x onerror=alert(1)>' as unknown as number;
  vi.advanceTimersByTime(1000);
  bar({ done: 1, total: html });
  vi.advanceTimersByTime(1000);
  bar({ done: html, total: 10 });
  bar.end();
  for (const { html } of [...shown.host.updates, ...shown.host.ends]) expect(html).not.toContain("<img");
  expect(shown.updates()[0]).toBe("Progress: 1 · 1.0 s");
});

test("shows HTML in its title as text", () => {
  const bar = progressBar("<b>");
  bar({ done: 0, total: 1 });
  bar({ done: 1, total: 1 });
  expect(shown.host.updates[0]?.html).not.toContain("<b>");
  expect(shown.host.ends[0]?.html).not.toContain("<b>");
});
