// @module-tag slow
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Dealer, Subscriber } from "zeromq";
import { tools } from "../../scripts/lib/places.mjs";
import { root } from "./scratch-course.js";

const key = "a key";

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** The signature, the headers and the content of a message, without the addresses before them. */
function parse(frames: readonly Buffer[]) {
  const [signature, ...parts] = frames.slice(1 + frames.findIndex((frame) => `${frame}` === "<IDS|MSG>"));
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  expect(`${signature}`).toBe(hash.digest("hex"));
  const [header, parent, , content] = parts.map((part) => JSON.parse(`${part}`));
  return { type: header.msg_type, answers: parent.msg_type, state: content.execution_state };
}

function request(type: string): (string | Buffer)[] {
  const header = { msg_id: "1", msg_type: type, session: "2", username: "", date: "", version: "5.3" };
  const parts = [header, {}, {}, {}].map((part) => JSON.stringify(part));
  return ["<IDS|MSG>", createHmac("sha256", key).update(parts.join("")).digest("hex"), ...parts];
}

test("a listener from before the kernel's start hears that it is idle, and all of the first request", async () => {
  const [shell, iopub, control, stdin, hb] = await freePorts(5);
  const folder = mkdtempSync(join(tmpdir(), "reelbook-kernel-"));
  const config = join(folder, "connection.json");
  const ports = { shell_port: shell, iopub_port: iopub, control_port: control, stdin_port: stdin };
  writeFileSync(config, JSON.stringify({ ...ports, hb_port: hb, ip: "127.0.0.1", transport: "tcp", key }));

  const outputs = new Subscriber({ linger: 0 });
  outputs.subscribe();
  outputs.connect(`tcp://127.0.0.1:${iopub}`);
  const requests = new Dealer({ linger: 0 });
  requests.connect(`tcp://127.0.0.1:${shell}`);
  await requests.send(request("kernel_info_request"));

  const ready = join(root, "scripts/lib/kernel-ready.mjs");
  const args = ["--import", ready, tools.tslab, "kernel", "--config-path", config];
  const kernel = spawn(process.execPath, args, { cwd: root, stdio: "ignore" });
  onTestFinished(() => {
    kernel.kill("SIGKILL");
    outputs.close();
    requests.close();
    rmSync(folder, { recursive: true });
  });

  const heard = [];
  while (heard.length < 3) heard.push(parse((await outputs.receive()) as Buffer[]));
  expect(heard).toEqual([
    { type: "status", answers: undefined, state: "idle" },
    { type: "status", answers: "kernel_info_request", state: "busy" },
    { type: "status", answers: "kernel_info_request", state: "idle" },
  ]);
  expect(parse((await requests.receive()) as Buffer[])).toMatchObject({ type: "kernel_info_reply" });
});
