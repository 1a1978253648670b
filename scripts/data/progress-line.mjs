import { durationText, sizeText } from "./text.mjs";

const MILLISECONDS_BETWEEN_UPDATES = 100;
const BAR_WIDTH = 20;

/**
 * Shows the progress of a download: in one line of a terminal that is rewritten; elsewhere only a
 * line at the end.
 *
 * @param {string} name
 * @param {number} bytes of the whole
 * @param {object} [options] for tests
 * @param {Pick<NodeJS.WriteStream, "isTTY" | "write">} [options.output]
 * @param {() => number} [options.now] in milliseconds
 */
export function progressLine(name, bytes, { output = process.stdout, now = () => performance.now() } = {}) {
  const started = now();
  let done = 0;
  /** Bytes of earlier runs, which do not count for the speed. */
  let before = bytes;
  let shown = Number.NEGATIVE_INFINITY;
  const clear = output.isTTY ? "\r\x1b[K" : "";

  return {
    /** @param {number} bytesDone */
    update(bytesDone) {
      done = bytesDone;
      before = Math.min(before, done);
      if (!output.isTTY || now() - shown < MILLISECONDS_BETWEEN_UPDATES) return;
      shown = now();
      const seconds = (shown - started) / 1000;
      const secondsLeft = ((bytes - done) * seconds) / (done - before);
      const left = Number.isFinite(secondsLeft) ? `, ${durationText(secondsLeft)} left` : "";
      const filled = Math.round((BAR_WIDTH * done) / bytes);
      const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
      output.write(`\r${name} ${bar} ${sizeText(done)} of ${sizeText(bytes)}${left}\x1b[K`);
    },
    /** Prints a line above. @param {string} text */
    say(text) {
      output.write(`${clear}${text}\n`);
    },
    end() {
      const fetched = done - before;
      const time = durationText((now() - started) / 1000);
      output.write(clear + (fetched > 0 ? `${name}: ${sizeText(fetched)} downloaded in ${time}.\n` : ""));
    },
  };
}
