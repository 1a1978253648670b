import type { Id } from "../ratings/id-index.js";
import type { RatingScale } from "../ratings/rating.js";
import { brokenModel, type SavedArray } from "./saved-model.js";

export const ARRAY_TYPES = { Float64Array, Int32Array } as const;

/** What the header of a saved model says. */
export interface ModelHeader {
  readonly model: string;
  readonly settings: object;
  readonly userIds: readonly Id[];
  readonly itemIds: readonly Id[];
  /** Of items beyond the ratings. */
  readonly moreItemIds: readonly Id[];
  readonly scale: RatingScale;
  /** They follow the header in this order, each padded to a multiple of 8 bytes. */
  readonly arrays: readonly ArrayShape[];
}

export interface ArrayShape {
  readonly name: string;
  readonly type: keyof typeof ARRAY_TYPES;
  /** In elements. */
  readonly length: number;
}

export function shapeOf([name, array]: [name: string, array: SavedArray]): ArrayShape {
  return { name, type: array instanceof Float64Array ? "Float64Array" : "Int32Array", length: array.length };
}

/** How many bytes an array takes, padding included. */
export function byteLengthOf({ type, length }: ArrayShape): number {
  return padded(length * ARRAY_TYPES[type].BYTES_PER_ELEMENT);
}

export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** A header as JSON in UTF-8. */
export function headerToBytes(header: ModelHeader): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ ...header, settings: withoutInfinity(header.settings) }));
}

/** The header that {@link headerToBytes} wrote; a RangeError where it is none. */
export function headerFromBytes(bytes: Uint8Array): ModelHeader {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw brokenModel("its header is not JSON");
  }
  if (!isHeader(header)) throw brokenModel("its header lacks what a model has");
  return { ...header, settings: withInfinity(header.settings) };
}

/** Whether two settings are the same, in the same order. */
export function areSameSettings(a: object, b: object): boolean {
  return JSON.stringify(withoutInfinity(a)) === JSON.stringify(withoutInfinity(b));
}

function isHeader(value: unknown): value is ModelHeader {
  const header = value as ModelHeader | null;
  return (
    typeof header === "object" &&
    header !== null &&
    typeof header.model === "string" &&
    typeof header.settings === "object" &&
    header.settings !== null &&
    areIds(header.userIds) &&
    areIds(header.itemIds) &&
    areIds(header.moreItemIds) &&
    areIds([...header.itemIds, ...header.moreItemIds]) &&
    Number.isFinite(header.scale?.min) &&
    Number.isFinite(header.scale.max) &&
    Array.isArray(header.arrays) &&
    header.arrays.every(isArrayShape) &&
    new Set(header.arrays.map(({ name }) => name)).size === header.arrays.length
  );
}

/** Whether these are ids, each but once: an id that repeats would shift the index of all behind it. */
function areIds(ids: unknown): boolean {
  const isId = (id: unknown) => typeof id === "string" || Number.isFinite(id);
  return Array.isArray(ids) && ids.every(isId) && new Set(ids).size === ids.length;
}

function isArrayShape(value: unknown): value is ArrayShape {
  const shape = value as ArrayShape | null;
  return (
    typeof shape?.name === "string" &&
    typeof shape.type === "string" &&
    Object.hasOwn(ARRAY_TYPES, shape.type) &&
    Number.isSafeInteger(shape.length) &&
    shape.length >= 0
  );
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
