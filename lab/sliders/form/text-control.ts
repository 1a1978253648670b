import { similarTexts } from "../../../src/text/similar-texts.js";
import type { Control, ControlEvents, ControlName } from "./control.js";
import { element } from "./element.js";
import { matchingTitles } from "./matching-titles.js";
import type { Value } from "./value.js";

/**
 * A field for a text, taken when the reader presses Enter or leaves it.
 *
 * @param problemOf why it does not take a text
 */
export function textControl(
  { id }: ControlName,
  events: ControlEvents,
  problemOf: (text: string) => string | undefined = () => undefined,
): Control & { input: HTMLInputElement } {
  let current = "";
  const input = element("input", { type: "text", id, autocomplete: "off", spellcheck: false });
  const take = () => {
    const problem = problemOf(input.value);
    events.refuse(problem);
    if (problem !== undefined || input.value === current) return;
    current = input.value;
    void events.change(current);
  };
  input.addEventListener("change", take);
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") take();
    if (key !== "Escape") return;
    input.value = current;
    events.refuse(undefined);
  });
  return {
    input,
    node: element("span", { className: "reelbook-control" }, input),
    set(value: Value) {
      const isTyping = document.activeElement === input && input.value !== current;
      if (value === current && isTyping) return;
      current = String(value);
      input.value = current;
    },
  };
}

/** A field for a title, which completes from the movies in the kernel. */
export function titleControl(named: ControlName, events: ControlEvents): Control {
  let titles: readonly string[] = [];
  const { input, node, set } = textControl(named, events, (title) => {
    if (titles.length === 0 || titles.includes(title)) return undefined;
    const [near] = similarTexts(title, titles, { count: 1 });
    const hint = near === undefined ? "choose one of the list" : `did you mean ${JSON.stringify(near)}?`;
    return `There is no movie ${JSON.stringify(title)}; ${hint}`;
  });
  const list = element("datalist", { id: `${named.id}-titles` });
  input.setAttribute("list", list.id);
  node.append(list);
  const complete = () => {
    list.replaceChildren(...matchingTitles(input.value, titles).map((value) => element("option", { value })));
  };
  input.addEventListener("focus", async () => {
    const found = await events.titles();
    if (typeof found === "string") return events.refuse(found);
    events.refuse(undefined);
    titles = found;
    complete();
  });
  input.addEventListener("input", complete);
  return { node, set };
}
