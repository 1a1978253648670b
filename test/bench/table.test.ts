import { describe, expect, test } from "vitest";
import { markdownTable, withSection } from "../../bench/lib/table.mjs";

test("a table has its header, a rule, and its rows, bars escaped", () => {
  expect(markdownTable(["a", "b"], [["1", "x|y"]])).toBe("| a | b |\n| --- | --- |\n| 1 | x\\|y |");
});

describe("withSection", () => {
  const page = "# Title\n\n<!-- one -->\n\nold\n\n<!-- /one -->\n\n<!-- two -->\n\nkept\n\n<!-- /two -->\n";

  test("replaces its own section and keeps all else", () => {
    const changed = withSection(page, "one", "new\n");
    expect(changed).toBe(page.replace("old", "new"));
    expect(withSection(changed, "one", "new")).toBe(changed);
  });

  test("adds a new section at the end", () => {
    expect(withSection("# Title\n", "one", "new")).toBe("# Title\n\n<!-- one -->\n\nnew\n\n<!-- /one -->\n");
  });

  test("inserts the patterns of replace() literally", () => {
    expect(withSection(page, "one", "$& costs $1")).toContain("$& costs $1");
  });
});
