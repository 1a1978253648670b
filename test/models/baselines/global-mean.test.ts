import { expect, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new GlobalMean());

test("everything is predicted as the mean of all ratings", () => {
  const fitted = new GlobalMean().fit(smallRatings);
  expect(fitted.predict(10, "e")).toBe(42 / 13);
  expect(fitted.inStars).toBe(true);
});
