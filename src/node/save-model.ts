import { readFile, rename, rm, writeFile } from "node:fs/promises";
import type { FittedModel } from "../models/contract/model.js";
import { modelFromBuffer, modelToBuffer } from "../models/saving/model-buffer.js";
import { cannotOpen } from "./cannot-open.js";

/** Saves a fitted model in a file. The file is there whole or, where writing fails, as it was before. */
export async function saveModel(path: string, model: FittedModel): Promise<void> {
  const half = `${path}.${process.pid}.half`;
  try {
    await writeFile(half, new Uint8Array(modelToBuffer(model)));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** Loads a model that {@link saveModel} saved; an error names the file where it is none. */
export async function loadModel(path: string): Promise<FittedModel> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw cannotOpen(path, error);
  });
  try {
    return modelFromBuffer(bytes);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
