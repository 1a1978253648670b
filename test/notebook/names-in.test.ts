import { expect, test } from "vitest";
import { namesIn } from "../../src/notebook/names-in.js";

const options = { parameter: "models", known: ["Bpr", "Ease", "Slim"] };

test("namesIn reads names between commas, in their order, blanks aside", () => {
  expect(namesIn(" Slim ,Bpr", options)).toEqual(["Slim", "Bpr"]);
  expect(namesIn("Ease", options)).toEqual(["Ease"]);
});

test("an unknown name is an error that lists the known ones, and the nearest", () => {
  expect(() => namesIn("Slim,ease2", options)).toThrow(
    'models names "ease2", which is not one of Bpr, Ease, Slim; did you mean "Ease"?',
  );
  expect(() => namesIn("Slim,", options)).toThrow('models names "", which is not one of Bpr, Ease, Slim');
  expect(() => namesIn("", options)).toThrow(RangeError);
});

test("a name that comes twice is an error", () => {
  expect(() => namesIn("Ease,Slim,Ease", options)).toThrow(
    'models names "Ease" twice; leave one of them out',
  );
});
