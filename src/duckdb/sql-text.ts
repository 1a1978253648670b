/** A name of a column or a table in SQL, whatever characters it has. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in SQL, whatever characters it has. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path in SQL that means this one file, where DuckDB would read `*`, `?` and `[` as patterns. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[*?[]/g, (character) => `[${character}]`));
}

/** A finite number in SQL, as a DOUBLE with all of its bits. */
export function sqlNumber(value: number): string {
  return `CAST('${value}' AS DOUBLE)`;
}
