import { DataError } from "../records/data-error.js";
import { guessSeparator } from "../records/guess-separator.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";
import type { OwnRatingRow } from "./own-rating-row.js";

/** The rows of an export, and the site that it comes from. */
export interface OwnRatingRows {
  readonly site: "Letterboxd" | "IMDb";
  readonly rows: readonly OwnRatingRow[];
}

/** The text of a column of the current row; empty if the file has no such column. */
type Column = (name: string) => string;

/** A site's export: the columns that tell it from others, and its rows. */
interface ExportFormat {
  readonly site: OwnRatingRows["site"];
  readonly needs: readonly string[];
  readRow(column: Column, line: number): OwnRatingRow;
}

const FORMATS: readonly ExportFormat[] = [
  {
    site: "IMDb",
    needs: ["const", "your rating", "title", "year"],
    readRow: (column, line) => ({
      line,
      title: column("title"),
      year: yearOf(column("year")),
      rating: starsOf(column("your rating"), 2),
      ratingText: column("your rating"),
      imdbNumber: Number(/^tt(\d+)$/.exec(column("const"))?.[1] ?? Number.NaN),
      otherKind: otherKindOf(column("title type")),
      date: column("date rated"),
    }),
  },
  {
    site: "Letterboxd",
    needs: ["name", "year", "rating"],
    readRow: (column, line) => ({
      line,
      title: column("name"),
      year: yearOf(column("year")),
      rating: starsOf(column("rating"), 1),
      ratingText: column("rating"),
      imdbNumber: Number.NaN,
      otherKind: "",
      date: column("date"),
    }),
  },
];

/**
 * Parses the ratings that Letterboxd (`ratings.csv`) or IMDb export. The header tells which; the
 * order of the columns does not matter. Ratings of IMDb, from 1 to 10, are halved: 0.5 to 5 stars.
 *
 * @throws DataError for a file without the columns of either site.
 */
export async function parseOwnRatings(source: TextSource): Promise<OwnRatingRows> {
  const separator = await guessSeparator(source);
  const reader = new RecordReader(source, { separator, quotes: true });
  const rows: OwnRatingRow[] = [];
  let names: string[] = [];
  let format: ExportFormat | undefined;
  await reader.read(() => {
    const texts = reader.texts().map((text) => text.trim());
    if (format) {
      const column: Column = (name) => texts[names.indexOf(name)] ?? "";
      rows.push(format.readRow(column, reader.line));
    } else {
      names = texts.map((text) => text.toLowerCase());
      format = formatOf(names) ?? unknownFormat(source.name, texts);
    }
  });
  if (!format) {
    throw new DataError({ source: source.name }, { reason: "the file is empty", cure: "export it again" });
  }
  return { site: format.site, rows };
}

function formatOf(names: readonly string[]): ExportFormat | undefined {
  return FORMATS.find(({ needs }) => needs.every((name) => names.includes(name)));
}

function unknownFormat(source: string, header: readonly string[]): never {
  const needs = FORMATS.map(({ site, needs: columns }) => `${columns.join(", ")} of ${site}`).join(
    " or the columns ",
  );
  const isLetterboxd = header.includes("Letterboxd URI");
  throw new DataError(
    { source, line: 1 },
    {
      value: header.join(", "),
      reason: isLetterboxd
        ? "are the columns of a list of Letterboxd that has no ratings"
        : "are not the columns of an export of ratings",
      cure: isLetterboxd ? "give the file ratings.csv of the same export" : `expected the columns ${needs}`,
    },
  );
}

function yearOf(text: string): number {
  return /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
}

/** Stars from 0.5 to 5 of a rating with `perStar` points per star; NaN for anything else. */
function starsOf(text: string, perStar: number): number {
  const stars = /^\d+(\.\d+)?$/.test(text) ? Number(text) / perStar : Number.NaN;
  return stars >= 0.5 && stars <= 5 ? stars : Number.NaN;
}

/** "TV series" for IMDb's "tvSeries" and "TV Series"; empty for movies. */
function otherKindOf(titleType: string): string {
  const words = titleType.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const isOther = /series|episode|game|music|podcast/.test(words);
  return isOther ? words.replace(/^tv /, "TV ") : "";
}
