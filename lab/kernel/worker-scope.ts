import type { Port } from "./calls.js";

/** The scope of a worker; the types of pages, which the project uses, do not have it. */
export const workerScope = globalThis as unknown as Port & {
  addEventListener(type: "error" | "unhandledrejection", listener: (event: never) => void): void;
};
