import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import type { Annotation, Axis } from "../parts/plotly-types.js";
import { emptyColor, ink, palette } from "../parts/theme.js";

/** A node of {@link treeDiagram}: a question with two branches, or a leaf without any. */
export interface DiagramNode {
  /** The question, or the value of the leaf; a line break is `\n`. */
  readonly text: string;
  /** Where the answer is yes. */
  readonly yes?: DiagramNode;
  /** Where the answer is no. */
  readonly no?: DiagramNode;
}

/** A node with its place: leaves are at 0, 1, 2 … across, and the root is at depth 0. */
interface PlacedNode {
  readonly text: string;
  readonly x: number;
  readonly depth: number;
  readonly children: readonly PlacedNode[];
}

const hidden: Axis = { ticktext: [], tickvals: [], showgrid: false, showline: false, zeroline: false };
const levelHeight = 110;

/**
 * A decision tree as boxes and branches: the root on top, yes to the left, no to the right.
 * O(nodes).
 *
 * @throws RangeError for a node with one branch only.
 * @example
 * const leaves = { yes: { text: "+0.5" }, no: { text: "-0.5" } };
 * const text = { title: "A tree with one question" };
 * plot(treeDiagram({ text: "movie's mean > 3?", ...leaves }, text));
 */
export function treeDiagram(root: DiagramNode, { title }: { readonly title: string }): Figure {
  const [placed, leafCount] = placedNode(root, 0, 0);
  const nodes = withChildren(placed);
  const branches = nodes.flatMap((node) => node.children.map((child) => ({ node, child })));
  const depth = nodes.reduce((most, node) => Math.max(most, node.depth), 0);
  return figure(
    [
      {
        type: "scatter",
        mode: "lines",
        x: branches.flatMap(({ node, child }) => [node.x, child.x, null]),
        y: branches.flatMap(({ node, child }) => [0 - node.depth, -child.depth, null]),
        line: { color: palette.grey, width: 2 },
        hoverinfo: "skip",
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: `grey: questions; ${coloredText("blue: leaves", palette.blue)}`,
      x: { ...hidden, range: [-0.6, leafCount - 0.4] },
      y: { ...hidden, range: [-depth - 0.4, 0.4] },
      layout: {
        height: 120 + levelHeight * (depth + 1),
        margin: { l: 24, r: 24, t: 80, b: 24 },
        annotations: [...branches.map(branchLabel), ...nodes.map(box)],
      },
    },
  );
}

/** A node and those below it, the first leaf being at `left`; and where the next leaf is. */
function placedNode({ text, yes, no }: DiagramNode, left: number, depth: number): [PlacedNode, number] {
  if (!yes && !no) return [{ text, x: left, depth, children: [] }, left + 1];
  if (!yes || !no) {
    throw new RangeError(`treeDiagram: "${text}" has only one branch; give it both yes and no, or neither`);
  }
  const [first, middle] = placedNode(yes, left, depth + 1);
  const [second, right] = placedNode(no, middle, depth + 1);
  return [{ text, x: (first.x + second.x) / 2, depth, children: [first, second] }, right];
}

function withChildren(node: PlacedNode): PlacedNode[] {
  return [node, ...node.children.flatMap(withChildren)];
}

function branchLabel({ node, child }: { node: PlacedNode; child: PlacedNode }): Annotation {
  const text = child === node.children[0] ? "yes" : "no";
  const [x, y] = [(node.x + child.x) / 2, -(node.depth + child.depth) / 2];
  return { x, y, text, showarrow: false, bgcolor: "#FFFFFF", font: { color: palette.grey } };
}

function box({ text, x, depth, children }: PlacedNode): Annotation {
  const isLeaf = children.length === 0;
  return {
    x,
    y: 0 - depth,
    text: escapeHtml(text).replaceAll("\n", "<br>"),
    showarrow: false,
    bgcolor: isLeaf ? palette.blue : emptyColor,
    bordercolor: isLeaf ? palette.blue : palette.grey,
    borderpad: 7,
    font: { size: 13, color: isLeaf ? "#FFFFFF" : ink },
  };
}
