import type { Id, IdIndex } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { quoted } from "../../settings/setting.js";
import type { RecommendOptions } from "./recommend-options.js";

/** {@link RecommendOptions} by index: what every list may contain. */
export interface ListRules {
  /** Places of a list: at most as many as there are items. */
  readonly count: number;
  readonly excludeSeen: boolean;
  /** Indices of items that no list contains. */
  readonly excluded: Int32Array;
  /** The only items, as ascending indices without `excluded`; undefined for all but these. */
  readonly candidates: Int32Array | undefined;
}

/**
 * Reads the options of a list; unknown ids are left out. O(candidates × log candidates).
 *
 * @throws RangeError for a count that is no whole number of at least 0, for `exclude` or
 *   `candidates` that is no list of ids, and for an id in it of which only the type is wrong.
 */
export function listRules(items: IdIndex, options: RecommendOptions): ListRules {
  const { count = 10, excludeSeen = true, exclude = [], candidates, filter } = options;
  wholeAtLeast(0, { count });
  const excluded = knownIndices(items, { exclude });
  const isExcluded = new Set(excluded);
  const listed = candidates === undefined ? filter && items.ids.keys() : knownIndices(items, { candidates });
  return {
    count: Math.min(count, items.size),
    excludeSeen,
    excluded,
    candidates:
      listed &&
      Int32Array.from(listed).filter(
        (item) => !isExcluded.has(item) && (!filter || filter(items.idOf(item))),
      ),
  };
}

/** The ids of an option; a single id, or another value that is no list, is a RangeError. */
export function listOfIds(option: Readonly<Record<string, Iterable<Id>>>): Iterable<Id> {
  const [[name, ids]] = Object.entries(option) as [[string, Iterable<Id>]];
  if (typeof ids === "object" && ids !== null && Symbol.iterator in ids) return ids;
  const example = typeof ids === "string" || typeof ids === "number" ? quoted(ids) : "260, 1196";
  throw new RangeError(`${name}: ${quoted(ids)} is not a list of ids; write a list such as [${example}]`);
}

/** The indices of the known ones of some ids, ascending, each once. */
function knownIndices(items: IdIndex, option: Readonly<Record<string, Iterable<Id>>>): Int32Array {
  const indices = new Set<number>();
  for (const itemId of listOfIds(option)) {
    const item = items.indexOf(itemId);
    if (item >= 0) indices.add(item);
    else if (items.otherType(itemId) !== undefined) items.known(itemId, "item", "the items");
  }
  return Int32Array.from(indices).sort();
}
