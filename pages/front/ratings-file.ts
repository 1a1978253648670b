import { IdIndex, Ratings } from "../../src/web.js";
import { ByteReader, ByteWriter } from "./byte-stream.js";

/** Ratings, and the title of each rated item. */
export interface RatedTitles {
  readonly ratings: Ratings;
  readonly titles: ReadonlyMap<number, string>;
}

/** Changes with the format, so that a page never reads a file of another version. */
const VERSION = 1;
const SEPARATOR = "\n";

/**
 * Ratings and titles in few bytes, about one and a half per rating. Item ids are replaced by their
 * place among all ids; ids and places are stored as differences from the one before. Ratings are
 * places in the list of all values that occur, two bits each for four values.
 *
 * @throws RangeError where rows are not grouped by user, ids are not whole numbers of at least 0,
 *   values are not half stars, or a title has a line break or is missing
 */
export function encodeRatings({ ratings, titles }: RatedTitles): Uint8Array<ArrayBuffer> {
  const { byUser, users, scale } = ratings;
  if (byUser.order) throw new RangeError("the ratings are not grouped by user; sort them by user first");
  const ids = ratings.items.ids.map(Number).sort((a, b) => a - b);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const placeOfIndex = ratings.items.ids.map((id) => placeOf.get(Number(id)) ?? -1);
  const levels = [...new Set(ratings.values)].sort((a, b) => a - b);

  const writer = new ByteWriter();
  for (const value of [VERSION, 2 * scale.min, 2 * scale.max, levels.length]) writer.write(value);
  for (const level of levels) writer.write(2 * level);
  writeDifferences(writer, ids);
  writeDifferences(writer, users.ids.map(Number));
  writer.write(ratings.count);
  for (let user = 0; user < users.size; user++) {
    const [start, end] = [byUser.starts[user], byUser.starts[user + 1]];
    writeDifferences(
      writer,
      Array.from(byUser.indices.subarray(start, end), (index) => placeOfIndex[index]),
    );
  }
  writer.append(packed(ratings.values, levels));
  writer.append(new TextEncoder().encode(ids.map((id) => titleOf(id, titles)).join(SEPARATOR)));
  return writer.finish();
}

/** Reads {@link encodeRatings}: the same rows in the same order. O(ratings + titles). */
export function decodeRatings(bytes: Uint8Array): RatedTitles {
  const reader = new ByteReader(bytes);
  const version = reader.read();
  if (version !== VERSION) {
    throw new RangeError(
      `the file of ratings has version ${version}, this page reads version ${VERSION}; reload the page`,
    );
  }
  const scale = { min: reader.read() / 2, max: reader.read() / 2 };
  const levels = Array.from({ length: reader.read() }, () => reader.read() / 2);
  const ids = readDifferences(reader);
  const userIds = readDifferences(reader);
  const count = reader.read();
  const userIndices = new Int32Array(count);
  const places = new Int32Array(count);
  let row = 0;
  for (let user = 0; user < userIds.length; user++) {
    let place = 0;
    for (let left = reader.read(); left > 0; left--) {
      place += reader.readSigned();
      userIndices[row] = user;
      places[row++] = place;
    }
  }
  const values = unpacked(reader.take(), levels, count);
  const names = new TextDecoder().decode(reader.take()).split(SEPARATOR);
  if (!reader.atEnd || row !== count || names.length !== ids.length)
    throw new RangeError("the file of ratings is not complete; reload the page");

  const indexOf = new Int32Array(ids.length).fill(-1);
  const order: number[] = [];
  const itemIndices = places.map((place) => {
    if (indexOf[place] < 0) indexOf[place] = order.push(ids[place]) - 1;
    return indexOf[place];
  });
  const users = IdIndex.from(userIds);
  const items = IdIndex.from(order);
  const ratings = Ratings.fromIndexed({ users, items, userIndices, itemIndices, values, scale });
  return { ratings, titles: new Map(ids.map((id, place) => [id, names[place]])) };
}

function titleOf(id: number, titles: RatedTitles["titles"]): string {
  const title = titles.get(id);
  if (title === undefined) throw new RangeError(`item ${id} has ratings but no title`);
  if (title.includes(SEPARATOR)) throw new RangeError(`the title ${JSON.stringify(title)} has a line break`);
  return title;
}

function writeDifferences(writer: ByteWriter, values: readonly number[]): void {
  writer.write(values.length);
  let last = 0;
  for (const value of values) {
    writer.writeSigned(value - last);
    last = value;
  }
}

function readDifferences(reader: ByteReader): number[] {
  let last = 0;
  return Array.from({ length: reader.read() }, () => {
    last += reader.readSigned();
    return last;
  });
}

/** Bits that the place of a level takes; at least one. */
function bitsFor(levelCount: number): number {
  return Math.max(1, Math.ceil(Math.log2(levelCount)));
}

function packed(values: Float64Array, levels: readonly number[]): Uint8Array {
  const bits = bitsFor(levels.length);
  const bytes = new Uint8Array(Math.ceil((values.length * bits) / 8));
  values.forEach((value, row) => {
    const place = levels.indexOf(value);
    for (let bit = 0; bit < bits; bit++) {
      const at = row * bits + bit;
      bytes[at >> 3] |= ((place >> bit) & 1) << (at & 7);
    }
  });
  return bytes;
}

function unpacked(bytes: Uint8Array, levels: readonly number[], count: number): Float64Array {
  const bits = bitsFor(levels.length);
  return new Float64Array(count).map((_, row) => {
    let place = 0;
    for (let bit = 0; bit < bits; bit++) {
      const at = row * bits + bit;
      place |= ((bytes[at >> 3] >> (at & 7)) & 1) << bit;
    }
    return levels[place];
  });
}
