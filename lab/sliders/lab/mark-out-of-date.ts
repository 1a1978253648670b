import { element } from "../form/element.js";
import type { CellWidget } from "./lab-types.js";

const CLASS = "reelbook-out-of-date";

/** Marks a cell that is out of date, or takes its mark away. @param adds whether to add marks */
export function markOutOfDate({ node }: CellWidget, isOutOfDate: boolean, adds: boolean): void {
  const isMarked = node.classList.contains(CLASS);
  if (isMarked === isOutOfDate || (isOutOfDate && !adds)) return;
  node.classList.toggle(CLASS, isOutOfDate);
  if (isOutOfDate) {
    node.append(
      element(
        "div",
        { className: "reelbook-mark", role: "note" },
        "Out of date: the code above has changed.",
      ),
    );
  } else {
    for (const mark of node.querySelectorAll(":scope > .reelbook-mark")) mark.remove();
  }
}
