import { expect, test } from "vitest";
import { cellExports } from "../../../../lab/kernel/cell/cell-exports.js";

test("a name can be defined again, and an import becomes a plain variable", () => {
  const { values, exports } = cellExports();
  Object.defineProperty(exports, "__esModule", { value: true });
  Object.defineProperty(exports, "show", { enumerable: true, get: () => 1 });
  Object.defineProperty(exports, "show", { enumerable: true, get: () => 2 });
  expect(values).toEqual({ show: 2 });
  Object.assign(exports, { a: 1 });
  Object.assign(exports, { a: "text", show: 3 });
  expect(values).toEqual({ show: 3, a: "text" });
});
