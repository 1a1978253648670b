import type { Progress } from "../task/report-progress.js";
import { escapeHtml } from "../text/escape-html.js";
import { currentHost } from "./hosts/current-host.js";
import type { Content } from "./hosts/host.js";
import { formatDuration } from "./tables/format-duration.js";
import { line } from "./tables/line.js";

/** Shows the progress it is called with; ends when all is done. */
export interface ProgressBar {
  (progress: Progress): void;
  /** Ends the bar if the work stops early: shows how much was done and how long it took. */
  end(): void;
}

const secondsBetweenUpdates = 0.1;
const textWidth = 20;

/**
 * A bar that updates in place, at most ten times a second, with the count, the share, the elapsed
 * and the remaining time. At the end, one line with the duration remains. Called again after that,
 * it starts again.
 */
export function progressBar(title: string): ProgressBar {
  const display = currentHost().display();
  let latest: Progress = { done: 0, total: Number.NaN };
  let ended = false;
  let started = now();
  let shown = Number.NEGATIVE_INFINITY;

  const end = () => {
    if (ended) return;
    ended = true;
    display.end(line(lastWords(title, latest, now() - started)));
    started = now();
  };
  const update = ({ done, total }: Progress) => {
    // A caller without types may pass texts, which must not get into an HTML attribute.
    const progress = { done: Number(done), total: Number(total ?? Number.NaN) };
    latest = progress;
    ended = false;
    if (progress.done >= progress.total) return end();
    if (now() - shown < secondsBetweenUpdates) return;
    shown = now();
    display.update(running(title, progress, shown - started));
  };
  return Object.assign(update, { end });
}

function now(): number {
  return performance.now() / 1000;
}

/** An unknown total is NaN. */
function running(title: string, { done, total }: Progress, seconds: number): Content {
  const share = done / total;
  const left = done > 0 ? `, about ${formatDuration((seconds / share) * (1 - share))} left` : "";
  const known = ` of ${format(total)} · ${Math.floor(100 * share)} % · ${formatDuration(seconds)}${left}`;
  const words = `${title}: ${format(done)}${Number.isNaN(total) ? ` · ${formatDuration(seconds)}` : known}`;
  if (Number.isNaN(total)) return line(words);
  const filled = Math.floor(textWidth * share);
  return {
    html: `<div><progress value="${done}" max="${total}"></progress> ${escapeHtml(words)}</div>`,
    text: `${"█".repeat(filled)}${"░".repeat(textWidth - filled)} ${words}`,
  };
}

function lastWords(title: string, { done, total }: Progress, seconds: number): string {
  const time = formatDuration(seconds);
  return done < total
    ? `${title}: stopped at ${format(done)} of ${format(total)} after ${time}`
    : `✓ ${title}: ${format(done)}${Number.isNaN(total) ? "" : ` of ${format(total)}`} in ${time}`;
}

function format(count: number): string {
  return count.toLocaleString("en-US");
}
