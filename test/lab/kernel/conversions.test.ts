import { expect, test } from "vitest";
import { Conversions, conversionsFile } from "../../../lab/kernel/conversions.js";

const first = "declare const a: number;\n";
const cells = [
  {
    before: "",
    code: "const a = 1;",
    conversion: { diagnostics: [], output: "exports.a = 1;", declarations: first },
  },
  {
    before: first,
    code: "await a",
    conversion: {
      diagnostics: [],
      output: "exports.last = await exports.a;",
      declarations: `${first}declare const b: string;\n`,
      lastExpression: "last",
      hasTopLevelAwait: true,
    },
  },
  {
    before: "",
    code: "await a",
    conversion: { diagnostics: [], output: "other", declarations: "" },
  },
];

test("finds what was converted, after the same declarations only", () => {
  const conversions = new Conversions(JSON.parse(JSON.stringify(conversionsFile(cells))));
  for (const { before, code, conversion } of cells) {
    expect(conversions.find(before, code)).toEqual(conversion);
  }
  expect(conversions.find(`${first} `, "await a")).toBeUndefined();
  expect(conversions.find("", "const a = 1; ")).toBeUndefined();
});

test("lines that declarations share are in the file once", () => {
  const { lines } = conversionsFile(cells);
  expect(lines.filter((line) => line === "declare const a: number;")).toHaveLength(1);
});

test("a cell with errors is refused", () => {
  const diagnostics = [{ line: 0, character: 0, message: "wrong", code: 1 }];
  expect(() => conversionsFile([{ before: "", code: "wrong", conversion: { diagnostics } }])).toThrow(
    "no conversion: wrong",
  );
});
