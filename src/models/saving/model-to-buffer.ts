import type { Feedback } from "../../ratings/feedback.js";
import { Ratings } from "../../ratings/ratings.js";
import type { FittedModel, SavedArray } from "../contract/model.js";
import type { FittedBoostedTrees } from "../trees/boosted-trees.js";
import { hashOf, MAGIC, PREFIX, VERSION } from "./buffer-layout.js";
import {
  type ArrayShape,
  byteLengthOf,
  headerToBytes,
  padded,
  type SavedKind,
  shapeOf,
} from "./model-header.js";

/** A fitted model that can be saved. */
export type Savable = FittedModel | FittedBoostedTrees;

/**
 * A fitted model, with the ratings it was fitted on, as one buffer: the word "reelbook", the
 * version, the header's length, a hash of all that follows, the header in JSON, and typed arrays in
 * the machine's byte order (little-endian on all that Node runs on). `readModel` and
 * `modelFromBuffer` read it. O(size of the model).
 *
 * @throws RangeError for a model that could not be restored: one of your own whose `kind()` does
 *   not return its class.
 */
export function modelToBuffer(model: Savable): ArrayBuffer {
  const { kind, users, items, userIndices, itemIndices, values, timestamps, scale } = ratingsOf(model);
  const columns = { userIndices, itemIndices, values, ...(timestamps && { timestamps }) };
  const arrays = Object.entries({ ...prefixed("ratings.", columns), ...prefixed("model.", statesOf(model)) });
  const shapes = arrays.map(shapeOf);
  const header = headerToBytes({
    ...kindOf(model),
    ...("names" in model && { names: model.names }),
    userIds: users.ids,
    itemIds: items.ids,
    scale,
    ...(kind === "interactions" && { feedback: kind }),
    arrays: shapes,
  });
  const buffer = new ArrayBuffer(totalLength(header.length, shapes));
  const bytes = new Uint8Array(buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(header, PREFIX);
  let position = padded(PREFIX + header.length);
  for (const [index, [, array]] of arrays.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), position);
    position += byteLengthOf(shapes[index]);
  }
  new Uint32Array(buffer, MAGIC.length, 3).set([VERSION, header.length, hashOf(buffer, header.length)]);
  return buffer;
}

/** Trees learn from rows of features, and are saved with no ratings. */
function ratingsOf(model: Savable): Feedback {
  return "ratings" in model ? model.ratings : Ratings.from([], { scale: { min: 0, max: 1 } });
}

function partsOf(model: Savable): readonly FittedModel[] {
  return "parts" in model ? model.parts() : [];
}

/** What is saved of a model and of the models in it, apart from their arrays. */
function kindOf(model: Savable): SavedKind {
  checkRestorable(model);
  const moreItemIds = "items" in model ? model.items.ids.slice(model.ratings.items.size) : [];
  return { model: model.name, settings: model.settings, moreItemIds, parts: partsOf(model).map(kindOf) };
}

function checkRestorable(model: Savable): void {
  const { name } = model;
  const kind = model.kind?.();
  if (typeof kind?.restore !== "function") {
    throw new RangeError(
      `${name} cannot be saved, because nothing could restore it: kind() returns ${kind}; let it return a class ` +
        `with \`static kind = "${name}"\` and \`static restore(saved)\``,
    );
  }
  if (kind.kind !== name) {
    throw new RangeError(
      `${name} cannot be saved, because its class is named ${JSON.stringify(kind.kind)} in \`static kind\`; ` +
        "give both the same name",
    );
  }
  for (const [array, values] of Object.entries(model.state())) {
    if (values instanceof Float64Array || values instanceof Int32Array) continue;
    throw new RangeError(
      `${name} cannot be saved, because state().${array} is neither a Float64Array nor an Int32Array; copy it into one`,
    );
  }
}

/** The arrays of a model, and those of the models in it with their place before the name. */
function statesOf(model: Savable): Record<string, SavedArray> {
  const parts = partsOf(model).map((part, place) => prefixed(`${place}.`, statesOf(part)));
  return Object.assign({ ...model.state() }, ...parts);
}

function totalLength(headerLength: number, shapes: readonly ArrayShape[]): number {
  return shapes.reduce((end, shape) => end + byteLengthOf(shape), padded(PREFIX + headerLength));
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [prefix + name, value]));
}
