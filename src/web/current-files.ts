import type { Files } from "./files.js";

let current: Files | undefined;

/** Sets the files that `loadDataset`, `loadRatings`, `saveModel` and `loadModel` use. */
export function useFiles(files?: Files): void {
  current = files;
}

/** The files of `useFiles`. */
export function currentFiles(): Files {
  if (current) return current;
  throw new Error(
    "This page has not said where its files are; call useFiles(fetchedFiles(url, names)) first.",
  );
}
