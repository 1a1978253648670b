import type { Fields } from "../transport/messages.js";

/** A table that the server computes: the message `spark.connect.Relation`. */
export interface Relation {
  readonly relType: { readonly case: string; readonly value: Fields };
}

/** Relations by the names that SQL text gives them. */
export type Inputs = Readonly<Record<string, Relation>>;

/** A CSV file with a header, on the server's disk; its columns are text. */
export function csvFile(path: string): Relation {
  return dataSource("csv", path, { header: "true" });
}

/** A Parquet file or folder, on the server's disk. */
export function parquetFile(path: string): Relation {
  return dataSource("parquet", path, {});
}

/**
 * Rows that are sent with the plan.
 *
 * @param data an Arrow IPC stream
 * @param schema its columns as in SQL: "userId INT, rating DOUBLE"
 */
export function localRows(data: Uint8Array, schema: string): Relation {
  return relationOf("localRelation", { data, schema });
}

let queries = 0;

/**
 * The result of a query in SQL, in which `{name}` is the input of that name. The server makes a
 * temporary view of each for a moment, so that its name must be unique in the session.
 */
export function sql(query: string, inputs: Inputs): Relation {
  const suffix = queries++;
  const references = Object.entries(inputs).map(([name, input]) =>
    relationOf("subqueryAlias", { input, alias: `${name}_${suffix}` }),
  );
  const text = query.replaceAll(/\{(\w+)\}/g, (_, name) => `${name}_${suffix}`);
  return relationOf("withRelations", { root: relationOf("sql", { query: text }), references });
}

/** Columns of a relation, each an expression in SQL. */
export function select(input: Relation, expressions: readonly string[]): Relation {
  const all = expressions.map((expression) => ({
    exprType: { case: "expressionString", value: { expression } },
  }));
  return relationOf("project", { input, expressions: all });
}

/** A model's predictions for rows; `columns` are the settings that name them. */
export function transform(modelId: string, input: Relation, columns: Fields): Relation {
  const operator = { case: "objRef", value: { id: modelId } };
  return relationOf("mlRelation", {
    mlType: { case: "transform", value: { operator, input, params: { params: columns } } },
  });
}

/** What a model's method returns as a table, such as "userFactors". */
export function modelTable(modelId: string, method: string, ...args: readonly MethodArgument[]): Relation {
  const fetch = { objRef: { id: modelId }, methods: [{ method, args }] };
  return relationOf("mlRelation", { mlType: { case: "fetch", value: fetch } });
}

/** An argument of a model's method. */
export interface MethodArgument {
  readonly argsType: { readonly case: "param" | "input"; readonly value: unknown };
}

export function tableArgument(value: Relation): MethodArgument {
  return { argsType: { case: "input", value } };
}

export function numberArgument(value: number): MethodArgument {
  return { argsType: { case: "param", value: integerLiteral(value) } };
}

/** Values as `spark.connect.Expression.Literal`. */
export function textLiteral(value: string): Fields {
  return { literalType: { case: "string", value } };
}

export function integerLiteral(value: number): Fields {
  return { literalType: { case: "integer", value } };
}

export function longLiteral(value: number): Fields {
  return { literalType: { case: "long", value: BigInt(value) } };
}

export function doubleLiteral(value: number): Fields {
  return { literalType: { case: "double", value } };
}

export function booleanLiteral(value: boolean): Fields {
  return { literalType: { case: "boolean", value } };
}

/** A name in SQL text, also one with blanks or quotes. */
export function quotedName(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

function dataSource(format: string, path: string, options: Readonly<Record<string, string>>): Relation {
  const value = { format, options, paths: [path] };
  return relationOf("read", { readType: { case: "dataSource", value } });
}

/** A relation of another kind, by its name in `spark.connect.Relation`. */
export function relationOf(name: string, value: Fields): Relation {
  return { relType: { case: name, value } };
}
