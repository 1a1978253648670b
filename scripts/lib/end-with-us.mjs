/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Kills a child process when a signal ends this one; otherwise the child would continue. npm
 * continues even after SIGTERM.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
export function endWithUs(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  running.add(child);
  const forget = () => {
    running.delete(child);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
  };
  child.once("exit", forget);
  child.once("error", forget);
}

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const child of running) child.kill("SIGKILL");
  for (const each of SIGNALS) process.off(each, endAll);
  process.kill(process.pid, signal);
}
