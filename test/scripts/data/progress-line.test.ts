import { expect, test } from "vitest";
import { progressLine } from "../../../scripts/data/progress-line.mjs";

/** A progress line of 100 MB, and what it writes as the seconds go by. */
function watched({ isTTY }: { isTTY: boolean }) {
  const written: string[] = [];
  const clock = { seconds: 0 };
  const output = { isTTY, write: (text: string) => written.push(text) > 0 } as NodeJS.WriteStream;
  const line = progressLine("ml-25m", 100e6, { output, now: () => 1000 * clock.seconds });
  const at = (seconds: number, done: number) => {
    clock.seconds = seconds;
    line.update(done);
  };
  return { written, at, say: line.say, end: line.end };
}

test("a terminal sees a bar, the size and the time left in one line, and a last word", () => {
  const { written, at, end } = watched({ isTTY: true });
  at(0, 0);
  at(1, 25e6);
  at(3, 50e6);
  end();
  expect(written).toEqual([
    "\rml-25m ░░░░░░░░░░░░░░░░░░░░ 0 kB of 100 MB\x1b[K",
    "\rml-25m █████░░░░░░░░░░░░░░░ 25 MB of 100 MB, 3 s left\x1b[K",
    "\rml-25m ██████████░░░░░░░░░░ 50 MB of 100 MB, 3 s left\x1b[K",
    "\r\x1b[Kml-25m: 50 MB downloaded in 3 s.\n",
  ]);
});

test("a word in between stands above the line", () => {
  const { written, say } = watched({ isTTY: true });
  say("The line broke; the next attempt is in 1 s.");
  expect(written).toEqual(["\r\x1b[KThe line broke; the next attempt is in 1 s.\n"]);
});

test("it is not rewritten more than ten times a second", () => {
  const { written, at } = watched({ isTTY: true });
  for (let seconds = 0; seconds < 1; seconds += 0.01) at(seconds, 1e6 * seconds);
  expect(written.length).toBeLessThanOrEqual(10);
});

test("what an earlier run has brought does not count for the speed", () => {
  const { written, at } = watched({ isTTY: true });
  at(0, 80e6);
  at(10, 90e6);
  expect(written.at(-1)).toContain("90 MB of 100 MB, 10 s left");
});

test("a download that begins again from nothing counts from there", () => {
  const { written, at } = watched({ isTTY: true });
  at(0, 80e6);
  at(1, 0);
  at(100, 50e6);
  expect(written.at(-1)).toContain("50 MB of 100 MB, 1 min 40 s left");
});

test("elsewhere there is one line at the end, and none where nothing came", () => {
  const { written, at, end } = watched({ isTTY: false });
  at(0, 0);
  at(3725, 100e6);
  end();
  expect(written.join("")).toBe("ml-25m: 100 MB downloaded in 1 h 2 min.\n");
  const nothing = watched({ isTTY: false });
  nothing.end();
  expect(nothing.written.join("")).toBe("");
});
