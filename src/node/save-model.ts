import type { FittedModel, FittedOf, ModelKind } from "../models/contract/model.js";
import { modelKinds } from "../models/saving/model-kinds.js";
import { modelToBuffer, type Savable } from "../models/saving/model-to-buffer.js";
import { readModel } from "../models/saving/read-model.js";
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

/** Options of {@link loadModel}. */
export interface LoadModelOptions<Kind extends ModelKind> {
  /**
   * The classes that the file may have, including those of the models in it: `[BoostedTrees]`, or
   * `[...modelKinds, Mine]` for your own class beside all others. @default modelKinds
   */
  readonly kinds: readonly Kind[];
}

/**
 * Loads a model that {@link saveModel} saved: a recommender of reelbook, or one of the given
 * `kinds`.
 *
 * @throws RangeError that names the file, as {@link readModel}.
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
  try {
    return readModel(bytes, kinds);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
