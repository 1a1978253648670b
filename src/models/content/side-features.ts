import { type Id, IdIndex } from "../../ratings/id-index.js";
import { quoted } from "../../settings/setting.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowsAt } from "./rows-at.js";

/** A number, a category, a set of categories, or undefined where unknown. */
export type SideValue = number | string | boolean | readonly string[] | undefined;

/** What is known of a user or an item, by the name of the feature. */
export interface SideRow {
  readonly id: Id;
  readonly [feature: string]: SideValue;
}

/** A feature and its columns. */
export interface SideGroup {
  readonly name: string;
  readonly kind: "number" | "category" | "set";
  /** The categories, by column; the name of the feature for a number. */
  readonly labels: readonly string[];
}

/**
 * Side data of users or items: numbers, categories and sets of categories. As columns,
 *
 *     a number     (value − mean) / standard deviation, over the ids that have one
 *     a category   1 in the column of the category
 *     a set        n^-½ in the columns of its n members
 *
 * and nothing where the value is unknown. Kinds follow from the values: a feature is of one kind.
 *
 * @example
 * const movies = SideFeatures.from([
 *   { id: 50, year: 1977, studio: "Fox", genres: ["Action", "Sci-Fi"] },
 *   { id: 172, year: 1980, genres: ["Action"] },
 * ]);
 * movies.groups.map(({ kind }) => kind); // ["number", "category", "set"]
 */
export class SideFeatures {
  /** The ids that have a row. */
  readonly ids: IdIndex;
  readonly groups: readonly SideGroup[];
  readonly #rows: CsrMatrix;

  private constructor(ids: IdIndex, groups: readonly SideGroup[], rows: CsrMatrix) {
    this.ids = ids;
    this.groups = Object.freeze(groups);
    this.#rows = rows;
    Object.freeze(this);
  }

  /**
   * Reads rows. O(values).
   *
   * @throws RangeError for a row without an id, an id that comes twice, a number that is not
   *   finite, a value of another type, or a feature of two kinds; it names id and feature
   */
  static from(rows: Iterable<SideRow>): SideFeatures {
    const all = [...rows];
    const without = all.findIndex((row) => row?.id === undefined || row.id === null);
    if (without >= 0) {
      throw new RangeError(
        `row ${without} has no id; name the column of ids "id", as { id: isbn, ...facts }`,
      );
    }
    const ids = IdIndex.from(all.map(({ id }) => id));
    if (ids.size < all.length) {
      const seen = new Set<Id>();
      const again = all.find(({ id }) => seen.has(id) || !seen.add(id));
      throw new RangeError(`id ${quoted(again?.id)} comes twice; keep one of the two rows`);
    }
    const names = new Set(all.flatMap((row) => Object.keys(row).filter((name) => name !== "id")));
    const entries: Entry[] = [];
    let first = 0;
    const groups = [...names].map((name) => {
      const group = groupOf(name, all);
      for (const [row, each] of all.entries()) {
        for (const { label, value } of cellsOf(group.kind, each[name], name)) {
          entries.push({ row, column: first + (group.places.get(label) ?? 0), value });
        }
      }
      if (group.kind === "number") standardize(entries, first);
      first += group.places.size;
      return Object.freeze({ name, kind: group.kind, labels: Object.freeze([...group.places.keys()]) });
    });
    const columns = { rowCount: all.length, columnCount: first };
    return new SideFeatures(ids, groups, matrixOf(entries, columns));
  }

  /** The columns of these ids, a row for each; empty for an id without side data. O(entries). */
  rowsFor(wanted: IdIndex): CsrMatrix {
    return rowsAt(this.#rows, this.ids, wanted);
  }
}

/**
 * Refuses side data of a model, by the name of its side, where none is given or one is something
 * else than {@link SideFeatures}.
 */
export function checkFeatures(
  owner: string,
  given: Readonly<Record<string, SideFeatures | undefined>>,
): void {
  const sides = Object.keys(given).filter((side) => given[side] !== undefined);
  const wrong = sides.find((side) => typeof given[side]?.rowsFor !== "function");
  if (sides.length > 0 && wrong === undefined) return;
  const what = wrong === undefined ? "of was given no side data" : `${wrong} are ${quoted(given[wrong])}`;
  throw new RangeError(
    `${owner}: ${what}; give { ${Object.keys(given).join(", ")} } as SideFeatures.from(rows)`,
  );
}

/** A cell of a sparse matrix. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  value: number;
}

/** The sparse matrix of some cells. O(cells). */
export function matrixOf(
  entries: readonly Entry[],
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): CsrMatrix {
  return CsrMatrix.fromTriplets({
    rowCount,
    columnCount,
    rows: Int32Array.from(entries, ({ row }) => row),
    columns: Int32Array.from(entries, ({ column }) => column),
    values: Float64Array.from(entries, ({ value }) => value),
  });
}

/** The kind of a feature, and the places of its labels. */
function groupOf(
  name: string,
  rows: readonly SideRow[],
): { kind: SideGroup["kind"]; places: ReadonlyMap<string, number> } {
  let kind: SideGroup["kind"] | undefined;
  const places = new Map<string, number>();
  for (const row of rows) {
    const found = kindOf(row[name], `${name} of id ${quoted(row.id)}`);
    if (!found) continue;
    kind ??= found;
    if (found !== kind) {
      throw new RangeError(
        `${name} of id ${quoted(row.id)} is a ${found}, and that of others a ${kind}; give all of one kind`,
      );
    }
    for (const { label } of cellsOf(kind, row[name], name)) {
      if (!places.has(label)) places.set(label, places.size);
    }
  }
  return { kind: kind ?? "category", places };
}

function kindOf(value: SideValue, owner: string): SideGroup["kind"] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return "number";
    throw new RangeError(`${owner} is ${value}, which is not a finite number; leave it out if it is unknown`);
  }
  if (typeof value === "string" || typeof value === "boolean") return "category";
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return "set";
  throw new RangeError(
    `${owner} is ${quoted(value)}; give a number, a text or a list of texts, or leave it out if unknown`,
  );
}

function cellsOf(
  kind: SideGroup["kind"],
  value: SideValue,
  name: string,
): readonly { label: string; value: number }[] {
  if (value === undefined) return [];
  if (kind === "number") return [{ label: name, value: Number(value) }];
  if (kind === "category") return [{ label: String(value), value: 1 }];
  const members = [...new Set(value as readonly string[])];
  return members.map((label) => ({ label, value: 1 / Math.sqrt(members.length) }));
}

/** Subtracts the mean from the entries of a column, and divides by their standard deviation. */
function standardize(entries: readonly Entry[], column: number): void {
  const own = entries.filter((entry) => entry.column === column);
  const mean = own.reduce((sum, { value }) => sum + value, 0) / own.length;
  const deviation = Math.sqrt(own.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / own.length);
  for (const entry of own) entry.value = deviation > 0 ? (entry.value - mean) / deviation : 0;
}
