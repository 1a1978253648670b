import type { Id } from "../../ratings/id-index.js";
import { badField } from "../records/read-fields.js";
import type { RecordReader } from "../records/record-reader.js";
import { areTexts, type KnownIds, toId } from "./read-id.js";

/**
 * A function that turns the text of a field into an id of the same type as `known` ids: one odd id is a `DataError` of
 * its row, and does not make texts of all others. Without `known`, into any id.
 */
export function idReader(
  reader: RecordReader,
  source: string,
  { field, known, cure }: { field: number; known?: KnownIds | undefined; cure?: string },
): (text: string) => Id {
  const isText = known !== undefined && areTexts(known.ids);
  return (text) => {
    const id = toId(text);
    if (id === "") throw badField(reader, source, { field, reason: "is no id", cure });
    if (isText) return String(id);
    if (known && typeof id === "string") {
      const reason = `is no whole number, as the ids in ${known.file} are`;
      throw badField(reader, source, { field, reason, cure });
    }
    return id;
  };
}
