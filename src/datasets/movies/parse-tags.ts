import type { Id } from "../../ratings/id-index.js";
import type { SkippedRows } from "../../ratings/skipped-rows.js";
import { idReader } from "../ratings/id-reader.js";
import { type KnownIds, sameKind } from "../ratings/read-id.js";
import { readTimestamp } from "../ratings/read-timestamp.js";
import { type BadRowPolicy, BadRows } from "../records/bad-rows.js";
import { checkHeader } from "../records/check-header.js";
import { DataError } from "../records/data-error.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";

/** A word or phrase that a user gave to a movie. */
export interface Tag {
  readonly userId: Id;
  readonly itemId: Id;
  /** In lower case, trimmed. */
  readonly tag: string;
  /** Seconds since 1970 (UTC). */
  readonly timestamp: number;
}

/** The format of a text of tags. */
export interface TagsFormat extends RecordFormat {
  /** Column names, if the first line is a header. */
  readonly header?: readonly string[];
  /**
   * The known items: a tag of another item is a bad row. Item ids get the type of these ids.
   * @default any
   */
  readonly items?: KnownIds | undefined;
  /** User ids get the type of these ids; other users may have given tags too. @default any */
  readonly users?: KnownIds | undefined;
  /** What to do with a row that cannot be parsed. @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
  /** Called at the end if rows were skipped, with the number of rows kept. */
  readonly onSkipped?: ((skipped: SkippedRows, count: number) => void) | undefined;
}

const OR_SKIP = 'or pass onBadRow: "skip"';

/**
 * Parses tags: user, item, tag and timestamp, in this order. An empty tag is a bad row. Ids get the
 * type of the ids of `items` and `users`: one odd id does not change the type of all others.
 */
export async function parseTags(source: TextSource, format: TagsFormat): Promise<Tag[]> {
  const { name } = source;
  const { items, users } = format;
  const tags: Tag[] = [];
  const badRows = new BadRows(format.onBadRow ?? "throw");
  const reader = new RecordReader(source, format);
  const cure = `correct the row, ${OR_SKIP}`;
  const bad = (field: number, fault: { reason: string; cure?: string }) =>
    badField(reader, name, { cure, field, ...fault });
  const toUserId = idReader(reader, name, { field: 0, known: users, cure });
  const toItemId = idReader(reader, name, { field: 1, known: items, cure });
  const readTag = (): Tag => {
    const [user, item, text] = readFields(reader, name, 4) as [string, string, string, string];
    const [userId, itemId, tag] = [toUserId(user), toItemId(item), text.trim().toLowerCase()];
    if (tag === "") throw bad(2, { reason: "is an empty tag" });
    if (items && !items.ids.has(itemId)) {
      const reason = `is not the id of a movie in ${items.file}`;
      throw bad(1, { reason, cure: `add the movie there, ${OR_SKIP}` });
    }
    const time = readTimestamp(reader, 3);
    if ("reason" in time) throw bad(3, time.cure ? { ...time, cure: `${time.cure}, ${OR_SKIP}` } : time);
    return { userId, itemId, tag, timestamp: time.seconds };
  };
  await reader.read(
    () => {
      if (format.header && reader.columnNames.length === 0) {
        checkHeader(reader, name, { wanted: format.header, of: "tags" });
        return;
      }
      try {
        tags.push(readTag());
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        badRows.add(error);
      }
    },
    { onBroken: (error) => badRows.add(error) },
  );
  const skipped = badRows.report();
  if (skipped) format.onSkipped?.(skipped, tags.length);
  const userIds = users ? undefined : sameKind(tags.map(({ userId }) => userId));
  const itemIds = items ? undefined : sameKind(tags.map(({ itemId }) => itemId));
  return tags.map((tag, row) => ({
    ...tag,
    userId: userIds?.[row] ?? tag.userId,
    itemId: itemIds?.[row] ?? tag.itemId,
  }));
}
