import type { CellWidget } from "./lab-types.js";

/** Milliseconds after which an output that became smaller may shrink. */
const PATIENCE = 1000;

const held = new WeakMap<HTMLElement, object>();

/** Keeps the height of a cell's output while it is recomputed, until the function is called. */
export function holdHeight({ outputArea }: CellWidget): () => void {
  const node = outputArea?.node;
  if (!node) return () => {};
  const turn = {};
  held.set(node, turn);
  node.style.minHeight = `${node.offsetHeight}px`;
  return () => {
    const end = performance.now() + PATIENCE;
    const check = () => {
      if (held.get(node) !== turn) return;
      const content = [...node.children].reduce((sum, child) => sum + (child as HTMLElement).offsetHeight, 0);
      if (content < Number.parseFloat(node.style.minHeight) && performance.now() < end) {
        requestAnimationFrame(check);
        return;
      }
      node.style.minHeight = "";
    };
    requestAnimationFrame(check);
  };
}
