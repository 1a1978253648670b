import { expect, test } from "vitest";
import { fillTemplate } from "../../../scripts/site/fill-template.mjs";

test("replaces each name by its text, wherever it stands, and takes the text as it is", () => {
  expect(fillTemplate("{{a}}-{{b}}-{{a}}", { a: "$&", b: "{{a}}" })).toBe("$&-{{a}}-$&");
});

test("a name without a text and a text without a name are errors", () => {
  expect(() => fillTemplate("{{a}}", {})).toThrow(
    "the template has {{a}}, and there is no text of that name",
  );
  expect(() => fillTemplate("", { a: "", b: "" })).toThrow("the template lacks {{a}}, {{b}}");
});
