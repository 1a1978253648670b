import { expect, test } from "vitest";
import { solutionsOf } from "../../scripts/lib/solutions.mjs";

const markdown = (source: string | string[]) => ({ cell_type: "markdown", source });

test("solutions are the ts blocks inside details of Markdown cells, in order", () => {
  const notebook = {
    cells: [
      markdown("```ts\nnotFolded();\n```"),
      markdown(
        "<details>\n<summary>Solution</summary>\n\n```ts\nfirst();\nthen();\n```\n\nWhy: …\n\n</details>",
      ),
      markdown([
        "<details>\n",
        "```text\n",
        "not code\n",
        "```\n",
        "```ts\n",
        "second();\n",
        "```\n",
        "</details>",
      ]),
      { cell_type: "code", source: '"<details>\\n```ts\\nnotProse();\\n```\\n</details>"' },
    ],
  };
  expect(solutionsOf(notebook)).toEqual(["first();\nthen();", "second();"]);
});
