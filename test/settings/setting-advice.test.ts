import { expect, test } from "vitest";
import { settingAdvice } from "../../src/settings/setting-advice.js";

test("translates a peer's name, suggests a near one, or says nothing", () => {
  const known = ["factors", "learningRate", "seed"];
  expect(settingAdvice("n_factors", known)).toBe("it is called factors here");
  expect(settingAdvice("learnRate", known)).toBe("did you mean learningRate?");
  expect(settingAdvice("colour", known)).toBeUndefined();
  expect(settingAdvice("k", known)).toBeUndefined();
});
