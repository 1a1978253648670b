import { makeVector, Table, tableToIPC } from "apache-arrow";

/** Columns of one length that are sent to the server. */
export type Columns = Readonly<Record<string, Int32Array | Float64Array>>;

/** The columns as an Arrow IPC stream, and their types as Spark names them. */
export function arrowRows(columns: Columns): { readonly data: Uint8Array; readonly schema: string } {
  const entries = Object.entries(columns);
  const vectors = Object.fromEntries(entries.map(([name, values]) => [name, makeVector(values)]));
  const schema = entries
    .map(([name, values]) => `${name} ${values instanceof Int32Array ? "INT" : "DOUBLE"}`)
    .join(", ");
  return { data: tableToIPC(new Table(vectors), "stream"), schema };
}
