import { expect, test } from "vitest";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new Nmf({ factors: 3, iterations: 5 }));

test("refuses ratings below 0", () => {
  const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
  expect(() => new Nmf().fit(negative)).toThrow(
    "row 13: rating -1 is below 0; Nmf needs ratings of at least 0",
  );
});
