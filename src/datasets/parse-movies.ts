import { DataError } from "./data-error.js";
import { toId } from "./id-column.js";
import { type Movie, Movies } from "./movies.js";
import { type RecordFormat, RecordReader } from "./record-reader.js";
import type { TextSource } from "./text-source.js";

/** How a text of movies is written. */
export interface MoviesFormat extends RecordFormat {
  /** Whether the first line names the columns. */
  readonly header: boolean;
  /** How many fields a row has. */
  readonly fieldCount: number;
  /** The genres of a row, from its fields. */
  readonly genres: (fields: readonly string[]) => string[];
}

/** Reads movies: the id in the first field, the title in the second, the genres as the format says. */
export async function parseMovies(source: TextSource, format: MoviesFormat): Promise<Movies> {
  const movies: Movie[] = [];
  const lines = new Map<string, number>();
  const reader = new RecordReader(source, format);
  await reader.read(() => {
    const place = { source: source.name, line: reader.line };
    if (format.header && lines.size === 0) {
      lines.set("the header", reader.line);
      return;
    }
    const fields = reader.texts();
    const [id = "", title = ""] = fields;
    if (fields.length !== format.fieldCount) {
      const reason = `has ${fields.length} fields instead of ${format.fieldCount}`;
      throw new DataError(place, { value: fields.join(format.separator), reason, cure: "mend the row" });
    }
    if (lines.has(id)) {
      const cure = `it stands on line ${lines.get(id)} already: keep one of the two`;
      throw new DataError({ ...place, column: 0 }, { value: id, reason: "is the id of another movie", cure });
    }
    lines.set(id, reader.line);
    movies.push({ itemId: toId(id), title, genres: format.genres(fields) });
  });
  if (movies.length === 0) {
    throw new DataError(
      { source: source.name },
      { reason: "there are no movies in it", cure: "give the whole file" },
    );
  }
  return Movies.from(movies);
}
