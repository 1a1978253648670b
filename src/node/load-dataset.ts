import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type Dataset,
  datasetFromFolder,
  type LoadDatasetOptions,
} from "../datasets/movies/dataset-from-folder.js";
import { fileSource } from "./file-source.js";
import { findDataset } from "./find-dataset.js";
import { warnOfSkippedRows } from "./warn-of-skipped-rows.js";

/**
 * Loads a data set of MovieLens by its name ("ml-latest-small", "ml-100k", "ml-1m", …) or by the
 * path of a folder. "auto" is ML-100K if it is available, otherwise ml-latest-small. The name is
 * looked up as `data/<name>` in this folder and its parents, then in the folders of REELBOOK_DATA.
 * The files tell which of the three layouts of MovieLens it is. Throws a `DataError` with file,
 * line, column, value and what to do.
 *
 * @example
 * const { ratings, movies } = await loadDataset("ml-latest-small");
 */
export async function loadDataset(nameOrPath: string, options: LoadDatasetOptions = {}): Promise<Dataset> {
  const path = findDataset(nameOrPath);
  const files = await readdir(path);
  const open = (file: string) => fileSource(join(path, file));
  return datasetFromFolder({ path, name: basename(path), files, open, warn: warnOfSkippedRows }, options);
}
