import type { SyntaxNode } from "@lezer/common";
import { findParametersCall } from "./find-parameters-call.js";
import { keptBySource } from "./kept-by-source.js";
import { childrenOf, textOf } from "./parse.js";

/** The value of one parameter in the code: a literal and its place, or why it is none. */
export type Literal =
  | {
      readonly value: number | boolean | string | readonly string[];
      readonly from: number;
      readonly to: number;
    }
  | { readonly reason: string };

/**
 * The values in `parameters({ name: value, … })`, by name; empty where the code has no such call.
 */
export const literalsOf: (source: string) => ReadonlyMap<string, Literal> = keptBySource((source) => {
  const literals = new Map<string, Literal>();
  const call = findParametersCall(source);
  if (!call) return literals;
  for (const property of call.defaults.getChildren("Property")) {
    const name = nameOf(source, property);
    if (name !== undefined) literals.set(name, literalOf(source, valueIn(property)));
  }
  return literals;
});

/** The name of a property; undefined for `[computed]` names and `...spread`. */
function nameOf(source: string, property: SyntaxNode): string | undefined {
  const [first] = childrenOf(property);
  if (first?.name === "PropertyDefinition") return textOf(source, first);
  if (first?.name === "String") return textIn(textOf(source, first));
  return undefined;
}

function valueIn(property: SyntaxNode): SyntaxNode | undefined {
  const children = childrenOf(property);
  const colon = children.findIndex(({ name }) => name === ":");
  return colon < 0 ? undefined : children.slice(colon + 1).find(isCode);
}

function literalOf(source: string, node: SyntaxNode | undefined): Literal {
  if (!node) return { reason: "its value is not written in the call; write name: value" };
  const text = textOf(source, node);
  const place = { from: node.from, to: node.to };
  const inner = childrenOf(node).filter(isCode);
  switch (node.name) {
    case "Number":
      if (text.endsWith("n")) return { reason: "a BigInt has no control; write a number" };
      return { value: Number(text.replaceAll("_", "")), ...place };
    case "BooleanLiteral":
      return { value: text === "true", ...place };
    case "String": {
      const value = textIn(text);
      if (value !== undefined) return { value, ...place };
      return { reason: "the text has an escape that only TypeScript reads; write it without" };
    }
    case "VariableName":
      if (text === "Infinity") return { value: Number.POSITIVE_INFINITY, ...place };
      return { reason: `its value is the variable ${text}; write the value itself` };
    case "UnaryExpression":
      return signed(source, node, inner);
    case "ArrayExpression":
      return list(source, node, inner);
    case "TemplateString":
      return { reason: "its value is a template string; write a text in quotes" };
    case "ParenthesizedExpression":
      return literalOf(
        source,
        inner.find(({ name }) => name !== "(" && name !== ")"),
      );
    case "BinaryExpression":
      // A cast: only the literal before it is the value.
      if (inner[1]?.name === "as" || inner[1]?.name === "satisfies") return literalOf(source, inner[0]);
      return { reason: "its value is computed; write the value itself" };
    default:
      return { reason: "its value is computed; write the value itself" };
  }
}

function signed(source: string, node: SyntaxNode, [sign, operand]: SyntaxNode[]): Literal {
  const literal = literalOf(source, operand);
  const isSign = sign?.name === "ArithOp" && ["+", "-"].includes(textOf(source, sign));
  if (!isSign || !("value" in literal) || typeof literal.value !== "number") {
    return { reason: "its value is computed; write the value itself" };
  }
  const value = textOf(source, sign) === "-" ? -literal.value : literal.value;
  return { value, from: node.from, to: node.to };
}

function list(source: string, node: SyntaxNode, inner: SyntaxNode[]): Literal {
  const elements = inner.filter(({ name }) => !["[", "]", ","].includes(name));
  const values = elements.map((element) => literalOf(source, element));
  const texts = values.flatMap((literal) =>
    "value" in literal && typeof literal.value === "string" ? [literal.value] : [],
  );
  if (texts.length < elements.length)
    return { reason: "its list holds more than texts; change it in the code" };
  return { value: texts, from: node.from, to: node.to };
}

function isCode({ name, type }: SyntaxNode): boolean {
  return name !== "LineComment" && name !== "BlockComment" && !type.isError;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v" };

/** The text of a string literal; undefined with an escape that is rare, such as \x41. */
function textIn(literal: string): string | undefined {
  let isRare = literal.length < 2 || literal[0] !== literal.at(-1);
  const text = literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, sequence: string) => {
    if (sequence.length > 1) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    if (/[0-9xu\r\n\u2028\u2029]/.test(sequence)) isRare = true;
    return ESCAPES[sequence] ?? sequence;
  });
  return isRare ? undefined : text;
}
