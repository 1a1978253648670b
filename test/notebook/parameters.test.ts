import { afterEach, describe, expect, expectTypeOf, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { parameters } from "../../src/notebook/parameters.js";
import { FakeHost, useFakeHost } from "./hosts/fake-host.js";

const defaults = { minRatings: 100, movie: "Star Wars (1977)", seen: false, ids: [1, 2], user: { "50": 5 } };

function withOverrides(overrides: object) {
  return useFakeHost({ parameters: overrides });
}

afterEach(() => useHost());

describe("parameters", () => {
  test("are the defaults, silently, when nothing is set from outside", () => {
    const host = useFakeHost();
    expect(parameters(defaults)).toEqual(defaults);
    expect(host.shown).toEqual([]);
  });

  test("have the defaults' types without their literals", () => {
    useFakeHost();
    const read = parameters({ minRatings: 100, movie: "Heat", seen: false, ids: [1, 2] });
    expectTypeOf(read).toEqualTypeOf<{ minRatings: number; movie: string; seen: boolean; ids: number[] }>();
  });

  test("read text from outside as the default's type", () => {
    withOverrides({ minRatings: "50", movie: "1984", seen: "true", ids: "[3]", user: '{"1": 2}' });
    expect(parameters(defaults)).toEqual({
      minRatings: 50,
      movie: "1984",
      seen: true,
      ids: [3],
      user: { "1": 2 },
    });
  });

  test("take JSON values of the right type as they are", () => {
    withOverrides({ minRatings: 50, ids: [7, 8], seen: true });
    expect(parameters(defaults)).toMatchObject({ minRatings: 50, ids: [7, 8], seen: true });
  });

  test("say under the cell what was overridden, as text", () => {
    const host = withOverrides({ minRatings: "50", movie: "<img onerror=alert(1)>" });
    parameters(defaults);
    expect(host.shown[0]?.text).toBe(
      'Parameters set from outside: minRatings = 50, movie = "<img onerror=alert(1)>"',
    );
    expect(host.shown[0]?.html).not.toContain("<img");
  });

  test("reject an unknown name, list the known ones and suggest the nearest", () => {
    withOverrides({ minRating: "50" });
    expect(() => parameters(defaults)).toThrow(
      new RangeError(
        'there is no parameter "minRating"; this notebook has minRatings, movie, seen, ids, user; did you mean "minRatings"?',
      ),
    );
  });

  test("reject the names that every object inherits", () => {
    withOverrides({ toString: "x" });
    expect(() => parameters(defaults)).toThrow('there is no parameter "toString"');
  });

  test.each([
    ["minRatings", "many", "a finite number"],
    ["minRatings", "", "a finite number"],
    ["minRatings", "Infinity", "a finite number"],
    ["minRatings", true, "a finite number"],
    ["movie", 7, "a text"],
    ["seen", "yes", "true or false"],
    ["ids", "1,2", "a list in which each element is a finite number"],
    ["ids", '[1, "a"]', "a list in which each element is a finite number"],
    ["user", "[1]", "an object"],
  ])("reject %s = %j and name the type wanted", (name, given, wanted) => {
    withOverrides({ [name]: given });
    expect(() => parameters(defaults)).toThrow(
      `parameter "${name}" is ${JSON.stringify(given)}, but it takes ${wanted}; give one like its default`,
    );
  });

  test("reject a setting that is no JSON object", () => {
    useHost(Object.assign(new FakeHost(), { parameters: "minRatings=50" }));
    expect(() => parameters(defaults)).toThrow("REELBOOK_PARAMETERS is not a JSON object: minRatings=50");
  });
});
