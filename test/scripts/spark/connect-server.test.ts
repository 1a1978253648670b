import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAlive } from "../../../scripts/lib/is-alive.mjs";
import { isWindows } from "../../../scripts/lib/places.mjs";
import { startTrouble, stopServer } from "../../../scripts/spark/connect-server.mjs";
import { scratchFolder } from "../scratch-course.js";

describe("a server that does not start", () => {
  test.each([
    ["java.net.BindException: Address already in use", "Port 15002 is taken; give another one as --port"],
    ["java.lang.UnsupportedClassVersionError: org/apache", "Java is too old for Spark"],
    ["java.lang.OutOfMemoryError: Java heap space", "give more as --memory"],
    ["something else", "something else\nSpark's server did not start"],
  ])("for the reason %s says what to do", (log, message) => {
    expect(startTrouble(log, 15002)).toContain(message);
  });
});

test.skipIf(isWindows)("stop ends the process, and removes its temporary files", async () => {
  const folder = scratchFolder({ "server.log": "…" });
  const child = spawn("sleep", ["60"]);
  const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  await stopServer({ pid: child.pid ?? 0, folder });
  expect(await ended).toBe("SIGTERM");
  expect(isAlive(child.pid ?? 0)).toBe(false);
  expect(existsSync(folder)).toBe(false);
});
