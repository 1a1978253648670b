/** Progress of a long task: `done` of `total` iterations, folds or bytes. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Options of functions that run long. */
export interface TaskOptions {
  /** Called with the progress, at the start and after each step. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Checked before and after each report; an aborted task throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls `onProgress`.
 *
 * @throws the signal's reason if it is aborted, before the call or by it
 */
export function reportProgress({ onProgress, signal }: TaskOptions, progress: Progress): void {
  signal?.throwIfAborted();
  onProgress?.(progress);
  signal?.throwIfAborted();
}
