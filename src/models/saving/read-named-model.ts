import type { FittedOf, ModelKind } from "../contract/model.js";
import { readModel } from "./read-model.js";

/** Options of `loadModel`. */
export interface LoadModelOptions<Kind extends ModelKind> {
  /**
   * The classes that the file may have, including those of the models in it: `[BoostedTrees]`, or
   * `[...modelKinds, Mine]` for your own class beside all others. @default modelKinds
   */
  readonly kinds: readonly Kind[];
}

/** As {@link readModel}; its errors name the file. */
export function readNamedModel<Kind extends ModelKind>(
  path: string,
  bytes: Uint8Array,
  kinds: readonly Kind[],
): FittedOf<Kind> {
  try {
    return readModel(bytes, kinds);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${path}: ${error.message}`, { cause: error }) : error;
  }
}
