import { Table, tableToIPC, vectorFromArray } from "apache-arrow";
import type { Fields } from "../src/transport/messages.js";

/** An answer of a fake server with these columns. */
export function fakeRows(columns: Record<string, readonly (number | bigint | string | null)[]>): Fields {
  const vectors = Object.entries(columns).map(([name, values]) => [name, vectorFromArray(values)]);
  const data = tableToIPC(new Table(Object.fromEntries(vectors)), "stream");
  return { case: "arrowBatch", value: { data, rowCount: 1n } };
}

/** An answer about a file with these columns. */
export function fakeSchema(names: readonly string[]): Fields {
  const fields = names.map((name) => ({ name, dataType: { kind: { case: "string", value: {} } } }));
  return { case: "schema", value: { schema: { kind: { case: "struct", value: { fields } } } } };
}
