import { expect, test } from "vitest";
import { deleteModel, fitAls, modelSize } from "../../src/plans/als-plan.js";
import { csvFile } from "../../src/plans/relations.js";
import { decodeMessage, encodeMessage } from "../../src/transport/messages.js";

const settings = {
  factors: 3,
  iterations: 4,
  regularization: 0.5,
  alpha: 2,
  implicit: true,
  seed: -7,
  blocks: 5,
};

test("our words become Spark's parameters, of the types that it takes", () => {
  const command = fitAls(csvFile("/a.csv"), settings);
  const decoded = decodeMessage("MlCommand", encodeMessage("MlCommand", command)) as any;
  const { estimator, params, dataset } = decoded.command.value;
  expect(estimator).toMatchObject({ name: "org.apache.spark.ml.recommendation.ALS", type: 1 });
  expect(estimator.uid).toMatch(/^ALS_/);
  expect(dataset.relType.case).toBe("read");
  const literals = Object.entries<any>(params.params).map(([name, { literalType }]) => [name, literalType]);
  expect(Object.fromEntries(literals)).toEqual({
    userCol: { case: "string", value: "userId" },
    itemCol: { case: "string", value: "itemId" },
    ratingCol: { case: "string", value: "rating" },
    coldStartStrategy: { case: "string", value: "nan" },
    rank: { case: "integer", value: 3 },
    maxIter: { case: "integer", value: 4 },
    regParam: { case: "double", value: 0.5 },
    alpha: { case: "double", value: 2 },
    implicitPrefs: { case: "boolean", value: true },
    seed: { case: "long", value: -7n },
    numUserBlocks: { case: "integer", value: 5 },
    numItemBlocks: { case: "integer", value: 5 },
  });
});

test("a model is freed by its id", () => {
  const decoded = decodeMessage("MlCommand", encodeMessage("MlCommand", deleteModel("m"))) as any;
  expect(decoded.command).toMatchObject({ case: "delete", value: { objRefs: [{ id: "m" }] } });
});

test("the size of a model is asked for by its id", () => {
  expect(modelSize("m")).toEqual({ command: { case: "getModelSize", value: { modelRef: { id: "m" } } } });
});
