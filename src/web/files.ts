/**
 * Where a page or its worker reads and writes files. Paths have slashes and start at the root,
 * without a slash: "data/ml-latest-small/ratings.csv".
 */
export interface Files {
  /** The folder at which relative paths start, "" for the root. */
  readonly folder: string;
  /** The bytes of a file; undefined if there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The names of the files and folders in a folder; undefined if there is none. */
  list(folder: string): Promise<readonly string[] | undefined>;
  /** Writes a whole file. Rejects with a sentence if it cannot. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}
