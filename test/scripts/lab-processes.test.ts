// @module-tag slow
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Lab, startLab } from "../browser/lab.js";

const posixTest = test.skipIf(process.platform === "win32");

/** Starts a kernel in Lab; gives the part of its command line that no other kernel has. */
async function startKernel({ port, token }: Lab): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/kernels`, {
    method: "POST",
    headers: { authorization: `token ${token}` },
    body: JSON.stringify({ name: "tslab" }),
  });
  const { id } = (await response.json()) as { id: string };
  return `kernel-${id}.json`;
}

/** The processes of one Lab: their ids and command lines, which hold its port or its kernel. */
function processesOf(texts: string[]): { pid: number; args: string }[] {
  const lines = execFileSync("ps", ["-ww", "-eo", "pid=,args="], { encoding: "utf8" }).trim().split("\n");
  return lines
    .map((line) => /^\s*(?<pid>\d+) (?<args>.*)$/.exec(line)?.groups ?? {})
    .filter(({ args = "" }) => texts.some((text) => args.includes(text)))
    .map(({ pid, args = "" }) => ({ pid: Number(pid), args }));
}

/** Lab with a kernel, started by npm. */
async function labWithKernel() {
  const lab = await startLab({ byNpm: true });
  const kernel = await startKernel(lab);
  const alive = () => processesOf([String(lab.port), kernel]).map(({ args }) => args);
  const pidOf = (args: RegExp) =>
    processesOf([String(lab.port), kernel]).find((each) => args.test(each.args))!.pid;
  await expect.poll(() => processesOf([kernel]).length, { timeout: 20_000 }).toBe(1);
  return { lab, alive, pidOf };
}

posixTest("SIGTERM to npm start ends npm, start.mjs, Lab and its kernels", async () => {
  const { lab, alive, pidOf } = await labWithKernel();
  expect(alive().length).toBeGreaterThanOrEqual(4);
  if (process.platform === "linux") {
    const environment = readFileSync(`/proc/${pidOf(/tslab kernel/)}/environ`, "utf8");
    expect(environment).not.toContain("JUPYTER_TOKEN");
    expect(environment).not.toContain(lab.token);
  }
  process.kill(lab.pid, "SIGTERM");
  await expect.poll(alive, { timeout: 20_000 }).toEqual([]);
});

posixTest("Lab and its kernels end where start.mjs is killed", { tags: "long" }, async () => {
  const { alive, pidOf } = await labWithKernel();
  process.kill(pidOf(/^\S*node scripts.start\.mjs/), "SIGKILL");
  await expect.poll(alive, { timeout: 20_000 }).toEqual([]);
});

posixTest("all end where npm is killed", { tags: "long" }, async () => {
  const { lab, alive } = await labWithKernel();
  process.kill(lab.pid, "SIGKILL");
  await expect.poll(alive, { timeout: 20_000 }).toEqual([]);
});
