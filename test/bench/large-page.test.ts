import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { enginesSection } from "../../bench/lib/engines-section.mjs";
import { sparkCostSection } from "../../bench/lib/spark-cost-section.mjs";
import { readSpeedRecord } from "../../bench/lib/speed-records.mjs";
import { root } from "../scripts/scratch-course.js";

test("docs/large.md has what the record gives", () => {
  const page = readFileSync(join(root, "docs", "large.md"), "utf8");
  const record = readSpeedRecord("large")!;
  expect(page).toContain(`<!-- engines -->\n\n${enginesSection(record)}\n\n<!-- /engines -->`);
  expect(page).toContain(`<!-- spark-cost -->\n\n${sparkCostSection(record)}\n\n<!-- /spark-cost -->`);
});
