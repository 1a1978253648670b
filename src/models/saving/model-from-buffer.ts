import type { FittedModel } from "../contract/model.js";
import { modelKinds } from "./model-kinds.js";
import { readModel } from "./read-model.js";

/**
 * The recommender in a buffer of `modelToBuffer`, of any kind that reelbook has. {@link readModel}
 * reads chosen kinds alone, gives their own type, and lets a web page bundle no others. O(size of
 * the model).
 *
 * @throws RangeError as {@link readModel}.
 */
export function modelFromBuffer(bytes: ArrayBufferLike | Uint8Array): FittedModel {
  return readModel(bytes, modelKinds);
}
