import { type Id, IdIndex } from "../ratings/id-index.js";
import type { RatingScale } from "../ratings/rating.js";
import { Ratings } from "../ratings/ratings.js";
import { Baseline } from "./baseline.js";
import { GlobalMean } from "./global-mean.js";
import { ItemKnn } from "./item-knn.js";
import { MeanRating } from "./mean-rating.js";
import type { FittedModel } from "./model.js";
import { Popularity } from "./popularity.js";
import type { SavedArray, SavedModel } from "./saved-model.js";

/** The kinds of model that can be saved, by name. */
const KINDS: Readonly<Record<string, { restore(saved: SavedModel): FittedModel }>> = {
  Baseline,
  GlobalMean,
  ItemKnn,
  MeanRating,
  Popularity,
};

const MAGIC = "reelbook";
const VERSION = 1;
const PREFIX = MAGIC.length + 8;
const ARRAY_TYPES = { Float64Array, Int32Array } as const;

interface Header {
  readonly model: string;
  readonly settings: object;
  readonly userIds: readonly Id[];
  readonly itemIds: readonly Id[];
  readonly scale: RatingScale;
  readonly arrays: readonly ArrayPlace[];
}

interface ArrayPlace {
  readonly name: string;
  readonly type: keyof typeof ARRAY_TYPES;
  /** In bytes from the end of the header, a multiple of 8. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
}

/**
 * A fitted model, with the ratings it was fitted on, as one buffer: the word "reelbook", a version, the header's length, a header
 * in JSON, and typed arrays in the machine's byte order (little-endian on all that Node runs on). O(size of the model).
 */
export function modelToBuffer(model: FittedModel): ArrayBuffer {
  const { users, items, userIndices, itemIndices, values, timestamps, scale } = model.ratings;
  const columns = { userIndices, itemIndices, values, ...(timestamps && { timestamps }) };
  const arrays = Object.entries({ ...prefixed("ratings.", columns), ...prefixed("model.", model.state()) });
  const places: ArrayPlace[] = [];
  let end = 0;
  for (const [name, array] of arrays) {
    const type = array instanceof Float64Array ? "Float64Array" : "Int32Array";
    places.push({ name, type, offset: end, length: array.length });
    end += padded(array.byteLength);
  }
  const header: Header = {
    model: model.name,
    settings: withoutInfinity(model.settings),
    userIds: users.ids,
    itemIds: items.ids,
    scale,
    arrays: places,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = padded(PREFIX + json.length);
  const buffer = new ArrayBuffer(start + end);
  new Uint8Array(buffer).set(new TextEncoder().encode(MAGIC));
  new Uint32Array(buffer, MAGIC.length, 2).set([VERSION, json.length]);
  new Uint8Array(buffer).set(json, PREFIX);
  for (const [index, [, array]] of arrays.entries()) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(buffer).set(bytes, start + places[index]!.offset);
  }
  return buffer;
}

/**
 * The model in a buffer of {@link modelToBuffer}. Its arrays are views into the buffer: nothing is copied, so leave the
 * buffer as it is. A buffer that is no model, is cut short or of another version is a RangeError that says so.
 */
export function modelFromBuffer(bytes: ArrayBuffer | Uint8Array): FittedModel {
  const buffer = alignedBuffer(bytes);
  const { header, start } = readHeader(buffer);
  const kind = Object.hasOwn(KINDS, header.model) ? KINDS[header.model] : undefined;
  if (!kind) throw broken(`it holds a ${header.model}, which this version of reelbook does not know`);
  const arrays = Object.fromEntries(
    header.arrays.map((place) => [place.name, readArray(buffer, start, place)]),
  );
  return kind.restore({
    settings: withInfinity(header.settings),
    ratings: readRatings(header, arrays),
    arrays: withoutPrefix("model.", arrays),
  });
}

function readHeader(buffer: ArrayBuffer): { header: Header; start: number } {
  const word = new TextDecoder().decode(buffer.slice(0, MAGIC.length));
  if (buffer.byteLength < PREFIX || word !== MAGIC) throw broken("it does not start with the word reelbook");
  const [version, length] = new Uint32Array(buffer, MAGIC.length, 2) as unknown as [number, number];
  if (version !== VERSION)
    throw broken(`it is of version ${version}, and this reelbook reads version ${VERSION}`);
  if (PREFIX + length > buffer.byteLength) throw broken("it is cut short within its header");
  const header = parsedHeader(new TextDecoder().decode(new Uint8Array(buffer, PREFIX, length)));
  return { header, start: padded(PREFIX + length) };
}

function parsedHeader(json: string): Header {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    throw broken("its header is not JSON");
  }
  if (!isHeader(header)) throw broken("its header lacks what a model has");
  return header;
}

function isHeader(value: unknown): value is Header {
  const header = value as Header | null;
  const areIds = (ids: unknown) =>
    Array.isArray(ids) && ids.every((id) => typeof id === "string" || typeof id === "number");
  return (
    typeof header === "object" &&
    header !== null &&
    typeof header.model === "string" &&
    typeof header.settings === "object" &&
    header.settings !== null &&
    areIds(header.userIds) &&
    areIds(header.itemIds) &&
    typeof header.scale?.min === "number" &&
    typeof header.scale.max === "number" &&
    Array.isArray(header.arrays) &&
    header.arrays.every(isArrayPlace)
  );
}

function isArrayPlace(value: unknown): value is ArrayPlace {
  const place = value as ArrayPlace | null;
  return (
    typeof place?.name === "string" &&
    Object.hasOwn(ARRAY_TYPES, place.type) &&
    Number.isSafeInteger(place.offset) &&
    place.offset >= 0 &&
    place.offset % 8 === 0 &&
    Number.isSafeInteger(place.length) &&
    place.length >= 0
  );
}

function readArray(
  buffer: ArrayBuffer,
  start: number,
  { name, type, offset, length }: ArrayPlace,
): SavedArray {
  const TypedArray = ARRAY_TYPES[type];
  if (start + offset + length * TypedArray.BYTES_PER_ELEMENT > buffer.byteLength) {
    throw broken(`it is cut short within ${name}`);
  }
  return new TypedArray(buffer, start + offset, length);
}

function readRatings(header: Header, arrays: Readonly<Record<string, SavedArray>>): Ratings {
  const users = IdIndex.from(header.userIds);
  const items = IdIndex.from(header.itemIds);
  const { userIndices, itemIndices, values, timestamps } = withoutPrefix("ratings.", arrays);
  const isColumn = (column: SavedArray | undefined) => column?.length === values?.length;
  if (
    !(values instanceof Float64Array) ||
    !isIndices(userIndices, users.size) ||
    !isIndices(itemIndices, items.size) ||
    !isColumn(userIndices) ||
    !isColumn(itemIndices) ||
    !(timestamps === undefined || (timestamps instanceof Float64Array && isColumn(timestamps)))
  ) {
    throw broken("its ratings do not fit together");
  }
  return Ratings.fromIndexed({
    users,
    items,
    userIndices,
    itemIndices,
    values,
    timestamps,
    scale: header.scale,
  });
}

function isIndices(indices: SavedArray | undefined, size: number): indices is Int32Array {
  return indices instanceof Int32Array && indices.every((index) => index >= 0 && index < size);
}

/** JSON has no Infinity: in settings, where it means «all», it is saved as the text "Infinity". */
function withoutInfinity(settings: object): object {
  return mapValues(settings, (value) => (value === Infinity ? "Infinity" : value));
}

function withInfinity(settings: object): object {
  return mapValues(settings, (value) => (value === "Infinity" ? Infinity : value));
}

function mapValues(record: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function broken(what: string): RangeError {
  return new RangeError(`saved model: ${what}; save the model anew with modelToBuffer or saveModel`);
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** The bytes as a buffer of their own, copied only where they are part of a larger one. */
function alignedBuffer(bytes: ArrayBuffer | Uint8Array): ArrayBuffer {
  if (bytes instanceof ArrayBuffer) return bytes;
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return isWhole && bytes.buffer instanceof ArrayBuffer
    ? bytes.buffer
    : (bytes.slice().buffer as ArrayBuffer);
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [prefix + name, value]));
}

function withoutPrefix<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  const named = Object.entries(record).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}
