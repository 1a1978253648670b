/** Lets the event loop handle what waits: clicks, timers, an abort. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
