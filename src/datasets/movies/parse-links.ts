import type { Id } from "../../ratings/id-index.js";
import type { KnownIds } from "../ratings/read-id.js";
import { checkHeader } from "../records/check-header.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";

/** The item id of each movie by its number at IMDb: 114709 for the page tt0114709. */
export type Links = ReadonlyMap<number, Id>;

/** The format of a text of links. */
export interface LinksFormat extends RecordFormat {
  /** Column names, if the first line is a header. */
  readonly header?: readonly string[];
  /** The known items: links of others are left out, and ids get the type of these ids. */
  readonly items?: KnownIds;
}

/**
 * Parses links: a movie's id, its number at IMDb, and one more field, in this order. A movie
 * without a number at IMDb is left out. If two movies have one number, the first keeps it.
 */
export async function parseLinks(source: TextSource, format: LinksFormat): Promise<Links> {
  const { name } = source;
  const known = format.items && new Map([...format.items.ids].map((id) => [String(id), id]));
  const links = new Map<number, Id>();
  const reader = new RecordReader(source, format);
  await reader.read(() => {
    if (format.header && reader.columnNames.length === 0) {
      checkHeader(reader, name, { wanted: format.header, of: "links" });
      return;
    }
    const [item, imdb] = readFields(reader, name, 3) as [string, string, string];
    if (imdb.trim() === "") return;
    if (!/^\d+$/.test(imdb)) throw badField(reader, name, { field: 1, reason: "is not a number of IMDb" });
    const itemId = known ? known.get(item) : Number(item);
    if (itemId !== undefined && !links.has(Number(imdb))) links.set(Number(imdb), itemId);
  });
  return links;
}
