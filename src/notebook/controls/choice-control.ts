import { similarTexts } from "../../text/similar-texts.js";
import type { Control } from "./control.js";
import { controlError } from "./control-error.js";
import type { ParameterControl } from "./parameter-control.js";
import { valueKind, valueText } from "./value-kind.js";

/** A choice among options: of one for a text or a number, of several for a list of texts. */
export function choiceControl(
  name: string,
  value: number | string | readonly unknown[],
  { options = [], others = false }: Control,
): ParameterControl {
  const isList = Array.isArray(value);
  rejectUnusable(name, options, isList ? "string" : valueKind(value));
  const takes = `${isList ? "a list of these" : "one of"}: ${options.map(valueText).join(", ")}`;
  const refusal = (given: unknown) => {
    const chosen = Array.isArray(given) ? given : [given];
    const wrong = chosen.find((each) => !options.includes(each));
    if (wrong !== undefined && !others) return { takes, remedy: nearest(wrong, options) };
    const repeated = chosen.find((each, place) => chosen.indexOf(each) < place);
    return repeated === undefined
      ? undefined
      : { takes: "each name once", remedy: `leave out one ${valueText(repeated)}` };
  };
  if (isList) return { form: { kind: "names", options: options as readonly string[] }, refusal };
  return { form: { kind: "select", options }, refusal };
}

function rejectUnusable(name: string, options: readonly unknown[], kind: string): void {
  if (!Array.isArray(options) || options.length === 0) {
    throw controlError(name, `has options ${valueText(options)}; give a list of at least one`);
  }
  for (const [place, option] of options.entries()) {
    if (valueKind(option) !== kind || Number.isNaN(option)) {
      const wanted = kind === "string" ? "texts" : "numbers";
      throw controlError(name, `has the option ${valueText(option)}; its options must be ${wanted}`);
    }
    if (options.indexOf(option) < place) {
      throw controlError(name, `has the option ${valueText(option)} twice; leave one of them out`);
    }
  }
}

function nearest(wrong: unknown, options: readonly unknown[]): string | undefined {
  if (typeof wrong !== "string") return undefined;
  const [near] = similarTexts(wrong, options as readonly string[]);
  return near === undefined ? undefined : `did you mean ${valueText(near)}?`;
}
