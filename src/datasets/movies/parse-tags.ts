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
  /** The only items there are: a tag of another one is a bad row. Ids become numbers or texts as these are. @default any */
  readonly items?: KnownIds | undefined;
  /** Users whose ids are numbers or texts, as those of tags are then; others may have given tags too. @default any */
  readonly users?: KnownIds | undefined;
  /** What to do with a row that cannot be read. @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
  /** Told at the end of the rows that were left out, if any, and how many were kept. */
  readonly onSkipped?: ((skipped: SkippedRows, count: number) => void) | undefined;
}

const OR_SKIP = 'or pass onBadRow: "skip"';

/**
 * Reads tags: user, item, tag and timestamp in this order. A tag that is empty, or is no text at all, is a bad row. Ids
 * follow those of `items` and `users`, so that one odd id does not change the type of all others.
 */
export async function parseTags(source: TextSource, format: TagsFormat): Promise<Tag[]> {
  const { name } = source;
  const { items, users } = format;
  const tags: Tag[] = [];
  const badRows = new BadRows(format.onBadRow ?? "throw");
  const reader = new RecordReader(source, format);
  const cure = `mend the row, ${OR_SKIP}`;
  const bad = (field: number, fault: { reason: string; cure?: string }) =>
    badField(reader, name, { cure, field, ...fault });
  const toUserId = idReader(reader, name, { field: 0, known: users, cure });
  const toItemId = idReader(reader, name, { field: 1, known: items, cure });
  const readTag = (): Tag => {
    const [user, item, text] = readFields(reader, name, 4) as [string, string, string, string];
    const [userId, itemId, tag] = [toUserId(user), toItemId(item), text.trim().toLowerCase()];
    if (tag === "") throw bad(2, { reason: "is an empty tag" });
    if (items && !items.ids.has(itemId)) {
      const reason = `is the id of no movie in ${items.file}`;
      throw bad(1, { reason, cure: `give the movie a row there, ${OR_SKIP}` });
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
