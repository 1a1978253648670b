import { currentHost } from "../hosts/current-host.js";

const ofSession = new Set<string>();

/** The exercises solved so far, by name. */
export interface Solved {
  readonly ids: ReadonlySet<string>;
  /** Why they will be forgotten when the kernel ends; undefined if they are kept. */
  readonly notKept?: string;
}

let notKept: string | undefined;

/**
 * Those of this session and those kept from earlier ones. None while records are collected, so that
 * a notebook's outputs do not depend on its reader.
 */
export function solvedExercises(): Solved {
  const { solved, writeRecord } = currentHost();
  if (writeRecord) return { ids: new Set() };
  const ids = new Set([...idsIn(solved?.read()), ...ofSession]);
  return notKept === undefined ? { ids } : { ids, notKept };
}

/** Keeps that an exercise is solved; in this session only where the host cannot keep it. */
export function keepSolved(id: string): void {
  const { solved, writeRecord } = currentHost();
  if (writeRecord) return;
  ofSession.add(id);
  if (!solved) return;
  const kept = idsIn(solved.read());
  if (kept.includes(id)) return;
  try {
    solved.write(`${JSON.stringify({ solved: [...kept, ...ofSession].filter(isFirst).sort() })}\n`);
    notKept = undefined;
  } catch (error) {
    notKept = error instanceof Error ? error.message : String(error);
  }
}

function isFirst(id: string, place: number, ids: readonly string[]): boolean {
  return ids.indexOf(id) === place;
}

/** A damaged text has none. */
function idsIn(text = "{}"): string[] {
  try {
    const { solved } = JSON.parse(text) ?? {};
    return Array.isArray(solved) ? solved.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
