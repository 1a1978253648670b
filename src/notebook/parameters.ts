import { similarTexts } from "../text/similar-texts.js";
import { currentHost } from "./hosts/current-host.js";
import { line } from "./tables/line.js";

/**
 * The parameters of a notebook: these defaults, overridden from outside (`npm run notebook -- NAME
 * --set minRatings=50`, passed on as a JSON object). Overridden parameters are shown. Values from
 * outside may be text, which is parsed as the type of the default: a number, true or false, or JSON
 * for a list or an object.
 *
 * @throws RangeError for an unknown name; TypeError for a value of another type than the default's.
 * @example
 * const { minRatings, movie } = parameters({ minRatings: 100, movie: "Star Wars (1977)" });
 */
export function parameters<T extends Record<string, unknown>>(defaults: T): T {
  const overrides = Object.entries(readOverrides(currentHost().parameters)).map(([name, given]) => {
    if (!Object.hasOwn(defaults, name)) throw unknownParameter(name, Object.keys(defaults));
    return [name, convert(name, given, defaults[name])] as const;
  });
  if (overrides.length > 0) {
    const list = overrides.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(", ");
    currentHost().show(line(`Parameters set from outside: ${list}`));
  }
  return { ...defaults, ...Object.fromEntries(overrides) };
}

function readOverrides(json: string | undefined): object {
  if (json === undefined) return {};
  const overrides = parseJson(json);
  if (kindOf(overrides) === "object") return overrides as object;
  throw new TypeError(`REELBOOK_PARAMETERS is not a JSON object: ${json}; write it as {"minRatings": 50}`);
}

function unknownParameter(name: string, known: string[]): RangeError {
  const [nearest] = similarTexts(name, known);
  const hint = nearest ? `; did you mean "${nearest}"?` : "";
  return new RangeError(
    `there is no parameter "${name}"; this notebook has ${known.join(", ") || "none"}${hint}`,
  );
}

function convert(name: string, given: unknown, byDefault: unknown): unknown {
  const value = typeof given === "string" ? fromText(given, kindOf(byDefault)) : given;
  if (hasShapeOf(value, byDefault)) return value;
  throw new TypeError(
    `parameter "${name}" is ${JSON.stringify(given)}, but it takes ${describe(byDefault)}; ` +
      `give one like its default, ${JSON.stringify(byDefault)}`,
  );
}

/** The text parsed as a value of this kind; undefined if it is not one. */
function fromText(text: string, kind: Kind): unknown {
  if (kind === "string") return text;
  if (kind === "number") return text.trim() === "" ? undefined : Number(text);
  return parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Kind = "number" | "string" | "boolean" | "list" | "object" | "nothing";

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  return typeof value as Kind;
}

/** Whether a value has the kind of the default, elements of lists included. */
function hasShapeOf(value: unknown, byDefault: unknown): boolean {
  if (kindOf(value) !== kindOf(byDefault)) return false;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value) && Array.isArray(byDefault)) {
    return byDefault.length === 0 || value.every((element) => hasShapeOf(element, byDefault[0]));
  }
  return true;
}

function describe(byDefault: unknown): string {
  if (Array.isArray(byDefault)) {
    return byDefault.length === 0 ? "a list" : `a list in which each element is ${describe(byDefault[0])}`;
  }
  if (typeof byDefault === "number") return "a finite number";
  if (typeof byDefault === "boolean") return "true or false";
  return typeof byDefault === "string" ? "a text" : "an object";
}
