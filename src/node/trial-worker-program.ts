/**
 * The program of a worker of `tune`: it loads the library, reads the validation parts, and measures
 * the settings that it is sent. Text, because the library is one file.
 */
export const TRIAL_WORKER_PROGRAM = `
const { parentPort, workerData } = require("node:worker_threads");
const { library, kind, parts, metric, relevantFrom } = workerData;
(async () => {
  const loaded = await import(library);
  const reelbook = loaded.default ?? loaded;
  // One core is all that a worker has.
  if (reelbook.backend().kind === "wasm") reelbook.setBackend("wasm", { threads: 1 });
  const ratingsOf = (buffer) => buffer && reelbook.modelFromBuffer(buffer).ratings;
  const splits = parts.map(({ train, test, given }) => ({
    train: ratingsOf(train), test: ratingsOf(test), given: ratingsOf(given),
  }));
  const modelOf = (settings) => new reelbook[kind](settings);
  const task = { modelOf, splits, metric, relevantFrom };
  parentPort.on("message", (settings) => parentPort.postMessage(reelbook.measureTrial(task, settings)));
})();
`;
