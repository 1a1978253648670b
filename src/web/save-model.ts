import type { FittedModel, FittedOf, ModelKind } from "../models/contract/model.js";
import { modelKinds } from "../models/saving/model-kinds.js";
import { modelToBuffer, type Savable } from "../models/saving/model-to-buffer.js";
import { type LoadModelOptions, readNamedModel } from "../models/saving/read-named-model.js";
import { currentFiles } from "./current-files.js";
import { readFile } from "./file-source.js";
import { resolvePath } from "./resolve-path.js";

/**
 * Saves a fitted model among the files of the page.
 *
 * @throws RangeError as {@link modelToBuffer}, for a model that could not be restored; an Error
 *   that says so where the storage is full or may not be used.
 */
export async function saveModel(path: string, model: Savable): Promise<void> {
  const files = currentFiles();
  await files.write(resolvePath(files.folder, path), new Uint8Array(modelToBuffer(model)));
}

/**
 * Loads a model that {@link saveModel} saved: a recommender of reelbook, or one of the given
 * `kinds`.
 *
 * @throws RangeError that names the file, as `readModel`.
 */
export async function loadModel(path: string): Promise<FittedModel>;
export async function loadModel<Kind extends ModelKind>(
  path: string,
  options: LoadModelOptions<Kind>,
): Promise<FittedOf<Kind>>;
export async function loadModel(
  path: string,
  { kinds }: LoadModelOptions<ModelKind> = { kinds: modelKinds },
): Promise<FittedOf<ModelKind>> {
  const bytes = await readFile(path);
  return readNamedModel(path, bytes, kinds);
}
