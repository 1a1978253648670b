import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../scripts/lib/run.mjs";
import { root } from "./scratch-course.js";

const start = (...args: string[]) =>
  run(process.execPath, [`${root}/scripts/start.mjs`, "--no-browser", ...args]);

test("a port in use is named, with another to choose", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  expect(await start("--port", String(port))).toEqual({
    code: 1,
    signal: null,
    stdout: "",
    stderr: `Port ${port} is in use; close what uses it or choose another: npm start -- --port 8888\n`,
  });
});

test.each(["0", "70000", "80.5", "lab"])("--port %s is refused", async (port) => {
  const { code, stderr } = await start("--port", port);
  expect(code).toBe(1);
  expect(stderr).toMatch(`--port ${port} is not a port; give a whole number from 1024 to 65535`);
});
