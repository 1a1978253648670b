import type { SliderControl } from "../../../src/notebook/hosts/form.js";
import type { Control, ControlEvents, ControlName } from "./control.js";
import { element } from "./element.js";
import { Player } from "./player.js";
import { problemOf } from "./problem-of.js";
import { onStep, stepsAfter } from "./slider-steps.js";
import type { Value } from "./value.js";

/** A slider with a field for the number and a button that steps through the range. */
export function numberControl(
  { id, name }: ControlName,
  range: SliderControl,
  events: ControlEvents,
): Control {
  let current = range.min;
  const { min, max, step } = range;
  const slider = element("input", { type: "range", id, "aria-labelledby": `${id}-label` });
  Object.assign(slider, { min: String(min), max: String(max), step: String(step) });
  const field = element("input", {
    type: "text",
    inputMode: "decimal",
    className: "reelbook-number",
    "aria-label": `${name}, number`,
    autocomplete: "off",
  });
  const play = element("button", { type: "button", className: "reelbook-play" });

  const show = (value: number) => {
    slider.value = String(value);
    slider.setAttribute("aria-valuetext", String(value));
    if (document.activeElement !== field) field.value = String(value);
  };
  const accept = (value: number) => {
    current = value;
    events.refuse(undefined);
    show(value);
    return events.change(value);
  };
  const player = new Player({
    values: () => stepsAfter(current, range),
    step: accept,
    onPlaying: (isPlaying) => {
      play.textContent = isPlaying ? "❚❚" : "▶";
      play.title = isPlaying ? "Pause" : `Step through ${name} from ${min} to ${max}`;
      play.setAttribute("aria-label", isPlaying ? `Pause ${name}` : `Play ${name}`);
      if (isPlaying) events.beginStep();
      else events.endStep();
    },
  });

  holdWhile(slider, ["pointerdown", "keydown"], ["pointerup", "pointercancel", "keyup", "blur"], events);
  slider.addEventListener("input", () => {
    player.pause();
    const value = onStep(Number(slider.value), range);
    field.value = String(value);
    void accept(value);
  });
  const takeField = () => {
    const text = field.value.trim();
    const value = /^[+-]?(\d|\.\d|Infinity$)/.test(text) ? Number(text) : Number.NaN;
    const problem = problemOf(name, range, Number.isNaN(value) ? text : value);
    events.refuse(problem);
    field.setAttribute("aria-invalid", String(problem !== undefined));
    if (problem === undefined && value !== current) {
      player.pause();
      void accept(value);
    }
  };
  field.addEventListener("change", takeField);
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") takeField();
    if (key !== "Escape") return;
    field.value = String(current);
    field.setAttribute("aria-invalid", "false");
    events.refuse(undefined);
  });
  play.addEventListener("click", () => player.toggle());

  return {
    node: element("span", { className: "reelbook-control reelbook-slider" }, slider, field, play),
    set(value: Value) {
      if (typeof value !== "number") return;
      if (value !== current || document.activeElement !== field) {
        current = value;
        show(value);
        if (document.activeElement === field) field.value = String(value);
      }
    },
    dispose: () => player.pause(),
  };
}

/** Holds the control from the first event of one kind to the next of the other. */
function holdWhile(
  node: HTMLElement,
  starts: readonly string[],
  ends: readonly string[],
  { hold, release }: ControlEvents,
): void {
  let isHeld = false;
  const set = (value: boolean) => () => {
    if (isHeld === value) return;
    isHeld = value;
    if (value) hold();
    else release();
  };
  for (const type of starts) node.addEventListener(type, set(true));
  for (const type of ends) node.addEventListener(type, set(false));
}
