import type { Id } from "../../ratings/id-index.js";
import { parseNumber } from "../ratings/parse-number.js";
import { sameKind, toId } from "../ratings/read-id.js";
import { checkHeader } from "../records/check-header.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";

/** A word or a few that a user gave to a movie. */
export interface Tag {
  readonly userId: Id;
  readonly itemId: Id;
  /** In lower case, without spaces around it. */
  readonly tag: string;
  /** Seconds since 1970 (UTC). */
  readonly timestamp: number;
}

/** How a text of tags is written. */
export interface TagsFormat extends RecordFormat {
  /** The names of the columns, where the first line gives them. */
  readonly header?: readonly string[];
}

/** Reads tags: user, item, tag and timestamp in this order. A tag that is empty, or is no text at all, is an error. */
export async function parseTags(source: TextSource, format: TagsFormat): Promise<Tag[]> {
  const { name } = source;
  const tags: Tag[] = [];
  const reader = new RecordReader(source, format);
  await reader.read(() => {
    if (format.header && reader.columnNames.length === 0) {
      checkHeader(reader, name, { wanted: format.header, of: "tags" });
      return;
    }
    const [user, item, text] = readFields(reader, name, 4) as [string, string, string, string];
    const [userId, itemId, tag] = [toId(user), toId(item), text.trim().toLowerCase()];
    const timestamp = parseNumber(reader.bytes, reader.starts[3], reader.ends[3]);
    if (userId === "") throw badField(reader, name, { field: 0, reason: "is no id" });
    if (itemId === "") throw badField(reader, name, { field: 1, reason: "is no id" });
    if (tag === "") throw badField(reader, name, { field: 2, reason: "is an empty tag" });
    if (Number.isNaN(timestamp)) throw badField(reader, name, { field: 3, reason: "is no time in seconds" });
    tags.push({ userId, itemId, tag, timestamp });
  });
  const userIds = sameKind(tags.map(({ userId }) => userId));
  const itemIds = sameKind(tags.map(({ itemId }) => itemId));
  return tags.map((tag, row) => ({ ...tag, userId: userIds[row], itemId: itemIds[row] }));
}
