import { expect, test } from "vitest";
import {
  booleanLiteral,
  csvFile,
  doubleLiteral,
  integerLiteral,
  localRows,
  longLiteral,
  modelTable,
  numberArgument,
  parquetFile,
  quotedName,
  type Relation,
  select,
  sql,
  tableArgument,
  textLiteral,
  transform,
} from "../../src/plans/relations.js";
import { decodeMessage, encodeMessage, type Fields } from "../../src/transport/messages.js";

/** What a server reads of a relation. */
function sent(relation: Relation): Fields {
  return decodeMessage("Relation", encodeMessage("Relation", relation as unknown as Fields));
}

test.each([
  ["CSV", csvFile("/a.csv"), { format: "csv", paths: ["/a.csv"], options: { header: "true" } }],
  ["Parquet", parquetFile("/a"), { format: "parquet", paths: ["/a"], options: {} }],
])("a file in %s is read by the server", (_, file, dataSource) => {
  const read = { readType: { case: "dataSource", value: dataSource } };
  expect(sent(file)).toMatchObject({ relType: { case: "read", value: read } });
});

test("the inputs of a query have unique names, because the server makes views of them", () => {
  const inputs = { a: csvFile("/a"), b: localRows(Uint8Array.of(7), "x INT") };
  const [first, second] = [sql("SELECT * FROM {a} JOIN {b}", inputs), sql("SELECT * FROM {a}", inputs)];
  const { value } = sent(first).relType as any;
  const [query] = [value.root.relType.value.query];
  const references = value.references.map((each: any) => each.relType.value);
  expect(query).toMatch(/^SELECT \* FROM a_\d+ JOIN b_\d+$/);
  expect(query).toBe(`SELECT * FROM ${references[0].alias} JOIN ${references[1].alias}`);
  expect(references[1].input.relType).toMatchObject({ value: { data: Uint8Array.of(7), schema: "x INT" } });
  expect((sent(second).relType as any).value.root.relType.value.query).not.toContain(references[0].alias);
});

test("columns are expressions in SQL", () => {
  const expressions = [{ exprType: { case: "expressionString", value: { expression: "x + 1 AS y" } } }];
  expect(sent(select(csvFile("/a"), ["x + 1 AS y"]))).toMatchObject({
    relType: { case: "project", value: { expressions } },
  });
});

test("a model's methods and predictions are relations", () => {
  const users = localRows(Uint8Array.of(), "userId INT");
  const lists = modelTable("m", "recommendForUserSubset", tableArgument(users), numberArgument(3));
  const methods = [
    {
      method: "recommendForUserSubset",
      args: [
        { argsType: { case: "input", value: { relType: { case: "localRelation" } } } },
        { argsType: { case: "param", value: { literalType: { case: "integer", value: 3 } } } },
      ],
    },
  ];
  expect(sent(lists)).toMatchObject({
    relType: { value: { mlType: { case: "fetch", value: { objRef: { id: "m" }, methods } } } },
  });
  const columns = { userCol: textLiteral("userId") };
  expect(sent(transform("m", users, columns))).toMatchObject({
    relType: {
      value: {
        mlType: {
          case: "transform",
          value: {
            operator: { case: "objRef", value: { id: "m" } },
            params: { params: { userCol: { literalType: { case: "string", value: "userId" } } } },
          },
        },
      },
    },
  });
});

test("literals have Spark's types, names in SQL their quotes", () => {
  const cases = [
    textLiteral("a"),
    integerLiteral(1),
    longLiteral(2),
    doubleLiteral(0.5),
    booleanLiteral(true),
  ];
  const kinds = cases.map((literal) => (literal.literalType as Fields).case);
  expect(kinds).toEqual(["string", "integer", "long", "double", "boolean"]);
  expect(quotedName("movie `id`")).toBe("`movie ``id```");
});
