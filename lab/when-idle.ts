/** Runs what nobody waits for when the page has nothing else to do, at the latest in 3 s. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 1000);
}
