import type { Id } from "../../ratings/id-index.js";
import type { RatingScale } from "../../ratings/rating.js";
import type { SavedArray } from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";

export const ARRAY_TYPES = { Float64Array, Int32Array } as const;

/** What is saved of a model apart from its arrays. */
export interface SavedKind {
  readonly model: string;
  readonly settings: object;
  /** Of items beyond the ratings. */
  readonly moreItemIds: readonly Id[];
  /** The models in it. */
  readonly parts: readonly SavedKind[];
}

/** What the header of a saved model says. */
export interface ModelHeader extends SavedKind {
  readonly userIds: readonly Id[];
  readonly itemIds: readonly Id[];
  readonly scale: RatingScale;
  /** What the model was fitted to. @default "ratings" */
  readonly feedback?: "interactions";
  /** Of features, where the model has any. */
  readonly names?: readonly string[];
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

/**
 * The most levels of objects and lists in settings and parts: more than 20 models, each in the
 * next.
 */
const MAX_DEPTH = 100;

/** A header as JSON in UTF-8; a RangeError where {@link headerFromBytes} would refuse it. */
export function headerToBytes(header: ModelHeader): Uint8Array {
  if (isDeep(header)) {
    throw new RangeError(
      `${header.model} cannot be saved: its models or settings are nested deeper than ${MAX_DEPTH} levels; nest fewer`,
    );
  }
  return new TextEncoder().encode(JSON.stringify({ ...header, ...withSettings(header, withoutInfinity) }));
}

/** The header that {@link headerToBytes} wrote; a RangeError where it is none. */
export function headerFromBytes(bytes: Uint8Array): ModelHeader {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw invalidModelError("its header is not JSON");
  }
  if (isDeep(header)) throw invalidModelError(`it is nested deeper than ${MAX_DEPTH} levels`);
  if (!isHeader(header)) throw invalidModelError("its header lacks what a model has");
  return { ...header, ...withSettings(header, withInfinity) };
}

/** A kind of model with its settings, and those of its parts, changed. */
function withSettings(kind: SavedKind, change: (settings: object) => object): SavedKind {
  const { model, settings, moreItemIds, parts } = kind;
  return {
    model,
    settings: change(settings),
    moreItemIds,
    parts: parts.map((part) => withSettings(part, change)),
  };
}

/** Whether two settings are the same, in whatever order. */
export function areSameSettings(a: object, b: object): boolean {
  return JSON.stringify(sorted(withoutInfinity(a))) === JSON.stringify(sorted(withoutInfinity(b)));
}

/**
 * A value of JSON whose objects have their keys in alphabetical order, those named __proto__ too.
 */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/**
 * Whether settings and parts are nested too deep, seen level by level: recursion would overflow the
 * stack.
 */
function isDeep(header: unknown): boolean {
  const { settings, parts } = (header ?? {}) as Partial<ModelHeader>;
  let level: unknown[] = [settings, parts];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}

function isHeader(value: unknown): value is ModelHeader {
  const header = value as ModelHeader;
  return (
    isKind(value) &&
    areIds(header.userIds) &&
    areIds(header.itemIds) &&
    areIds([...header.itemIds, ...header.moreItemIds]) &&
    Number.isFinite(header.scale?.min) &&
    Number.isFinite(header.scale.max) &&
    (header.feedback === undefined || header.feedback === "interactions") &&
    (header.names === undefined || areTexts(header.names)) &&
    Array.isArray(header.arrays) &&
    header.arrays.every(isArrayShape) &&
    new Set(header.arrays.map(({ name }) => name)).size === header.arrays.length
  );
}

function isKind(value: unknown): value is SavedKind {
  const kind = value as SavedKind | null;
  return (
    typeof kind === "object" &&
    kind !== null &&
    typeof kind.model === "string" &&
    typeof kind.settings === "object" &&
    kind.settings !== null &&
    areIds(kind.moreItemIds) &&
    Array.isArray(kind.parts) &&
    kind.parts.every(isKind)
  );
}

/**
 * Whether these are ids, each but once: an id that repeats would shift the index of all behind it.
 */
function areIds(ids: unknown): boolean {
  const isId = (id: unknown) => typeof id === "string" || Number.isFinite(id);
  return Array.isArray(ids) && ids.every(isId) && new Set(ids).size === ids.length;
}

function areTexts(texts: unknown): boolean {
  return Array.isArray(texts) && texts.every((text) => typeof text === "string");
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
  return JSON.parse(JSON.stringify(settings, (_, value) => (value === Infinity ? "Infinity" : value)));
}

function withInfinity(settings: object): object {
  return JSON.parse(JSON.stringify(settings), (_, value) => (value === "Infinity" ? Infinity : value));
}
