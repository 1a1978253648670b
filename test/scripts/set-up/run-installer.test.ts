// @module-tag slow
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isAlive } from "../../../scripts/lib/is-alive.mjs";
import { runInstaller } from "../../../scripts/set-up/run-installer.mjs";
import { root } from "../scratch-course.js";

/**
 * Runs this code as an installer that says "answered" for an answer, and gives what a terminal
 * shows.
 */
async function installed(code: string, { isTTY = true, patience = 10_000 } = {}) {
  const written: string[] = [];
  const terminal = { isTTY, write: (text: string) => written.push(text) > 0 } as NodeJS.WriteStream;
  const progress = (output: string) => (output === "" ? "" : `${output.split("\n").length - 1} lines`);
  const installer = {
    command: process.execPath,
    args: ["-e", code],
    answered: /^answered$/m,
    patience,
    progress,
  };
  return { written, ...(await runInstaller(installer, { terminal, interval: 100 })) };
}

const ANSWER_SLOWLY = `
  console.log("answered");
  setTimeout(() => console.error("more"), 3500);
  setTimeout(() => {}, 4000);`;

test("a terminal shows the progress in one line, which goes away at the end", async () => {
  const { written, ...rest } = await installed(ANSWER_SLOWLY, { patience: 3000 });
  expect(rest).toEqual({ code: 0, output: "answered\nmore\n", isUnanswered: false });
  expect(written).toEqual(["\r\x1b[K1 lines", "\r\x1b[K2 lines", "\r\x1b[K"]);
});

test("elsewhere each progress is a line, and only where it has changed", async () => {
  const { written } = await installed(ANSWER_SLOWLY, { isTTY: false });
  expect(written.join("")).toBe("1 lines\n2 lines\n");
});

test("an installer that gets no answer is ended", async () => {
  const start = performance.now();
  const { isUnanswered, code } = await installed(`console.log("asking"); setTimeout(() => {}, 60_000)`, {
    patience: 500,
  });
  expect([isUnanswered, code]).toEqual([true, null]);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("a program that is not there is a failure with its reason", async () => {
  const installer = {
    command: "no-such-program",
    args: [],
    answered: /x/,
    patience: 1000,
    progress: () => "",
  };
  expect(await runInstaller(installer)).toEqual({
    code: null,
    output: "spawn no-such-program ENOENT",
    isUnanswered: false,
  });
});

test.skipIf(process.platform === "win32")("the installer ends with the program that runs it", async () => {
  const driver = `
    import { runInstaller } from "${root}/scripts/set-up/run-installer.mjs";
    const args = ["-e", "console.log(process.pid); setTimeout(() => {}, 60_000)"];
    const progress = (output) => output.trim();
    runInstaller(
      { command: process.execPath, args, answered: /./, patience: 60_000, progress }, { interval: 50 });`;
  const program = spawn(process.execPath, ["--input-type=module", "-e", driver]);
  const [printed] = await once(program.stdout, "data");
  const installer = Number(String(printed));
  expect(process.kill(installer, 0)).toBe(true);
  program.kill("SIGTERM");
  expect((await once(program, "exit"))[1]).toBe("SIGTERM");
  await expect.poll(() => isAlive(installer), { timeout: 10_000 }).toBe(false);
});
