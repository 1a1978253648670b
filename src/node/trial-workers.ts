import { Worker } from "node:worker_threads";
import type { TrialSettings } from "../evaluation/tuning/settings-space.js";
import type { TrialRunner, TrialTask } from "../evaluation/tuning/trial-runner.js";
import type { Trial } from "../evaluation/tuning/tuning-record.js";
import { Popularity } from "../models/baselines/popularity.js";
import { modelToBuffer } from "../models/saving/model-to-buffer.js";
import type { Feedback } from "../ratings/feedback.js";
import { TRIAL_WORKER_PROGRAM } from "./trial-worker-program.js";

/** Where trials run. */
export interface TrialWorkersOptions {
  /** The number of workers, from 1. */
  readonly workers: number;
  /** The address of the built library. */
  readonly library: string;
}

/** Runs trials in worker threads, each with a copy of the validation parts. */
export function trialWorkers(task: TrialTask, { workers, library }: TrialWorkersOptions): TrialRunner {
  const parts = task.splits.map(({ train, test, given }) => ({
    train: bufferOf(train),
    test: bufferOf(test),
    given: given && bufferOf(given),
  }));
  const { metric, relevantFrom, signal } = task;
  const workerData = { library, kind: task.name, parts, metric, relevantFrom };
  const idle = Array.from(
    { length: workers },
    () => new Worker(TRIAL_WORKER_PROGRAM, { eval: true, execArgv: [], workerData }),
  );
  const all = [...idle];
  return {
    width: workers,
    async run(settings) {
      const worker = idle.pop() as Worker;
      const trial = await measureIn(worker, settings, signal);
      idle.push(worker);
      return trial;
    },
    end() {
      for (const worker of all) void worker.terminate();
    },
  };
}

/** Ratings or interactions as a saved model, which keeps their order and ids. */
function bufferOf(feedback: Feedback): ArrayBuffer {
  return modelToBuffer(new Popularity().fit(feedback));
}

function measureIn(worker: Worker, settings: TrialSettings, signal: AbortSignal | undefined): Promise<Trial> {
  return new Promise((give, fail) => {
    const aborted = () => settle(() => fail(signal?.reason));
    const died = (why: unknown) =>
      settle(() =>
        fail(
          new Error(
            `a worker of tune ended while it measured ${JSON.stringify(settings)}: ${why}; pass workers: 1 to see ` +
              "the error itself, or the record of onTrial as previous to go on",
          ),
        ),
      );
    const error = (reason: Error) => died(reason.message);
    const exit = (code: number) => died(`exit code ${code}`);
    const message = (trial: Trial) => settle(() => give({ ...trial, settings }));
    const settle = (then: () => void) => {
      signal?.removeEventListener("abort", aborted);
      worker.off("error", error).off("exit", exit).off("message", message);
      then();
    };
    worker.on("error", error).on("exit", exit).on("message", message);
    signal?.addEventListener("abort", aborted);
    if (signal?.aborted) aborted();
    else worker.postMessage(settings);
  });
}
