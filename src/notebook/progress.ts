import { type ProgressBar, progressBar } from "./progress-bar.js";

/** Options of {@link progress}. */
export interface ProgressOptions {
  /** The name of the task. @default "Progress" */
  readonly title?: string;
  /** Number of items. @default the length or size of the items, otherwise unknown */
  readonly total?: number;
}

/**
 * Shows the progress of a long task: wraps the items of a loop, or is the function that a model's
 * `fit` calls. The loop is synchronous; the bar still updates while it runs, and the stop button of
 * the kernel ends it.
 *
 * @example
 * let stars = 0;
 * for (const { rating } of progress(ratings.ofUser(1), { title: "Adding up" })) stars += rating;
 * @example
 * await loadDataset("ml-latest-small", { onProgress: progress({ title: "Loading" }) });
 */
export function progress(options?: ProgressOptions): ProgressBar;
export function progress<T>(items: Iterable<T>, options?: ProgressOptions): Iterable<T>;
export function progress<T>(
  first: Iterable<T> | ProgressOptions = {},
  options: ProgressOptions = {},
): ProgressBar | Iterable<T> {
  if (Symbol.iterator in first) return withProgress(first, options);
  return progressBar(first.title ?? "Progress");
}

function* withProgress<T>(
  items: Iterable<T>,
  { title = "Progress", total = sizeOf(items) }: ProgressOptions,
): Generator<T> {
  const bar = progressBar(title);
  let done = 0;
  bar({ done, total });
  try {
    for (const item of items) {
      yield item;
      bar({ done: ++done, total });
    }
  } finally {
    bar.end();
  }
}

function sizeOf(items: object): number {
  const { length, size } = items as { length?: number; size?: number };
  return length ?? size ?? Number.NaN;
}
