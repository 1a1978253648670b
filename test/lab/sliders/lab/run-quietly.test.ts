import { expect, test } from "vitest";
import type { Future, Kernel, Message } from "../../../../lab/sliders/lab/lab-types.js";
import { runQuietly } from "../../../../lab/sliders/lab/run-quietly.js";

type Sent = { type: string; content: Record<string, unknown> };

/** A kernel that answers a request with these messages; notes the requests. */
function kernelThatSends(messages: Sent[], requests: unknown[] = []): Kernel {
  const kernel = {
    requestExecute(content: object, _: boolean, metadata: object) {
      requests.push({ ...content, ...metadata });
      const future = { onIOPub: () => {} } as unknown as Future;
      const done = Promise.resolve().then(() => {
        for (const { type, content } of messages)
          future.onIOPub({ header: { msg_type: type }, content } as unknown as Message);
        return { content: { status: "ok" } } as unknown as Message;
      });
      return Object.assign(future, { done });
    },
  };
  return kernel as unknown as Kernel;
}

const printed = (name: string, text: string): Sent => ({ type: "stream", content: { name, text } });
const shown = (type: string, value: number, id?: string): Sent => ({
  type,
  content: { data: { f: value }, ...(id && { transient: { display_id: id } }) },
});

test("texts of one stream that follow each other are one output, and states are none", async () => {
  const messages = [
    { type: "status", content: { execution_state: "busy" } },
    printed("stdout", "a"),
    printed("stdout", "b"),
    printed("stderr", "c"),
    shown("display_data", 1),
    printed("stderr", "d"),
  ];
  const { outputs } = await runQuietly(kernelThatSends(messages), "", {});
  expect(outputs).toEqual([
    { output_type: "stream", name: "stdout", text: "ab" },
    { output_type: "stream", name: "stderr", text: "c" },
    { output_type: "display_data", data: { f: 1 } },
    { output_type: "stream", name: "stderr", text: "d" },
  ]);
});

test("an output that is updated has its last value", async () => {
  const messages = [
    shown("display_data", 1, "bar"),
    shown("display_data", 2),
    shown("update_display_data", 3, "bar"),
    shown("update_display_data", 4, "of another cell"),
  ];
  const { outputs } = await runQuietly(kernelThatSends(messages), "", {});
  expect(outputs.map(({ data, output_type }) => [output_type, data?.f])).toEqual([
    ["display_data", 3],
    ["display_data", 2],
  ]);
});

test("the request names its cell, and counts where asked", async () => {
  const requests: unknown[] = [];
  const kernel = kernelThatSends([], requests);
  await runQuietly(kernel, "1", { cellId: "x" });
  await runQuietly(kernel, "2", { cellId: "y", isCounted: true });
  expect(requests).toMatchObject([
    { code: "1", cellId: "x", store_history: false },
    { code: "2", cellId: "y", store_history: true },
  ]);
});
