// @module-tag long
import { rowTests } from "./row-tests.js";
import { isLeftOut, isSlow, isSlowest } from "./slow-rows.js";

const patience = { timeout: 1_800_000 };
const isChecked = (table: string, row: string) =>
  isSlow(table, row) && !isSlowest(table, row) && !isLeftOut(table, row);
rowTests(isChecked, patience);
