import type { Output } from "../running/error-message.js";
import type { Kernel, Message } from "./lab-types.js";

const OUTPUTS = ["display_data", "execute_result", "stream", "error"];

/** Runs code without a cell that shows it; gives the kernel's reply and what it displayed. */
export async function runQuietly(
  kernel: Kernel,
  code: string,
  metadata: Readonly<Record<string, unknown>>,
): Promise<{ reply: Message; outputs: Output[] }> {
  const content = { code, store_history: false, allow_stdin: false, stop_on_error: true };
  const future = kernel.requestExecute(content, true, metadata);
  const outputs: Output[] = [];
  future.onIOPub = ({ header, content }) => {
    if (!OUTPUTS.includes(header.msg_type)) return;
    const output = { output_type: header.msg_type, ...content };
    const last = outputs.at(-1);
    if (last && header.msg_type === "stream" && last.name === content.name) {
      outputs[outputs.length - 1] = { ...last, text: `${last.text}${content.text}` };
    } else {
      outputs.push(output);
    }
  };
  return { reply: await future.done, outputs };
}
