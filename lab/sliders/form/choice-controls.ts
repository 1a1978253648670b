import type { Control, ControlEvents, ControlName } from "./control.js";
import { element } from "./element.js";
import type { Value } from "./value.js";

export function checkbox({ id }: ControlName, events: ControlEvents): Control {
  const input = element("input", { type: "checkbox", id });
  input.addEventListener("change", () => void events.change(input.checked));
  return {
    node: element("span", { className: "reelbook-control" }, input),
    set: (value) => {
      input.checked = value === true;
    },
  };
}

export function select(
  { id }: ControlName,
  options: readonly (number | string)[],
  events: ControlEvents,
): Control {
  const input = element("select", { id });
  for (const option of options) input.add(new Option(String(option), JSON.stringify(option)));
  input.addEventListener("change", () => void events.change(JSON.parse(input.value)));
  return {
    node: element("span", { className: "reelbook-control" }, input),
    set: (value) => {
      const text = JSON.stringify(value);
      if (![...input.options].some((option) => option.value === text))
        input.add(new Option(String(value), text));
      input.value = text;
    },
  };
}

/** A checkbox for each name; the list keeps the order of the options. */
export function names({ id }: ControlName, options: readonly string[], events: ControlEvents): Control {
  const boxes = options.map((option, index) => {
    const input = element("input", { type: "checkbox", id: index === 0 ? id : `${id}-${index}` });
    input.addEventListener("change", () => {
      void events.change(boxes.filter((box) => box.input.checked).map((box) => box.option));
    });
    return { option, input, label: element("label", {}, input, option) };
  });
  const node = element(
    "span",
    { className: "reelbook-control reelbook-names", role: "group", "aria-labelledby": `${id}-label` },
    ...boxes.map(({ label }) => label),
  );
  return {
    node,
    set(value: Value) {
      for (const { option, input } of boxes) input.checked = Array.isArray(value) && value.includes(option);
    },
  };
}
