import type { Relation } from "../src/plans/relations.js";

/** The text of a query in SQL. */
export function queryOf({ relType }: Relation): string {
  return (relType.value as any).root.relType.value.query;
}

/** Its inputs by their names, without the numbers that make these unique. */
export function inputsOf({ relType }: Relation): Record<string, Relation> {
  const references: any[] = (relType.value as any).references;
  return Object.fromEntries(
    references.map((each) => [each.relType.value.alias.replace(/_\d+$/, ""), each.relType.value.input]),
  );
}
