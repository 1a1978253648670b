import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import type { SavedModel } from "../../../src/models/contract/model.js";
import { restoredSide, sideState } from "../../../src/models/machines/saved-side.js";

const features = SideFeatures.from([
  { id: 1, job: "artist" },
  { id: 2, job: "writer" },
]);
const side = { rows: features.rowsFor(features.ids), groups: features.groups };
const saved = (arrays: object) => ({ arrays }) as SavedModel;

test("saved side data are the same again, under the name of their side", () => {
  const state = sideState("users", side);
  expect(Object.keys(state)).toEqual(["users.starts", "users.indices", "users.values"]);
  expect(restoredSide(saved(state), "users", side.groups, 2)).toEqual(side);
  expect(restoredSide(saved(state), "items", side.groups, 2)).toBeUndefined();
  expect(sideState("items", undefined)).toEqual({});
});

test("side data that do not fit together are refused", () => {
  const state = sideState("users", side);
  const restored = (groups: unknown, rows = 2) => restoredSide(saved(state), "users", groups as [], rows);
  for (const groups of [undefined, {}, [{}], [null]]) {
    expect(() => restored(groups)).toThrow("its features of users do not fit together");
  }
  expect(() => restored(side.groups, 3)).toThrow("its rows do not fit together");
  expect(() => restored([{ name: "job", kind: "category", labels: ["artist"] }])).toThrow(
    "its rows do not fit",
  );
});
