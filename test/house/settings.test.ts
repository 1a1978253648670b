import ts from "@tslab/typescript-for-tslab";
import { describe, expect, test } from "vitest";
import { docText } from "./doc-text.js";
import { modelClasses } from "./model-classes.js";
import { sourceTree } from "./source-tree.js";

/** The words of DESIGN.md: a setting has one name and one meaning in every model. */
const WORDS = [
  ...["similarity", "neighbors", "keep", "minNeighbors", "minCommon", "minRatings", "positiveOnly"],
  ...["shrinkage", "center", "aggregate", "factors", "iterations", "learningRate", "learningRateDecay"],
  ...["initialScale", "regularization", "biased", "alpha", "depth", "damping", "seed", "generator"],
  ...["count", "candidates", "excludeSeen", "folds"],
  // What the list lacked: how Baseline is solved, and whom UserKnn compares with.
  ...["optimizer", "userRegularization", "itemRegularization", "candidateUsers"],
  // How many groups GroupPopularity makes, and how often it tries.
  ...["groups", "starts"],
  // Into how many clusters CoClustering puts each side.
  ...["userClusters", "itemClusters"],
  // How near a minimum is near enough.
  "tolerance",
  // And what SvdPlusPlus pulls apart, and when it moves.
  ...["biasRegularization", "implicitRegularization", "deferred"],
  // Who and what counts how much for rankers of implicit feedback, and the other half of an elastic net.
  "regularizationPower",
  ...["binary", "activityPower", "popularityPower", "transitionPower", "l1Regularization"],
  // When a model stops before its last iteration.
  ...["validation", "patience"],
  // How large a tree grows, and on how many rows.
  ...["leaves", "minRows", "rowShare"],
];

/** Models of models: they have no settings of their own. */
const COMPOSITES = ["Blend", "Fallback", "Hybrid", "RankBlend"];
const settled = modelClasses.filter(([model]) => !COMPOSITES.includes(model));

const settings = settled.flatMap(([model, Model]) =>
  Object.entries(new Model().settings).map(([setting, byDefault]) => ({ model, Model, setting, byDefault })),
);

const interfaces = new Map(
  Object.values(sourceTree())
    .flatMap((text) => [...ts.createSourceFile("", text, ts.ScriptTarget.Latest, true).statements])
    .filter(ts.isInterfaceDeclaration)
    .map((node) => [node.name.text, node]),
);

/** The fields of an interface, those of the interfaces it extends included. */
function fieldsOf(name: string): ts.TypeElement[] {
  const { heritageClauses = [], members = [] } = interfaces.get(name) ?? {};
  const bases = heritageClauses.flatMap(({ types }) => types).map((type) => type.expression.getText());
  return [...bases.flatMap(fieldsOf), ...members];
}

/** The interface of a model's settings; models of neighbours share one. */
function interfaceOf(model: string): string {
  return !interfaces.has(`${model}Settings`) && model.endsWith("Knn") ? "KnnSettings" : `${model}Settings`;
}

/** What the doc comment of a setting says. */
function docOf(model: string, setting: string): string {
  const field = fieldsOf(interfaceOf(model)).find(({ name }) => name?.getText() === setting);
  const [comment = ""] = field?.getFullText().match(/\/\*\*.*?\*\//s) ?? [];
  return docText(comment);
}

test("every model and every setting is looked at", () => {
  expect(modelClasses.map(([model]) => model)).toEqual(
    expect.arrayContaining(["GlobalMean", "MeanRating", "Popularity"]),
  );
  expect(settings.map(({ setting }) => setting)).toEqual(expect.arrayContaining(["minRatings", "damping"]));
});

describe.each(settings)("$setting of $model", ({ model, Model, setting, byDefault }) => {
  test("is a word that DESIGN.md allows", () => {
    expect(WORDS).toContain(setting);
  });

  test("has a sentence and its @default in its doc comment", () => {
    const doc = docOf(model, setting);
    expect(doc).toMatch(/^[A-Z].+\w\. @default ./s);
    // A default that is no literal, such as Infinity, stands there in words.
    const literal = byDefault === Number.POSITIVE_INFINITY ? undefined : JSON.stringify(byDefault);
    if (literal) expect(doc).toMatch(new RegExp(`@default ${literal}$`));
  });

  const wrong = typeof byDefault === "number" ? [Number.NaN, -1] : [];
  if (wrong.length > 0)
    test.each(wrong)("rejects %s by name", (value) => {
      const make = () => new Model({ [setting]: value });
      expect(make).toThrow(RangeError);
      expect(make).toThrow(new RegExp(`\\b${setting}\\b.*${value}`));
    });
});

test("the settings of an interface are those of its model, and no more", () => {
  for (const [model, Model] of settled) {
    const documented = fieldsOf(interfaceOf(model)).map((field) => field.name?.getText());
    expect(documented.sort(), model).toEqual(Object.keys(new Model().settings).sort());
  }
});
