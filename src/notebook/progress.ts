import { type ProgressBar, progressBar } from "./progress-bar.js";

/** What a progress bar says. */
export interface ProgressOptions {
  /** What is being done. @default "Progress" */
  readonly title?: string;
  /** How many items there will be. @default the items' length or size where they have one, else not known */
  readonly total?: number;
}

/**
 * Shows how far long work is: around the items of a loop, or as the function that a model's `fit` calls. A loop lets
 * other events of the process run between items, so that its cell can be interrupted.
 *
 * @example
 * for await (const fold of progress(folds, { title: "Folds" })) errors.push(rmse(fold));
 * @example
 * model.fit(ratings, { onProgress: progress({ title: "Fitting" }) });
 */
export function progress(options?: ProgressOptions): ProgressBar;
export function progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  options?: ProgressOptions,
): AsyncIterable<T>;
export function progress<T>(
  first: Iterable<T> | AsyncIterable<T> | ProgressOptions = {},
  options: ProgressOptions = {},
): ProgressBar | AsyncIterable<T> {
  if (isIterable(first)) return withProgress(first, options);
  return progressBar(first.title ?? "Progress");
}

async function* withProgress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  { title = "Progress", total = sizeOf(items) }: ProgressOptions,
): AsyncGenerator<T> {
  const bar = progressBar(title);
  let done = 0;
  let paused = performance.now();
  bar({ done, total });
  try {
    for await (const item of items) {
      yield item;
      done++;
      bar({ done, total });
      if (performance.now() - paused > 50) {
        await new Promise((resume) => setTimeout(resume));
        paused = performance.now();
      }
    }
  } finally {
    bar.end();
  }
}

function isIterable<T>(value: object): value is Iterable<T> | AsyncIterable<T> {
  return Symbol.iterator in value || Symbol.asyncIterator in value;
}

function sizeOf(items: object): number {
  const { length, size } = items as { length?: number; size?: number };
  return length ?? size ?? Number.NaN;
}
