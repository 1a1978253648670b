import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { RelationBlock } from "./relation-block.js";
import type { SideColumns } from "./side-columns.js";

/**
 * A block with the columns of side data after its own, each feature a group. O(entries).
 *
 * @param name "user" or "item"
 */
export function sideBlock(block: RelationBlock, side: SideColumns | undefined, name: string): RelationBlock {
  if (!side) return block;
  const { features } = block;
  const { rows, groups } = side;
  const count = features.count + rows.count;
  const [indices, values] = [new Int32Array(count), new Float64Array(count)];
  let place = 0;
  const starts = features.starts.map((_, row) => {
    if (row === features.rowCount) return count;
    const first = place;
    for (const [matrix, offset] of [[features, 0] as const, [rows, features.columnCount] as const]) {
      for (let k = matrix.starts[row]; k < matrix.starts[row + 1]; k++) {
        indices[place] = offset + matrix.indices[k];
        values[place++] = matrix.values[k];
      }
    }
    return first;
  });
  const columnCount = features.columnCount + rows.columnCount;
  return {
    features: CsrMatrix.fromRows({ starts, indices, values, columnCount }),
    groups: [
      ...block.groups,
      ...groups.map((group) => ({
        name: `${name}: ${group.name}`,
        size: group.labels.length,
        labels: group.labels,
      })),
    ],
  };
}
