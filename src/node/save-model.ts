import type { FittedModel, FittedOf, ModelKind } from "../models/contract/model.js";
import { modelKinds } from "../models/saving/model-kinds.js";
import { modelToBuffer, type Savable } from "../models/saving/model-to-buffer.js";
import { type LoadModelOptions, readNamedModel } from "../models/saving/read-named-model.js";
import { openRegularFile } from "./open-regular-file.js";
import { writeWholeFile } from "./write-whole-file.js";

/**
 * Saves a fitted model. The file has the whole model or, if writing fails, its old content.
 *
 * @throws RangeError as {@link modelToBuffer}, for a model that could not be restored.
 */
export async function saveModel(path: string, model: Savable): Promise<void> {
  await writeWholeFile(path, new Uint8Array(modelToBuffer(model)));
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
  const { file } = await openRegularFile(path);
  const bytes = await file.readFile().finally(() => file.close());
  return readNamedModel(path, bytes, kinds);
}
