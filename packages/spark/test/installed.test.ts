import { expect, test } from "vitest";
import { isRequired } from "../../../scripts/lib/required.mjs";
import { hasClientPackages } from "../../../scripts/spark/client-package.mjs";

const HINT =
  "the packages of packages/spark are installed; where not, its tests are skipped: npm run spark -- install";

// Without them, this is the only test that vitest.config.mts includes.
test.skipIf(!hasClientPackages() && !isRequired("spark"))(HINT, () => {
  expect(hasClientPackages()).toBe(true);
});
