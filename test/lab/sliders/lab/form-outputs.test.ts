import { expect, test } from "vitest";
import { setOutputs } from "../../../../lab/sliders/lab/form-outputs.js";
import type { CellModel } from "../../../../lab/sliders/lab/lab-types.js";
import type { Output } from "../../../../lab/sliders/running/error-message.js";

const display = (type: string, value: unknown): Output => ({
  output_type: "display_data",
  data: { [type]: value },
});
const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

/** Sets the outputs of a cell; gives those that were set, or "all" if all were drawn again. */
function updated(before: Output[], next: Output[]): unknown {
  const log: unknown[] = [];
  const outputs = {
    length: before.length,
    set: (_: number, output: Output) => log.push(output),
    toJSON: () => before,
    fromJSON: (outputs: readonly Output[]) => log.push("all", outputs),
  };
  setOutputs({ outputs } as unknown as CellModel, next);
  return log[0] === "all" ? "all" : log;
}

test("only the outputs that differ are set, each once", () => {
  const [before, after] = [display("f", 1), display("f", 2)];
  expect(updated([before, display("h", 1)], [after, display("h", 1)])).toEqual([after]);
  expect(updated([before, printed("a")], [after, printed("a")])).toEqual([after]);
});

test("an output of another kind, and another text, replace what was at their place", () => {
  expect(updated([display("f", 1)], [display("g", 1)])).toEqual([display("g", 1)]);
  expect(updated([display("f", 1), printed("a")], [display("f", 1), printed("b")])).toEqual([printed("b")]);
  expect(updated([printed("a")], [display("f", 1)])).toEqual([display("f", 1)]);
  const error = { ...printed("a"), name: "stderr" };
  expect(updated([printed("a")], [error])).toEqual([error]);
});

test("metadata of a kernel's message are no change", () => {
  const sent = { ...display("f", 1), metadata: {}, transient: { display_id: "1" } };
  expect(updated([{ ...display("f", 1), metadata: {} } as Output], [sent as Output])).toEqual([]);
});

test("all outputs are drawn again where their number differs", () => {
  expect(updated([display("f", 1)], [display("f", 2), printed("a")])).toBe("all");
  expect(updated([display("f", 1), printed("a")], [display("f", 1)])).toBe("all");
});
