import { expect, test } from "vitest";
import { promptSocket } from "../../../lab/kernel/prompt-socket.js";

/** A socket as JupyterLite has it, with its listener of the server's side. */
class Socket {
  readonly log: unknown[] = [];
  readyState = 1;
  hasServer = true;
  send(data: unknown): void {
    this.log.push(["late", data]);
  }
  dispatchEvent({ type }: { type: string }, data: unknown): boolean {
    if (this.hasServer) this.log.push([type, data]);
    return this.hasServer;
  }
}

const opened = () => new (promptSocket(Socket))() as unknown as Socket;

test("messages arrive in their order before the next task, but not while they are sent", async () => {
  const socket = opened();
  socket.send("a");
  socket.send("b");
  expect(socket.log).toEqual([]);
  await Promise.resolve();
  expect(socket.log).toEqual([
    ["server::message", "a"],
    ["server::message", "b"],
  ]);
});

test("a socket that is not open, or without a server, does what it did", async () => {
  const socket = opened();
  socket.readyState = 0;
  socket.send("a");
  expect(socket.log).toEqual([["late", "a"]]);
  socket.readyState = 1;
  socket.hasServer = false;
  socket.send("b");
  await Promise.resolve();
  expect(socket.log.at(-1)).toEqual(["late", "b"]);
});
