import { IdIndex } from "../../ratings/id-index.js";
import {
  FittedModel,
  type FittedOf,
  type ModelKind,
  type SavedArray,
  type SavedModel,
} from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";
import { hashOf, MAGIC, PREFIX, VERSION } from "./buffer-layout.js";
import {
  ARRAY_TYPES,
  areSameSettings,
  byteLengthOf,
  headerFromBytes,
  type ModelHeader,
  padded,
  type SavedKind,
} from "./model-header.js";
import { readRatings } from "./read-ratings.js";
import { upgradedSettings } from "./upgraded-settings.js";

type Arrays = Readonly<Record<string, SavedArray>>;
type Restored = ReturnType<ModelKind["restore"]>;

/**
 * The model in a buffer of `modelToBuffer`, of one of these kinds: their classes, such as `[Ease]`.
 * A web page that names one kind bundles one model. A model of other models needs their kinds, too:
 * `[Fallback, ItemKnn, Baseline]`. Its arrays are views into the buffer: nothing is copied, so
 * leave the buffer as it is. Threads that read one SharedArrayBuffer share them. O(size of the
 * model).
 *
 * @throws RangeError for a buffer that holds no model, is cut short, has changed, is of another
 *   version, or holds a kind that is not given.
 * @example
 * const buffer = modelToBuffer(new RandomWalk().fit(ratings.withAtLeast({ perItem: 50 })));
 * readModel(buffer, [RandomWalk]).similarItems(260, { count: 3 }).length; // 3
 */
export function readModel<Kind extends ModelKind>(
  bytes: ArrayBufferLike | Uint8Array,
  kinds: readonly Kind[],
): FittedOf<Kind> {
  checkKinds(kinds);
  const buffer = alignedBuffer(bytes);
  const { header, arrays } = readParts(buffer);
  const ratings = readRatings(header, withoutPrefix("ratings.", arrays));
  const names = header.names ?? [];
  return restored(
    header,
    { ratings, arrays: withoutPrefix("model.", arrays), names },
    kinds,
  ) as FittedOf<Kind>;
}

function checkKinds(kinds: readonly ModelKind[]): void {
  if (!Array.isArray(kinds)) throw new RangeError("kinds: give a list of classes, such as [Ease]");
  for (const [place, each] of kinds.entries()) {
    const { kind, restore }: Partial<ModelKind> = each ?? {};
    if (typeof kind !== "string" || typeof restore !== "function") {
      throw new RangeError(
        `kinds: the one at place ${place} has no \`static kind\` and \`static restore\`; give the classes of models`,
      );
    }
    if (kinds.some((other) => other.kind === kind && other !== kinds[place])) {
      throw new RangeError(
        `kinds: two classes are named ${JSON.stringify(kind)}; rename one, or leave one out`,
      );
    }
  }
}

/**
 * The header and the arrays; nothing is made of them before they are known to be what was saved.
 */
function readParts(buffer: ArrayBufferLike): { header: ModelHeader; arrays: Record<string, SavedArray> } {
  const word = new TextDecoder().decode(new Uint8Array(buffer).slice(0, MAGIC.length));
  if (buffer.byteLength < PREFIX || word !== MAGIC) {
    throw invalidModelError("it does not start with the word reelbook");
  }
  const [version = 0, length = 0, hash] = new Uint32Array(buffer, MAGIC.length, 3);
  if (version !== VERSION) {
    throw invalidModelError(`it is of version ${version}, and this reelbook reads version ${VERSION}`);
  }
  if (PREFIX + length > buffer.byteLength) throw invalidModelError("it is cut short within its header");
  const header = headerFromBytes(new Uint8Array(buffer, PREFIX, length).slice());
  let position = padded(PREFIX + length);
  const arrays: [string, SavedArray][] = [];
  for (const shape of header.arrays) {
    const end = position + byteLengthOf(shape);
    if (end > buffer.byteLength) throw invalidModelError(`it is cut short within ${shape.name}`);
    arrays.push([shape.name, new ARRAY_TYPES[shape.type](buffer as ArrayBuffer, position, shape.length)]);
    position = end;
  }
  if (position !== buffer.byteLength) throw invalidModelError("it goes on after its end");
  if (hashOf(buffer, length) !== hash) throw invalidModelError("its bytes are not those that were saved");
  return { header, arrays: Object.fromEntries(arrays) };
}

function restored(
  saved: SavedKind,
  { ratings, arrays, names }: Pick<SavedModel, "ratings" | "arrays" | "names">,
  kinds: readonly ModelKind[],
  parent?: string,
): Restored {
  const kind = kinds.find((each) => each.kind === saved.model);
  if (!kind) throw kindNotGiven(saved.model, kinds, parent);
  const { own, ofParts } = byPart(arrays);
  const parts = saved.parts.map((part, place) => {
    const model = restored(
      part,
      { ratings, arrays: ofParts.get(place) ?? {}, names: [] },
      kinds,
      saved.model,
    );
    if (model instanceof FittedModel) return model;
    throw invalidModelError(`the ${part.model} in it is no recommender`);
  });
  const { moreItemIds } = saved;
  const items = moreItemIds.length > 0 ? IdIndex.from([...ratings.items.ids, ...moreItemIds]) : ratings.items;
  const settings = upgradedSettings(saved, kinds);
  const model = restoredKind(kind, { settings, ratings, items, arrays: own, parts, names });
  if (areSameSettings(model.settings, settings)) return model;
  throw invalidModelError(`its settings are not those of a ${saved.model}`);
}

function restoredKind(kind: ModelKind, saved: SavedModel): Restored {
  try {
    return kind.restore(saved);
  } catch (error) {
    const isOurs = error instanceof RangeError && error.message.startsWith("saved model: ");
    throw isOurs
      ? error
      : invalidModelError(error instanceof RangeError ? error.message : "its settings are none");
  }
}

function kindNotGiven(name: string, kinds: readonly ModelKind[], parent: string | undefined): RangeError {
  const holder = parent === undefined ? "it" : `the ${parent} in it`;
  return new RangeError(
    `saved model: ${holder} holds a model of the kind ${JSON.stringify(name.slice(0, 60))}, ${missingIn(kinds)}; ` +
      "give its class as well: readModel(buffer, [First, Second]) or loadModel(path, { kinds: [First, Second] })",
  );
}

function missingIn(kinds: readonly ModelKind[]): string {
  if (kinds.length === 0) return "but no kinds are given";
  if (kinds.length > 5) return `which is not one of the ${kinds.length} kinds given`;
  return `which is not one of ${kinds.map(({ kind }) => kind).join(", ")}`;
}

/** The bytes as a buffer of their own, copied only where they are part of a larger one. */
function alignedBuffer(bytes: ArrayBufferLike | Uint8Array): ArrayBufferLike {
  if (isBuffer(bytes)) return bytes;
  if (!ArrayBuffer.isView(bytes)) throw invalidModelError("it is neither an ArrayBuffer nor a Uint8Array");
  const { buffer, byteOffset, byteLength } = bytes;
  // Not bytes.slice(): a Buffer of Node shares its bytes with its slices.
  if (isBuffer(buffer) && byteLength === buffer.byteLength) return buffer;
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}

/** A buffer of this realm or of another, such as that of a notebook's cell. */
function isBuffer(value: unknown): value is ArrayBufferLike {
  return /^\[object (Shared)?ArrayBuffer]$/.test(Object.prototype.toString.call(value));
}

function withoutPrefix<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  const named = Object.entries(record).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** The arrays of a model itself, and those of the models in it by their place. */
function byPart(arrays: Arrays): { own: Arrays; ofParts: ReadonlyMap<number, Arrays> } {
  const own: [string, SavedArray][] = [];
  const ofParts = new Map<number, [string, SavedArray][]>();
  for (const [name, array] of Object.entries(arrays)) {
    const [prefix, place] = /^(\d+)\./.exec(name) ?? [];
    if (prefix === undefined) own.push([name, array]);
    else
      ofParts.set(Number(place), [...(ofParts.get(Number(place)) ?? []), [name.slice(prefix.length), array]]);
  }
  const records = [...ofParts].map(([place, entries]) => [place, Object.fromEntries(entries)] as const);
  return { own: Object.fromEntries(own), ofParts: new Map(records) };
}
