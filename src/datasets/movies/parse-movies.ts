import type { Id } from "../../ratings/id-index.js";
import { sameKind, toId } from "../ratings/read-id.js";
import { checkHeader } from "../records/check-header.js";
import { DataError } from "../records/data-error.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";
import { type Movie, Movies } from "./movies.js";

/** The format of a text of movies. */
export interface MoviesFormat extends RecordFormat {
  /** Column names, if the first line is a header. */
  readonly header?: readonly string[];
  /** Number of fields of a row. */
  readonly fieldCount: number;
  /** The genres of a row, from its fields; undefined if they cannot be parsed. */
  readonly genres: (fields: readonly string[]) => string[] | undefined;
}

/** Parses movies: id in the first field, title in the second, genres as the format says. */
export async function parseMovies(source: TextSource, format: MoviesFormat): Promise<Movies> {
  const { name } = source;
  const movies: Movie[] = [];
  const lines = new Map<Id, number>();
  const reader = new RecordReader(source, format);
  await reader.read(() => {
    if (format.header && reader.columnNames.length === 0) {
      checkHeader(reader, name, { wanted: format.header, of: "movies" });
      return;
    }
    const fields = readFields(reader, name, format.fieldCount);
    const itemId = toId(fields[0]);
    const title = fields[1].trim();
    const genres = format.genres(fields);
    if (itemId === "") throw badField(reader, name, { field: 0, reason: "is not an id" });
    const unclear = reader.separator === "::" ? fields.findIndex((field) => field.startsWith(":")) : -1;
    if (unclear > 0) {
      throw badField(reader, name, { field: unclear, reason: "comes after three colons instead of two" });
    }
    if (title === "") throw badField(reader, name, { field: 1, reason: "is not a title" });
    if (lines.has(itemId)) {
      const cure = `it is on line ${lines.get(itemId)} already: keep one of the two`;
      throw badField(reader, name, { field: 0, reason: "is the id of another movie", cure });
    }
    if (!genres) {
      throw new DataError(
        { source: name, line: reader.line },
        {
          value: fields.join(reader.separator),
          reason: "has genres that cannot be parsed",
          cure: "correct the row",
        },
      );
    }
    lines.set(itemId, reader.line);
    movies.push({ itemId, title, genres });
  });
  if (movies.length === 0) {
    throw new DataError({ source: name }, { reason: "the file has no movies", cure: "give the whole file" });
  }
  const ids = sameKind(movies.map(({ itemId }) => itemId));
  return Movies.from(movies.map((movie, row) => ({ ...movie, itemId: ids[row] })));
}
