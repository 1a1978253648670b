import { murmurHash } from "../../math/murmur-hash.js";
import { findDuplicates } from "../../ratings/duplicates.js";
import { IdIndex } from "../../ratings/id-index.js";
import { Ratings } from "../../ratings/ratings.js";
import { Baseline } from "../baselines/baseline.js";
import { GlobalMean } from "../baselines/global-mean.js";
import { MeanRating } from "../baselines/mean-rating.js";
import { NormalRandom } from "../baselines/normal-random.js";
import { Popularity } from "../baselines/popularity.js";
import { GenreContent } from "../content/genre-content.js";
import type { FittedModel } from "../contract/model.js";
import { brokenModel, type SavedArray, type SavedModel } from "../contract/saved-model.js";
import { Blend } from "../ensembles/blend.js";
import { Fallback } from "../ensembles/fallback.js";
import { RankBlend } from "../ensembles/rank-blend.js";
import { BatchFactorization } from "../factors/batch-factorization.js";
import { Bpr } from "../factors/bpr.js";
import { ExplicitAls } from "../factors/explicit-als.js";
import { FunkSvd } from "../factors/funk-svd.js";
import { ImplicitAls } from "../factors/implicit-als.js";
import { Nmf } from "../factors/nmf.js";
import { PureSvd } from "../factors/pure-svd.js";
import { SvdPlusPlus } from "../factors/svd-plus-plus.js";
import { CoClustering } from "../groups/co-clustering.js";
import { GroupPopularity } from "../groups/group-popularity.js";
import { Hybrid } from "../hybrid/hybrid.js";
import { Ease } from "../item-weights/ease.js";
import { RandomWalk } from "../item-weights/random-walk.js";
import { Slim } from "../item-weights/slim.js";
import { ItemKnn } from "../neighbors/item-knn.js";
import { SlopeOne } from "../neighbors/slope-one.js";
import { UserKnn } from "../neighbors/user-knn.js";
import {
  ARRAY_TYPES,
  type ArrayShape,
  areSameSettings,
  byteLengthOf,
  headerFromBytes,
  headerToBytes,
  type ModelHeader,
  padded,
  type SavedKind,
  shapeOf,
} from "./model-header.js";

interface Kind {
  restore(saved: SavedModel): FittedModel;
}

/** The kinds of model that can be saved, by name. */
const KINDS: Readonly<Record<string, Kind>> = {
  Baseline,
  BatchFactorization,
  Blend,
  CoClustering,
  Ease,
  Bpr,
  ExplicitAls,
  Fallback,
  FunkSvd,
  GenreContent,
  GlobalMean,
  Hybrid,
  ImplicitAls,
  GroupPopularity,
  ItemKnn,
  MeanRating,
  Nmf,
  NormalRandom,
  Popularity,
  PureSvd,
  RankBlend,
  SlopeOne,
  RandomWalk,
  Slim,
  SvdPlusPlus,
  UserKnn,
};

const MAGIC = "reelbook";
const VERSION = 1;
/** The word, version, length of the header, hash, and four bytes of padding. */
const PREFIX = MAGIC.length + 16;

/**
 * A fitted model, with the ratings it was fitted on, as one buffer: the word "reelbook", the version, the header's length, a hash of all
 * that follows, the header in JSON, and typed arrays in the machine's byte order (little-endian on all that Node
 * runs on). O(size of the model).
 */
export function modelToBuffer(model: FittedModel): ArrayBuffer {
  const { users, items, userIndices, itemIndices, values, timestamps, scale } = model.ratings;
  const columns = { userIndices, itemIndices, values, ...(timestamps && { timestamps }) };
  const arrays = Object.entries({ ...prefixed("ratings.", columns), ...prefixed("model.", statesOf(model)) });
  const shapes = arrays.map(shapeOf);
  const header = headerToBytes({
    ...kindOf(model),
    userIds: users.ids,
    itemIds: items.ids,
    scale,
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

/**
 * The model in a buffer of {@link modelToBuffer}. Its arrays are views into the buffer: nothing is copied, so leave the
 * buffer as it is. A buffer that is no model, is cut short, has changed or is of another version is a RangeError that
 * says so. O(size of the model).
 */
export function modelFromBuffer(bytes: ArrayBuffer | Uint8Array): FittedModel {
  const buffer = alignedBuffer(bytes);
  const { header, arrays } = readParts(buffer);
  const ratings = readRatings(header, withoutPrefix("ratings.", arrays));
  return restored(header, ratings, withoutPrefix("model.", arrays));
}

/** What is saved of a model and of the models that it asks, beside their arrays. */
function kindOf(model: FittedModel): SavedKind {
  const moreItemIds = model.items.ids.slice(model.ratings.items.size);
  return { model: model.name, settings: model.settings, moreItemIds, parts: model.parts().map(kindOf) };
}

/** The arrays of a model, and those of the models that it asks with their place before the name. */
function statesOf(model: FittedModel): Record<string, SavedArray> {
  const parts = model.parts().map((part, place) => prefixed(`${place}.`, statesOf(part)));
  return Object.assign({ ...model.state() }, ...parts);
}

/** The header and the arrays; nothing is made of them before they are known to be what was saved. */
function readParts(buffer: ArrayBuffer): { header: ModelHeader; arrays: Record<string, SavedArray> } {
  const word = new TextDecoder().decode(buffer.slice(0, MAGIC.length));
  if (buffer.byteLength < PREFIX || word !== MAGIC) {
    throw brokenModel("it does not start with the word reelbook");
  }
  const [version = 0, length = 0, hash] = new Uint32Array(buffer, MAGIC.length, 3);
  if (version !== VERSION) {
    throw brokenModel(`it is of version ${version}, and this reelbook reads version ${VERSION}`);
  }
  if (PREFIX + length > buffer.byteLength) throw brokenModel("it is cut short within its header");
  const header = headerFromBytes(new Uint8Array(buffer, PREFIX, length));
  let position = padded(PREFIX + length);
  const arrays: [string, SavedArray][] = [];
  for (const shape of header.arrays) {
    const end = position + byteLengthOf(shape);
    if (end > buffer.byteLength) throw brokenModel(`it is cut short within ${shape.name}`);
    arrays.push([shape.name, new ARRAY_TYPES[shape.type](buffer, position, shape.length)]);
    position = end;
  }
  if (position !== buffer.byteLength) throw brokenModel("it goes on after its end");
  if (hashOf(buffer, length) !== hash) throw brokenModel("its bytes are not those that were saved");
  return { header, arrays: Object.fromEntries(arrays) };
}

function restored(
  saved: SavedKind,
  ratings: Ratings,
  arrays: Readonly<Record<string, SavedArray>>,
): FittedModel {
  const kind = Object.hasOwn(KINDS, saved.model) ? KINDS[saved.model] : undefined;
  if (!kind) throw brokenModel(`it holds a ${saved.model}, which this version of reelbook does not know`);
  const parts = saved.parts.map((part, place) => restored(part, ratings, withoutPrefix(`${place}.`, arrays)));
  const { settings, moreItemIds } = saved;
  const items = moreItemIds.length > 0 ? IdIndex.from([...ratings.items.ids, ...moreItemIds]) : ratings.items;
  const model = restoredKind(kind, { settings, ratings, items, arrays, parts });
  if (areSameSettings(model.settings, settings)) return model;
  throw brokenModel(`its settings are not those of a ${saved.model}`);
}

function restoredKind(kind: Kind, saved: SavedModel): FittedModel {
  try {
    return kind.restore(saved);
  } catch (error) {
    const isOurs = error instanceof RangeError && error.message.startsWith("saved model: ");
    throw isOurs ? error : brokenModel(error instanceof RangeError ? error.message : "its settings are none");
  }
}

function readRatings(header: ModelHeader, columns: Readonly<Record<string, SavedArray>>): Ratings {
  const users = IdIndex.from(header.userIds);
  const items = IdIndex.from(header.itemIds);
  const { userIndices, itemIndices, values, timestamps } = columns;
  const { scale } = header;
  if (
    !isNumbers(values, values?.length) ||
    !isIndices(userIndices, users.size) ||
    !isIndices(itemIndices, items.size) ||
    userIndices.length !== values.length ||
    itemIndices.length !== values.length ||
    !(timestamps === undefined || isNumbers(timestamps, values.length)) ||
    !values.every((value) => value >= scale.min && value <= scale.max) ||
    findDuplicates(userIndices, itemIndices, { userCount: users.size, itemCount: items.size }).length > 0
  ) {
    throw brokenModel("its ratings do not fit together");
  }
  return Ratings.fromIndexed({ users, items, userIndices, itemIndices, values, timestamps, scale });
}

function isNumbers(array: SavedArray | undefined, length: number | undefined): array is Float64Array {
  return array instanceof Float64Array && array.length === length;
}

function isIndices(array: SavedArray | undefined, size: number): array is Int32Array {
  return array instanceof Int32Array && array.every((index) => index >= 0 && index < size);
}

function totalLength(headerLength: number, shapes: readonly ArrayShape[]): number {
  return shapes.reduce((end, shape) => end + byteLengthOf(shape), padded(PREFIX + headerLength));
}

/** A hash of the header's length and of all that follows the prefix. */
function hashOf(buffer: ArrayBuffer, headerLength: number): number {
  return murmurHash(new Uint32Array(buffer, PREFIX), { seed: headerLength });
}

/** The bytes as a buffer of their own, copied only where they are part of a larger one. */
function alignedBuffer(bytes: ArrayBuffer | Uint8Array): ArrayBuffer {
  if (isBuffer(bytes)) return bytes;
  if (!ArrayBuffer.isView(bytes)) throw brokenModel("it is neither an ArrayBuffer nor a Uint8Array");
  const { buffer, byteOffset, byteLength } = bytes;
  // Not bytes.slice(): a Buffer of Node shares its bytes with its slices.
  if (isBuffer(buffer) && byteLength === buffer.byteLength) return buffer;
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}

/** An ArrayBuffer of this realm or of another, such as that of a notebook's cell. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [prefix + name, value]));
}

function withoutPrefix<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  const named = Object.entries(record).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}
