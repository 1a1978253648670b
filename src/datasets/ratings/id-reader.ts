import type { Id } from "../../ratings/id-index.js";
import { badField } from "../records/read-fields.js";
import type { RecordReader } from "../records/record-reader.js";
import { areTexts, type KnownIds, toId } from "./read-id.js";

/**
 * A function from the text of a field to an id of the same type as the `known` ids. An id of
 * another type is a `DataError` of its row. Without `known`, any id is valid.
 */
export function idReader(
  reader: RecordReader,
  source: string,
  { field, known, cure }: { field: number; known?: KnownIds | undefined; cure?: string },
): (text: string) => Id {
  const isText = known !== undefined && areTexts(known.ids);
  return (text) => {
    const id = toId(text);
    if (id === "") throw badField(reader, source, { field, reason: "is not an id", cure });
    if (isText) return String(id);
    if (known && typeof id === "string") {
      const reason = `is not a whole number like the ids in ${known.file}`;
      throw badField(reader, source, { field, reason, cure });
    }
    return id;
  };
}
