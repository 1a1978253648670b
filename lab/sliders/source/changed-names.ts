import { codeTokens } from "./code-tokens.js";
import { Spread } from "./dependents.js";
import { findParametersCall } from "./find-parameters-call.js";
import { type Literal, literalsOf } from "./literals-of.js";
import { boundNames, namesOf, statementNamesOf } from "./names-of.js";
import { childrenOf, textOf } from "./parse.js";

/**
 * The names whose value changes when a cell that ran as `before` runs as `after`: none where only
 * comments differ, the variables of the changed parameters where only their literals differ,
 * otherwise all that it declares or assigns.
 */
export function changedNames(before: string, after: string): Set<string> {
  if (before === after || codeTokens(before) === codeTokens(after)) return new Set();
  if (withoutLiterals(before) === withoutLiterals(after)) {
    const [old, literals] = [literalsOf(before), literalsOf(after)];
    const changed = [...literals].flatMap(([name, literal]) => {
      return comparable(old.get(name)) === comparable(literal) ? [] : [name];
    });
    return variablesOf(after, changed);
  }
  const names = [namesOf(before), namesOf(after)];
  return new Set(names.flatMap(({ declared, assigned }) => [...declared, ...assigned]));
}

/**
 * The variables of a cell that depend on these parameters: those that
 * `const { name: variable } = parameters({ … })` declares, and those of its other statements that
 * use them.
 */
export function variablesOf(source: string, parameters: readonly string[]): Set<string> {
  const found = findParametersCall(source);
  if (!found || parameters.length === 0) return new Set();
  const own = declaredFor(source, found.call.from, parameters);
  const statements = statementNamesOf(source);
  const home = statements.find(({ from, to }) => from <= found.call.from && found.call.to <= to);
  const changed = new Set(own ?? [...(home?.declared ?? []), ...(home?.assigned ?? [])]);
  // Functions are hoisted, so a statement may depend on one below it: repeat until nothing is
  // added.
  for (let size = -1; size !== changed.size; ) {
    size = changed.size;
    for (const statement of statements) {
      if (statement === home) continue;
      const spread = new Spread(changed);
      if (!spread.reaches(statement)) continue;
      for (const name of spread.changed) changed.add(name);
    }
  }
  return changed;
}

/**
 * The variables of a pattern for these parameters; undefined where the call has no such pattern.
 */
function declaredFor(source: string, call: number, parameters: readonly string[]): string[] | undefined {
  const before = findPatternOf(source, call);
  if (!before) return undefined;
  return before.getChildren("PatternProperty").flatMap((property) => {
    const [first] = childrenOf(property);
    if (!first) return [];
    const isNamed = first.name === "PropertyName" || first.name === "VariableDefinition";
    return !isNamed || parameters.includes(textOf(source, first)) ? boundNames(source, property) : [];
  });
}

/** The pattern to which the value of a call is given, as in `const { a } = await parameters(…)`. */
function findPatternOf(source: string, call: number) {
  let node = findParametersCall(source)?.call.parent;
  while (node && /^(AwaitExpression|ParenthesizedExpression|BinaryExpression)$/.test(node.name)) {
    node = node.parent;
  }
  if (node?.name !== "VariableDeclaration") return undefined;
  const children = childrenOf(node);
  const place = children.findIndex(({ from, to }) => from <= call && call < to);
  const [pattern] = children
    .slice(0, place)
    .reverse()
    .filter(({ name }) => !["Equals", "TypeAnnotation"].includes(name));
  return pattern?.name === "ObjectPattern" ? pattern : undefined;
}

function withoutLiterals(source: string): string {
  const places = [...literalsOf(source).values()].flatMap((literal) => ("value" in literal ? [literal] : []));
  let text = source;
  for (const { from, to } of places.sort((a, b) => b.from - a.from)) {
    text = `${text.slice(0, from)}$literal${text.slice(to)}`;
  }
  return codeTokens(text);
}

function comparable(literal: Literal | undefined): string {
  if (!literal || !("value" in literal)) return "";
  return typeof literal.value === "number" ? String(literal.value) : JSON.stringify(literal.value);
}
