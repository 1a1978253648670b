/**
 * The folders of src/ from the bottom up. A folder imports from its own level and those below;
 * folders on one level may import each other, but not in a cycle.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ["math", "task", "text"],
  ["settings", "sparse"],
  ["ratings"],
  ["kernels", "reference"],
  ["models"],
  ["evaluation"],
  ["charts", "datasets"],
  ["notebook", "node"],
  ["duckdb", "web"],
];

/** The families (sub-folders) of a folder, from the bottom up; "." are the files next to them. */
export const FAMILIES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ratings: [["."], ["simulation"]],
  kernels: [
    ["dense", "groups", "item-weights", "machines", "similarity", "trees"],
    ["factors"],
    ["."],
    ["wasm"],
  ],
  reference: [["."], ["factors"]],
  models: [
    ["contract"],
    ["baselines", "content", "implicit", "training"],
    ["ensembles", "factors", "item-weights", "machines", "neighbors", "trees"],
    ["groups", "hybrid"],
    ["saving"],
  ],
  evaluation: [["metrics", "splits"], ["experiments", "reranking"], ["tuning"]],
  charts: [["parts"], ["likeness", "ratings", "results"]],
  datasets: [["records"], ["ratings"], ["movies", "rows"], ["own"]],
  node: [["."], ["tables"]],
  notebook: [["hosts"], ["tables"], ["controls", "judging"], ["exercises"], ["."]],
};

/** Files that only re-export: what users import. */
export const ENTRY_POINTS: readonly string[] = [
  "index.ts",
  "browser.ts",
  "duckdb.ts",
  "reference.ts",
  "wasm.ts",
  "web.ts",
];

/** The one file that imports packages which users may install or not. */
export const OPTIONAL_PACKAGES = "node/tables/optional-package.ts";

/** The most files in one folder. */
export const MAX_FILES = 20;

/** The most pairs of families of models/ in which one imports the other. */
export const MAX_MODEL_ARROWS = 40;
