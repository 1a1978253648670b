import type { Kernel } from "./lab-types.js";

/**
 * Whether a variable is in the kernel. Asks whether its name completes instead of running it,
 * because tslab drops what arrives soon after an error.
 */
export async function hasVariable(kernel: Kernel, name: string): Promise<boolean> {
  const { content } = await kernel.requestComplete({ code: name, cursor_pos: name.length });
  return Array.isArray(content.matches) && content.matches.includes(name);
}
