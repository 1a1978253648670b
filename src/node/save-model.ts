import type { FittedModel } from "../models/contract/model.js";
import { modelFromBuffer, modelToBuffer } from "../models/saving/model-buffer.js";
import { openRegularFile } from "./open-regular-file.js";
import { writeWholeFile } from "./write-whole-file.js";

/** Saves a fitted model. The file holds the whole model or, if writing fails, what it held before. */
export async function saveModel(path: string, model: FittedModel): Promise<void> {
  await writeWholeFile(path, new Uint8Array(modelToBuffer(model)));
}

/** Loads a model that {@link saveModel} saved; an error names the file where it is none. */
export async function loadModel(path: string): Promise<FittedModel> {
  const { file } = await openRegularFile(path);
  const bytes = await file.readFile().finally(() => file.close());
  try {
    return modelFromBuffer(bytes);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
