import { afterEach, describe, expect, expectTypeOf, test } from "vitest";
import { UserKnn } from "../../src/models/neighbors/user-knn.js";
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

describe("controls", () => {
  const { fields } = UserKnn.settings;

  test("type the parameters by their options", () => {
    useFakeHost();
    const read = parameters(
      { similarity: "pearson", size: 5, models: ["Ease"], count: 10, center: "none", dataset: "small" },
      {
        similarity: { options: ["pearson", "cosine"] },
        size: { options: [5, 10] },
        models: { options: ["Ease", "Slim"] },
        count: { min: 1, max: 20 },
        center: { setting: fields.center },
        dataset: { options: ["small", "ml-100k"], others: true },
      },
    );
    expectTypeOf(read).toEqualTypeOf<{
      similarity: "pearson" | "cosine";
      size: 5 | 10;
      models: ("Ease" | "Slim")[];
      count: number;
      center: "none" | "mean" | "item-mean" | "user-mean" | "z-score" | "baseline";
      dataset: string;
    }>();
  });

  test("a control of an unknown parameter is a type error and a RangeError", () => {
    useFakeHost();
    // @ts-expect-error: there is no parameter minRating
    expect(() => parameters({ minRatings: 50 }, { minRating: { max: 100 } })).toThrow(
      new RangeError('the control of "minRating" belongs to no parameter; did you mean "minRatings"?'),
    );
    // @ts-expect-error: also beside a known one
    expect(() => parameters({ minRatings: 50 }, { minRatings: {}, count: {} })).toThrow(RangeError);
    // @ts-expect-error: there is no field mim
    expect(() => parameters({ minRatings: 50 }, { minRatings: { mim: 0 } })).toThrow('did you mean "min"?');
  });

  test("the host gets the form, with the values set from outside", () => {
    const host = withOverrides({ minRatings: "50" });
    parameters(
      { minRatings: 100, movie: "Heat" },
      { minRatings: { max: 200, least: 1 }, movie: { titles: true } },
    );
    expect(host.forms).toEqual([
      {
        version: 1,
        values: { minRatings: 50, movie: "Heat" },
        controls: {
          minRatings: { kind: "number", min: 1, max: 200, step: 1, least: 1 },
          movie: { kind: "title" },
        },
        fixed: ["minRatings"],
      },
    ]);
  });

  test("a default beyond its limits is an error, though it is set from outside", () => {
    const host = withOverrides({ count: 5 });
    expect(() => parameters({ count: 0 }, { count: { least: 1, most: 50 } })).toThrow(
      new RangeError('parameter "count" is 0, but it takes a number from 1 to 50; change it in this cell'),
    );
    expect(host.forms).toEqual([]);
  });

  test("a value from outside beyond its limits is an error", () => {
    withOverrides({ count: "0" });
    expect(() => parameters({ count: 10 }, { count: { least: 1 } })).toThrow(
      new RangeError(
        'parameter "count" is 0, but it takes a number of at least 1; give one like its default, 10',
      ),
    );
    withOverrides({ similarity: "pearso" });
    expect(() =>
      parameters({ similarity: "cosine" }, { similarity: { options: ["cosine", "pearson"] } }),
    ).toThrow(
      new RangeError(
        'parameter "similarity" is "pearso", but it takes one of: "cosine", "pearson"; did you mean "pearson"?',
      ),
    );
  });

  test("Infinity is allowed where the setting allows it", () => {
    const host = withOverrides({ neighbors: "Infinity" });
    const read = parameters({ neighbors: 10 }, { neighbors: { setting: fields.neighbors } });
    expect(read).toEqual({ neighbors: Infinity });
    expect(host.shown[0]?.text).toBe("Parameters set from outside: neighbors = Infinity");
    withOverrides({ minCommon: "Infinity" });
    expect(() => parameters({ minCommon: 10 }, { minCommon: { setting: fields.minCommon } })).toThrow(
      'parameter "minCommon" is "Infinity", but it takes a finite number',
    );
  });

  test.each(['["Slim","Ease"]', "Slim, Ease"])("a list with options takes %s from outside", (models) => {
    withOverrides({ models });
    const options = ["Ease", "Slim", "Bpr"] as const;
    expect(parameters({ models: ["Bpr"] }, { models: { options } })).toEqual({ models: ["Slim", "Ease"] });
  });

  test("a list with options takes texts only, also where its default is empty", () => {
    withOverrides({ models: [1] });
    expect(() => parameters({ models: [] }, { models: { options: ["Ease"] } })).toThrow(
      'parameter "models" is [1], but it takes a list',
    );
  });
});
