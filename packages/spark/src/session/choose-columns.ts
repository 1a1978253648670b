import type { SourceColumns } from "../plans/ratings-plan.js";

/** The names of columns that differ from the usual ones. */
export type GivenColumns = Partial<SourceColumns>;

const USUAL = {
  userId: ["userId"],
  itemId: ["itemId", "movieId"],
  rating: ["rating"],
  timestamp: ["timestamp"],
} as const;

/**
 * Finds the columns of ratings among those of a file.
 *
 * @throws RangeError for one that is not there
 */
export function chooseColumns(
  names: readonly string[],
  path: string,
  given: GivenColumns = {},
): SourceColumns {
  const find = (field: keyof typeof USUAL) =>
    (given[field] === undefined ? USUAL[field] : [given[field]]).find((name) => names.includes(name));
  const required = (field: "userId" | "itemId" | "rating") => {
    const found = find(field);
    if (found !== undefined) return found;
    const wanted = given[field] ?? USUAL[field].join('" or "');
    throw new RangeError(
      `${path} has no column "${wanted}"; it has ${names.join(", ")}; name yours as in { columns: { ${field}: "${names[0] ?? "…"}" } }`,
    );
  };
  const timestamp = find("timestamp");
  if (given.timestamp !== undefined && timestamp === undefined) {
    throw new RangeError(
      `${path} has no column "${given.timestamp}"; it has ${names.join(", ")}; name the one with times, or none`,
    );
  }
  return { userId: required("userId"), itemId: required("itemId"), rating: required("rating"), timestamp };
}
