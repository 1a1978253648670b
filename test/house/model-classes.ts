import * as reelbook from "../../src/index.js";

type ModelClass = new (settings?: Readonly<Record<string, unknown>>) => reelbook.Model;

/** All kinds of model that the library exports, by name. */
export const modelClasses: readonly [string, ModelClass][] = Object.entries<unknown>(reelbook).filter(
  (entry): entry is [string, ModelClass] =>
    typeof entry[1] === "function" && "fit" in (entry[1].prototype ?? {}),
);
