import { expect, test } from "vitest";
import {
  activityClasses,
  allLists,
  mergedClasses,
  recommendedTo,
  unseenLists,
} from "../../src/plans/recommendation-plan.js";
import { csvFile, type Relation } from "../../src/plans/relations.js";
import { inputsOf, queryOf } from "../query-of.js";

const ratings = csvFile("/a");

/** The length of the lists that a plan asks a model for. */
function lengthOf(list: Relation | undefined): number {
  const { lists } = inputsOf(list as Relation);
  return (lists as any).relType.value.mlType.value.methods[0].args[1].argsType.value.literalType.value;
}

test("each class of users is asked for lists that are longer by their number of ratings", () => {
  const classes = [
    { powers: [0], most: 1, users: 5 },
    { powers: [2, 3], most: 60, users: 5 },
  ];
  const inputs = inputsOf(unseenLists("m", ratings, { count: 10, classes }));
  expect(Object.keys(inputs)).toEqual(["ratings", "lists0", "lists1"]);
  expect([lengthOf(inputs.lists0), lengthOf(inputs.lists1)]).toEqual([11, 70]);
});

test("classes are merged where their lists are short in all", () => {
  const classes = [
    { powers: [1], most: 4, users: 10 },
    { powers: [4], most: 200, users: 5 },
  ];
  expect(mergedClasses(classes, 10)).toEqual([{ powers: [1, 4], most: 200, users: 15 }]);
  const many = classes.map((each) => ({ ...each, users: 10_000 }));
  expect(mergedClasses(many, 10)).toBe(many);
});

test("rated items are taken out, or not", () => {
  const query = queryOf(
    unseenLists("m", ratings, { count: 10, classes: [{ powers: [0], most: 1, users: 1 }] }),
  );
  expect(query).toContain("LEFT ANTI JOIN ratings_");
  expect(query).toContain("place <= 10");
  const lists = allLists("m", ratings, 10);
  expect(queryOf(lists)).not.toContain("ANTI");
  expect(lengthOf(inputsOf(lists).lists)).toBe(10);
  expect(lengthOf(recommendedTo("m", ratings, 5))).toBe(5);
});

test("classes are powers of 4", () => {
  expect(queryOf(activityClasses(ratings))).toContain("ceil(log(4, times))");
});
