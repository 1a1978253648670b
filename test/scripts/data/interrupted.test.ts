// @module-tag long
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { isWindows } from "../../../scripts/lib/places.mjs";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { agree, large, outcome, setting } from "./small-data.js";
import { type Answer, sendPart } from "./zip-server.js";

/** Waits for a file of this size in the hidden folder where a run works. */
async function fileAtWork(to: string, name: RegExp, bytes: number): Promise<void> {
  for (;;) {
    const files = existsSync(to) ? readdirSync(to, { recursive: true, encoding: "utf8" }) : [];
    const file = files.find((path) => name.test(path));
    if (file && (statSync(join(to, file), { throwIfNoEntry: false })?.size ?? 0) >= bytes) return;
    await pause(1);
  }
}

/** A run that a signal ends as soon as a file at work has so many bytes. */
async function endedAt(
  { start, to }: Awaited<ReturnType<typeof setting>>,
  file: RegExp,
  bytes: number,
  signal: NodeJS.Signals,
) {
  const child = start("ml-100k", agree);
  const ended = outcome(child);
  await fileAtWork(to, file, bytes);
  child.kill(signal);
  return ended;
}

const half = Math.floor(large.length / 2);
/** The first answer comes to its middle and then no further. */
const stallsOnce: Answer = (request, response, attempt) => {
  if (attempt > 1) return sendPart(large)(request, response, attempt);
  response.writeHead(200, { "content-length": large.length }).write(large.subarray(0, half));
};

describe.skipIf(isWindows)("a run that is ended", () => {
  test("by kill -9 while downloading leaves nothing that loads, and the next goes on from there", async () => {
    const here = await setting(large, stallsOnce);
    expect((await endedAt(here, /zip$/, half, "SIGKILL")).code).toBe(null);
    await expect(loadDataset(here.place)).rejects.toThrow("there is no such folder");
    expect(await here.get()).toMatchObject({ code: 0 });
    expect(here.ranges).toEqual(["", `bytes=${half}-`]);
    expect((await loadDataset(here.place)).ratings.count).toBe(300_000);
    expect(here.there()).toEqual(["ml-100k"]);
  });

  test("by kill -9 while unpacking leaves nothing that loads, and the next downloads nothing", async () => {
    const here = await setting(large);
    await endedAt(here, /unpacked.u\.data$/, 1, "SIGKILL");
    await expect(loadDataset(here.place)).rejects.toThrow("there is no such folder");
    expect(await here.get()).toMatchObject({ code: 0 });
    expect(here.ranges).toEqual([""]);
    expect((await loadDataset(here.place)).ratings.count).toBe(300_000);
    expect(here.there()).toEqual(["ml-100k"]);
  });

  test("by kill -9 at any moment leaves the whole folder or none", { tags: "long" }, async () => {
    const here = await setting(large);
    for (let delay = 40; ; delay += 40) {
      const child = here.start("ml-100k", agree);
      const ended = outcome(child);
      await Promise.race([pause(delay), ended]);
      child.kill("SIGKILL");
      await ended;
      const visible = here.there().filter((name) => !name.startsWith("."));
      if (visible.length === 0) continue;
      expect((await loadDataset(here.place)).ratings.count).toBe(300_000);
      break;
    }
  });

  test("by Ctrl-C while downloading says so, exits with 130 and keeps what came", async () => {
    const here = await setting(large, stallsOnce);
    const { code, printed } = await endedAt(here, /zip$/, half, "SIGINT");
    expect(code).toBe(130);
    expect(printed).toMatch(/\nStopped; the same command goes on from here\.\n$/);
    expect(await here.get()).toMatchObject({ code: 0 });
    expect(here.ranges).toEqual(["", `bytes=${half}-`]);
    expect(here.there()).toEqual(["ml-100k"]);
  });

  test("by Ctrl-C while unpacking leaves the zip alone", async () => {
    const here = await setting(large);
    expect((await endedAt(here, /unpacked.u\.data$/, 1, "SIGINT")).code).toBe(130);
    expect(readdirSync(join(here.to, here.there()[0]!))).toEqual(["ml-100k.zip"]);
    expect(await here.get()).toMatchObject({ code: 0 });
    expect([here.ranges, here.there()]).toEqual([[""], ["ml-100k"]]);
  });
});

test("runs at the same time do not spoil each other", { tags: "long" }, async () => {
  const { get, place, there } = await setting(large);
  const outcomes = await Promise.all([get(), get(), get()]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect((await loadDataset(place)).ratings.count).toBe(300_000);
  expect(there()).toEqual(["ml-100k"]);
});
