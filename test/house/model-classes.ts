import * as reelbook from "../../src/index.js";

type ModelClass = new (settings?: Readonly<Record<string, unknown>>) => Pick<reelbook.Model, "settings">;

/** All kinds of model that the library exports, by name: those that fit, and those that first ask what the items are. */
export const modelClasses: readonly [string, ModelClass][] = Object.entries<unknown>(reelbook).filter(
  (entry): entry is [string, ModelClass] =>
    typeof entry[1] === "function" &&
    ("fit" in (entry[1].prototype ?? {}) || "of" in (entry[1].prototype ?? {})),
);
