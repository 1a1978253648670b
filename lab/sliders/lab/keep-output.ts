import type { CellWidget } from "./lab-types.js";

/**
 * Milliseconds that a copy of the old output covers the new one at most, so that progress is seen.
 */
const COVERED = 500;
/** Milliseconds after which an output that became smaller may shrink. */
const PATIENCE = 1000;
/** Elements of an output above which a copy takes too long. */
const MOST_ELEMENTS = 5000;

const turns = new WeakMap<HTMLElement, object>();

/**
 * Keeps an output in view while its cell is computed again: its height, and for a moment a copy of
 * it. The function ends that when the new output is drawn.
 */
export function keepOutput({ outputArea }: CellWidget): () => void {
  const output = outputArea?.node;
  // Lab resets the height of the output itself, and the margin of an empty one.
  const wrapper = output?.parentElement;
  if (!output || !wrapper) return () => {};
  const turn = {};
  turns.set(wrapper, turn);
  const height = output.offsetHeight;
  const figures = countFigures(output);
  wrapper.style.minHeight = `${height}px`;
  wrapper.style.marginTop = getComputedStyle(wrapper).marginTop;
  const copy = cover(output, wrapper);
  const uncover = setTimeout(() => copy?.remove(), COVERED);
  return () => {
    const end = performance.now() + PATIENCE;
    const check = () => {
      const isLast = turns.get(wrapper) === turn;
      const isDrawn = output.offsetHeight >= height && countFigures(output) >= figures;
      if (isLast && !isDrawn && performance.now() < end) {
        requestAnimationFrame(check);
        return;
      }
      clearTimeout(uncover);
      copy?.remove();
      if (isLast) wrapper.style.minHeight = wrapper.style.marginTop = "";
    };
    requestAnimationFrame(check);
  };
}

function countFigures(output: HTMLElement): number {
  return output.querySelectorAll(".js-plotly-plot .main-svg").length;
}

/** Covers the output with a copy of it. */
function cover(output: HTMLElement, wrapper: HTMLElement): HTMLElement | undefined {
  for (const earlier of wrapper.querySelectorAll(":scope > .reelbook-copy")) earlier.remove();
  if (output.childElementCount === 0 || output.querySelectorAll("*").length > MOST_ELEMENTS) return undefined;
  const copy = output.cloneNode(true) as HTMLElement;
  copy.classList.add("reelbook-copy");
  copy.inert = true;
  copy.setAttribute("aria-hidden", "true");
  const [place, from] = [output.getBoundingClientRect(), wrapper.getBoundingClientRect()];
  Object.assign(copy.style, {
    left: `${place.left - from.left}px`,
    top: `${place.top - from.top}px`,
    width: `${place.width}px`,
    height: `${place.height}px`,
  });
  wrapper.append(copy);
  return copy;
}
