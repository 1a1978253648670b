import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { Baseline } from "../../src/models/baselines/baseline.js";
import { MeanRating } from "../../src/models/baselines/mean-rating.js";
import type { Fields, Setting } from "../../src/settings/setting.js";
import { modelClasses } from "./model-classes.js";
import { settingDocs } from "./setting-docs.js";
import { sourceTree } from "./source-tree.js";

/** The words of DESIGN.md: a setting has one name and one meaning in every model. */
const WORDS = [
  ...["similarity", "neighbors", "keep", "minNeighbors", "minCommon", "minRatings", "positiveOnly"],
  ...["shrinkage", "center", "aggregate", "factors", "iterations", "learningRate", "learningRateDecay"],
  ...["initialScale", "regularization", "biased", "alpha", "depth", "damping", "seed", "generator"],
  ...["count", "candidates", "excludeSeen", "relevantFrom", "folds"],
  // Baseline: the optimizer. UserKnn: who can be a neighbour.
  ...["optimizer", "userRegularization", "itemRegularization", "candidateUsers"],
  // Neighbours: weights of text retrieval (implicit).
  ...["weighting"],
  // GroupPopularity and CoClustering.
  ...["groups", "starts", "userClusters", "itemClusters"],
  // When an iteration has converged, and early stopping.
  ...["tolerance", "validation", "patience", "validationMetric"],
  // SvdPlusPlus: separate penalties, and when implicit factors are updated.
  ...["biasRegularization", "implicitRegularization", "deferred"],
  // Implicit feedback and item weights.
  ...["binary", "regularizationPower", "l1Regularization"],
  ...["activityPower", "popularityPower", "popularityPenalty", "transitionPower", "onDemand", "precision"],
  // Size of trees, and how many.
  ...["trees", "leaves", "minRows", "rowShare"],
  // FactorizationMachine: what ratings are, and what Gibbs sampling keeps.
  ...["task", "burnIn", "samples"],
  // Learning from samples of unobserved pairs: Warp and LogisticMf.
  ...["trials", "negatives"],
  // Ensembles.
  ...["weights", "parts", "rounds", "foldByFold", "residual"],
];

const docs = settingDocs(sourceTree());
const fieldsOf = (Model: unknown) => (Model as { settings: { fields: Fields } }).settings?.fields ?? {};
const settings = modelClasses.flatMap(([model, Model]) =>
  Object.entries(fieldsOf(Model)).map(([name, field]) => ({ model, name, field })),
);

/** The description of a setting, on one line: a row of the table in SETTINGS.md. */
const docOf = (model: string, name: string) =>
  (docs.get(model)?.get(name) ?? "").replaceAll(/\{@link (\w+)\}/g, "`$1`").replaceAll(/\s*\n\s*/g, " ");

/** Models whose constructor takes models before settings. */
const OF_MODELS = ["Blend", "RankBlend", "Hybrid"];

test.each(modelClasses.filter(([name]) => name !== "Fallback"))(
  "%s takes the settings of another, cloned",
  (name, Model) => {
    const models = OF_MODELS.includes(name) ? [[new Baseline(), new MeanRating()]] : [];
    const model = new Model(...models);
    const again = new Model(...models, structuredClone(model.settings));
    expect(again.settings).toEqual(model.settings);
    expect(Object.isFrozen(again.settings)).toBe(true);
  },
);

test("every model declares its settings", () => {
  expect(modelClasses.length).toBeGreaterThan(20);
  expect(modelClasses.filter(([, Model]) => !("settings" in Model)).map(([model]) => model)).toEqual([]);
  expect(settings.length).toBeGreaterThan(130);
});

describe.each(settings)("$name of $model", ({ model, name, field }) => {
  test("is a word that DESIGN.md allows", () => expect(WORDS).toContain(name));

  test("has a sentence in its doc comment, which does not repeat the default", () => {
    expect(docOf(model, name)).toMatch(/^[A-Zλ].+\.$/s);
    expect(docOf(model, name)).not.toContain("@default");
  });

  test("accepts its default", () => {
    for (const value of defaultsOf(field)) expect(field.check(name, value)).toEqual(value);
  });

  test("refuses values of a wrong type by name and value", () => {
    const wrong = [null, "5", {}, () => 1, [[]], Number.NaN, field.kind === "boolean" ? 1 : true];
    const refused =
      field.kind === "settings" ? wrong.filter((value) => value?.constructor !== Object) : wrong;
    for (const value of refused) {
      if (field.kind === "settings" && typeof value === "function") continue;
      expect(() => field.check(name, value)).toThrow(RangeError);
    }
  });
});

test.each(settings.filter(({ field }) => field.range))(
  "$name of $model keeps its range",
  ({ name, field }) => {
    const { min, max, above, below } = field.range ?? {};
    const outside = [
      ...(min === undefined ? [] : [min - 1]),
      ...(max === undefined ? [] : [max + 1]),
      ...[above, below].filter((limit) => limit !== undefined),
    ];
    expect(outside.length).toBeGreaterThan(0);
    for (const value of outside) expect(() => field.check(name, value)).toThrow(`${name}: ${value} is not`);
  },
);

test("a coefficient of regularization says which penalty it multiplies", () => {
  const regularizations = settings.filter(({ name }) => /egularization$/.test(name));
  expect(regularizations.length).toBeGreaterThan(12);
  for (const { model, name } of regularizations) {
    expect(docOf(model, name), `${name} of ${model}`).toMatch(/in the penalty (½ )?λ₁? · .+/);
  }
});

test("src/SETTINGS.md lists every setting; npm run unit -- test/house/settings.test.ts -u writes it", async () => {
  const sections = modelClasses.map(([model, Model]) => sectionOf(model, fieldsOf(Model)));
  const page = `${INTRODUCTION}\n${sections.join("\n")}`;
  await expect(page).toMatchFileSnapshot(join(root, "src/SETTINGS.md"));
});

const INTRODUCTION = `# Settings of all models

Made from the declarations in \`src/models\`. A setting that is left out has its default; an unknown name or a value
that is not allowed is a RangeError.
`;

function sectionOf(model: string, fields: Fields): string {
  if (Object.keys(fields).length === 0) return `## ${model}\n\nNo settings.\n`;
  const rows = Object.entries(fields).map(([name, field]) => {
    const cells = [`\`${name}\``, field.takes, defaultText(field), docOf(model, name)];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return `## ${model}\n\n| setting | takes | default | meaning |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function defaultText(field: Setting<unknown>): string {
  if (field.kind === "settings") return "those of its own";
  const exceptions = Object.entries(field.defaultFor ?? {}).flatMap(([other, defaults]) =>
    Object.entries(defaults).map(([value, byDefault]) => `; ${byDefault} with \`${other}: ${value}\``),
  );
  const byDefault = field.default === undefined ? "chosen by the model" : `\`${String(field.default)}\``;
  return `${byDefault}${exceptions.join("")}`;
}

function defaultsOf(field: Setting<unknown>): unknown[] {
  return [
    field.default,
    ...Object.values(field.defaultFor ?? {}).flatMap((defaults) => Object.values(defaults)),
  ];
}
