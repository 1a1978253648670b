import { describe, expect, type TestOptions } from "vitest";
import { readRecords } from "../../bench/leaderboard/records.mjs";
import { resolveRow } from "../../bench/leaderboard/resolve-row.mjs";
import { TABLES } from "../../bench/leaderboard/tables.mjs";
import { evaluateSplits } from "../../bench/lib/evaluate-splits.mjs";
import { datasetTest } from "../dataset-test.js";
import { protocolData } from "./protocol-data.js";

/** A test for each recorded row: fitted and measured again, it must give the recorded measures. */
export function rowTests(isWanted: (table: string, row: string) => boolean, options: TestOptions = {}): void {
  const records = readRecords();
  const wanted = Object.entries(TABLES).flatMap(([name, table]) => {
    if (!records[name]) return [];
    const rows = table.rows.filter((row) => resolveRow(table, row) && isWanted(name, row.name));
    return [{ name, table, rows }];
  });
  describe.each(wanted.filter(({ rows }) => rows.length > 0))("the table $name", ({ name, table, rows }) => {
    const { dataset, load } = protocolData(table.protocol);
    for (const row of rows) {
      const again = async () => {
        const { model, settings } = resolveRow(table, row)!;
        const { answer } = evaluateSplits(model, settings, await load());
        const recorded = records[name]!.rows[row.name]!.answer;
        expect(Object.keys(recorded)).toEqual(Object.keys(answer));
        for (const [measure, value] of Object.entries(recorded))
          expect(Math.abs(answer[measure]! - value), measure).toBeLessThanOrEqual(table.tolerance);
      };
      datasetTest(dataset, `${row.name} comes out as recorded`, again, options);
    }
  });
}
