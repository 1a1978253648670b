import { expect, test } from "vitest";
import { notebookNames } from "../../../scripts/lib/course-notebooks.mjs";
import { courseNotebooks } from "../../../scripts/site/course-list.mjs";

test("lists every notebook with its question, what it uses, and relative addresses", () => {
  const notebooks = courseNotebooks();
  expect(notebooks.map(({ name }) => name)).toEqual(notebookNames());
  for (const { name, question, uses, minutes, page, live } of notebooks) {
    expect(question).toMatch(/\?$/);
    expect(uses.length).toBeGreaterThan(10);
    expect(Number(minutes)).toBeGreaterThan(0);
    expect([page, live]).toEqual([`notebooks/${name}.html`, `lab/index.html?path=notebooks/${name}.ipynb`]);
  }
  expect(notebooks[7]?.uses).toContain("<code>FunkSvd</code>");
});
