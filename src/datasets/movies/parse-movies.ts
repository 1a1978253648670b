import type { Id } from "../../ratings/id-index.js";
import { sameKind, toId } from "../ratings/read-id.js";
import { checkHeader } from "../records/check-header.js";
import { DataError } from "../records/data-error.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";
import { type Movie, Movies } from "./movies.js";

/** How a text of movies is written. */
export interface MoviesFormat extends RecordFormat {
  /** The names of the columns, where the first line gives them. */
  readonly header?: readonly string[];
  /** How many fields a row has. */
  readonly fieldCount: number;
  /** The genres of a row, from its fields; undefined where they cannot be read. */
  readonly genres: (fields: readonly string[]) => string[] | undefined;
}

/** Reads movies: the id in the first field, the title in the second, the genres as the format says. */
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
    if (itemId === "") throw badField(reader, name, { field: 0, reason: "is no id" });
    const unclear = reader.separator === "::" ? fields.findIndex((field) => field.startsWith(":")) : -1;
    if (unclear > 0) {
      throw badField(reader, name, { field: unclear, reason: "follows three colons, of which two separate" });
    }
    if (title === "") throw badField(reader, name, { field: 1, reason: "is no title" });
    if (lines.has(itemId)) {
      const cure = `it stands on line ${lines.get(itemId)} already: keep one of the two`;
      throw badField(reader, name, { field: 0, reason: "is the id of another movie", cure });
    }
    if (!genres) {
      throw new DataError(
        { source: name, line: reader.line },
        {
          value: fields.join(reader.separator),
          reason: "has no genres that can be read",
          cure: "mend the row",
        },
      );
    }
    lines.set(itemId, reader.line);
    movies.push({ itemId, title, genres });
  });
  if (movies.length === 0) {
    throw new DataError(
      { source: name },
      { reason: "there are no movies in it", cure: "give the whole file" },
    );
  }
  const ids = sameKind(movies.map(({ itemId }) => itemId));
  return Movies.from(movies.map((movie, row) => ({ ...movie, itemId: ids[row] })));
}
