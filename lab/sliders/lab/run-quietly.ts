import type { Output } from "../running/error-message.js";
import type { Kernel, Message } from "./lab-types.js";

const OUTPUTS = ["display_data", "execute_result", "stream", "error"];

interface QuietRun {
  /** The cell whose code it is, if it is one's. */
  readonly cellId?: string;
  /** Whether the run gets the next execution count. @default false */
  readonly isCounted?: boolean;
}

/** Runs code without a cell that shows it; gives the kernel's reply and what it displayed. */
export async function runQuietly(
  kernel: Kernel,
  code: string,
  { cellId, isCounted = false }: QuietRun,
): Promise<{ reply: Message; outputs: Output[] }> {
  const content = { code, store_history: isCounted, allow_stdin: false, stop_on_error: true };
  const future = kernel.requestExecute(content, true, cellId === undefined ? {} : { cellId });
  const outputs: Output[] = [];
  /** The places of outputs that can be updated, by their display id. */
  const places = new Map<unknown, number>();
  future.onIOPub = ({ header: { msg_type }, content }) => {
    const { display_id } = (content.transient ?? {}) as { display_id?: string };
    if (msg_type === "update_display_data") {
      const place = places.get(display_id);
      if (place !== undefined) outputs[place] = { output_type: "display_data", ...content };
      return;
    }
    if (!OUTPUTS.includes(msg_type)) return;
    const last = outputs.at(-1);
    if (last && msg_type === "stream" && last.name === content.name) {
      outputs[outputs.length - 1] = { ...last, text: `${last.text}${content.text}` };
      return;
    }
    if (display_id !== undefined) places.set(display_id, outputs.length);
    outputs.push({ output_type: msg_type, ...content });
  };
  return { reply: await future.done, outputs };
}
