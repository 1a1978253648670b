import { type ProgressBar, progressBar } from "./progress-bar.js";

/** What a progress bar says. */
export interface ProgressOptions {
  /** What is being done. @default "Progress" */
  readonly title?: string;
  /** How many items there will be. @default the items' length or size where they have one, else not known */
  readonly total?: number;
}

/**
 * Shows how far long work is: around the items of a loop, or as the function that a model's `fit` calls. The loop is a
 * plain one: the bar moves while it runs, and the kernel's stop button ends it.
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
