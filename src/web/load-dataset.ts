import {
  type Dataset,
  datasetFromFolder,
  type LoadDatasetOptions,
} from "../datasets/movies/dataset-from-folder.js";
import { fileSource } from "./file-source.js";
import { findDataset } from "./find-dataset.js";
import { warnOfSkippedRows } from "./warn-of-skipped-rows.js";

/**
 * Loads a data set of MovieLens from the files of the page, by its name or the path of a folder. A
 * name is looked up as `data/<name>` in this folder and its parents. Throws a `DataError` with
 * file, line, column, value and what to do.
 */
export async function loadDataset(nameOrPath: string, options: LoadDatasetOptions = {}): Promise<Dataset> {
  const { path, files } = await findDataset(nameOrPath);
  const open = (file: string) => fileSource(`/${path}/${file}`);
  const name = path.split("/").at(-1) ?? path;
  return datasetFromFolder({ path, name, files, open, warn: warnOfSkippedRows }, options);
}
