// Loaded into the kernel before tslab: a new kernel says that it is ready, as Jupyter expects.
import { createHmac, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds: ZeroMQ tries every 100 to 200 to connect to the kernel after one that died. */
const RECONNECTED = 400;

const { ZmqServer } = createRequire(import.meta.url)("tslab/dist/jupyter.js");
const { bindSocket } = ZmqServer.prototype;

/**
 * Opens the socket of outputs first, and those of requests when Jupyter listens to it again. Else
 * Jupyter misses the end of the first requests. Without a status that answers no request it would
 * show the state of a kernel that has died and was started again as unknown.
 *
 * @this {any}
 * @param {unknown} socket
 * @param {number} port
 */
ZmqServer.prototype.bindSocket = async function bindInOrder(socket, port) {
  if (socket !== this.iopub) {
    await pause(RECONNECTED);
    if (socket === this.shell) await this.iopub.send(idleMessage(this.connInfo.key));
  }
  await bindSocket.call(this, socket, port);
};

/** The signed parts of a status message that answers no request. @param {string} key */
function idleMessage(key) {
  const header = {
    msg_id: randomUUID(),
    msg_type: "status",
    session: randomUUID(),
    username: "tslab",
    date: new Date().toISOString(),
    version: "5.3",
  };
  const parts = [header, {}, {}, { execution_state: "idle" }].map((part) => JSON.stringify(part));
  const signature = createHmac("sha256", key).update(parts.join("")).digest("hex");
  return ["status", "<IDS|MSG>", signature, ...parts];
}
