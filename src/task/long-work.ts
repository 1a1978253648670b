/** How far a long work is: `done` of `total` (iterations, folds, bytes). */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What every long work takes: someone to tell how far it is, and a signal that stops it. */
export interface LongWork {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Looked at before and after each report; an aborted work throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Reports how far a work is, and stops it where its signal says so. */
export function report({ onProgress, signal }: LongWork, progress: Progress): void {
  signal?.throwIfAborted();
  onProgress?.(progress);
  signal?.throwIfAborted();
}
