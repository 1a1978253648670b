import type { Exercise } from "./exercise.js";
import { shownAnswer } from "./hidden-answer.js";

type Fields = Readonly<Record<string, unknown>>;
type Kind = Exercise["kind"];

/** What an answer of each kind must be, and what it is called in errors. */
const ANSWERS: Readonly<Record<Kind, readonly [string, (answer: unknown) => boolean]>> = {
  number: ["a number", Number.isFinite],
  title: ["a title", isText],
  list: [
    "a list of numbers or titles",
    (answer) => isListOf(answer, (item) => isText(item) || Number.isFinite(item)),
  ],
  choice: ["a text", isText],
  range: ["{ least, most }", (answer) => isFields(answer) && Number(answer.least) <= Number(answer.most)],
  function: ["a list of { given, gives }", (answer) => isListOf(answer, isCase)],
};

/** The fields that some kinds have beside those of all, and what they must be. */
const OWN_FIELDS: Readonly<Record<string, readonly [readonly Kind[], string, (value: unknown) => boolean]>> =
  {
    digits: [["number", "function"], "a whole number from 1 to 15", (value) => isWhole(value, 1, 15)],
    percent: [["number"], "true or false", isBoolean],
    ordered: [["list"], "true or false", isBoolean],
    options: [["choice"], "a list of texts", (value) => isListOf(value, isText)],
  };

const COMMON = ["kind", "answer", "hidden", "hints", "solution", "explanation"];

/**
 * The exercises of one file of `notebooks/exercises`, by their names, such as "02.1".
 *
 * @param name the notebook's, "02-popularity"; its number begins the names of its exercises
 * @throws TypeError that names file, exercise and field, where something is missing or unknown.
 */
export function parseExercises(name: string, json: string): ReadonlyMap<string, Exercise> {
  const fail = (where: string, problem: string): never => {
    throw new TypeError(
      `exercises/${name}.json${where}: ${problem}; README.md beside it says what a file has`,
    );
  };
  const file = parse(json, (problem) => fail("", problem));
  if (!isFields(file)) return fail("", "is not an object of exercises");
  const number = /^\d+/.exec(name)?.[0] ?? name;
  const exercises = Object.entries(file).map(([id, fields]) => {
    const failHere = (problem: string) => fail(`, ${id}`, problem);
    if (!new RegExp(`^${number}\\.\\d+$`).test(id)) failHere(`the name is not of the form ${number}.1`);
    return [id, exerciseOf(isFields(fields) ? fields : failHere("is not an object"), failHere)] as const;
  });
  return new Map(exercises);
}

function parse(json: string, fail: (problem: string) => never): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    return fail(`is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function exerciseOf(fields: Fields, fail: (problem: string) => never): Exercise {
  const { kind, hints, solution, explanation } = fields;
  if (!isKind(kind)) fail(`kind is ${JSON.stringify(kind)}, not one of ${Object.keys(ANSWERS).join(", ")}`);
  const own = ownFields(kind as Kind, fields, fail);
  if (!isListOf(hints, isText) || hints.length !== 2) fail("hints is not a list of two texts");
  if (!isText(solution) && !isListOf(solution, isString)) fail("solution is not a text or a list of lines");
  if (!isText(explanation)) fail("explanation is not a text");
  const answer = answerOf(fields, fail);
  const [expected, isRight] = ANSWERS[kind as Kind];
  if (!isRight(answer)) fail(`the answer of a ${kind} is not ${expected}`);
  if (kind === "choice" && !(own.options as unknown[] | undefined)?.includes(answer)) {
    fail("the answer is not one of options");
  }
  const lines = Array.isArray(solution) ? solution.join("\n") : solution;
  return Object.freeze({ ...own, kind, answer, hints, solution: lines, explanation }) as unknown as Exercise;
}

function ownFields(kind: Kind, fields: Fields, fail: (problem: string) => never): Fields {
  const own = Object.entries(fields).filter(([field]) => !COMMON.includes(field));
  for (const [field, value] of own) {
    const [kinds, expected, isRight] = OWN_FIELDS[field] ?? fail(`there is no field ${field}`);
    if (!kinds.includes(kind)) fail(`a ${kind} has no field ${field}`);
    if (!isRight(value)) fail(`${field} is ${JSON.stringify(value)}, not ${expected}`);
  }
  return Object.fromEntries(own);
}

function answerOf({ answer, hidden }: Fields, fail: (problem: string) => never): unknown {
  if ((answer === undefined) === (hidden === undefined)) {
    fail("needs either an answer, or the hidden text that npm run hide-answers makes of it");
  }
  if (hidden === undefined) return answer;
  try {
    return shownAnswer(String(hidden));
  } catch {
    return fail("hidden is not a text that npm run hide-answers has made; write answer instead");
  }
}

function isKind(kind: unknown): kind is Kind {
  return typeof kind === "string" && Object.hasOwn(ANSWERS, kind);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCase(value: unknown): boolean {
  return isFields(value) && Array.isArray(value.given) && Object.hasOwn(value, "gives");
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isText(value: unknown): value is string {
  return isString(value) && value.trim() !== "";
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
