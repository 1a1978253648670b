import type { Model } from "../../src/models/contract/model.js";
import { modelKinds } from "../../src/models/saving/model-kinds.js";
import { BoostedTrees } from "../../src/models/trees/boosted-trees.js";

type ModelClass = new (...args: readonly unknown[]) => Pick<Model, "settings">;

/** All models of the library by name: recommenders, and trees, which predict from features. */
export const modelClasses: readonly [string, ModelClass][] = [...modelKinds, BoostedTrees].map(
  (kind) => [kind.kind, kind as unknown as ModelClass] as const,
);
