import { MODULE, RELAXED_MODULE } from "./module-bytes.js";

/** Which build of the kernels a job takes. */
export interface Build {
  /** Whether its memory is shared by threads. */
  readonly shared: boolean;
  readonly relaxedSimd: boolean;
}

const compiled = new Map<string, WebAssembly.Module>();

/** The module of a build, compiled once. */
export function compiledModule({ shared, relaxedSimd }: Build): WebAssembly.Module {
  const key = `${shared} ${relaxedSimd}`;
  const known = compiled.get(key);
  if (known) return known;
  const module = new WebAssembly.Module(moduleBytes({ shared, relaxedSimd }));
  compiled.set(key, module);
  return module;
}

/** Whether this machine can run a build; compiles nothing. */
export function canCompile(build: Build): boolean {
  return typeof WebAssembly === "object" && WebAssembly.validate(moduleBytes(build));
}

function moduleBytes({ shared, relaxedSimd }: Build): Uint8Array<ArrayBuffer> {
  const text = atob(relaxedSimd ? RELAXED_MODULE : MODULE);
  const bytes = new Uint8Array(text.length).map((_, place) => text.charCodeAt(place));
  if (!shared) bytes[memoryFlags(bytes)] &= ~SHARED;
  return bytes;
}

/** The bit of a memory's flags that says that threads share it. */
const SHARED = 2;

const IMPORT_SECTION = 2;

/**
 * The place of the flags of the imported memory, which is the module's only import. The sections
 * before it, and its names, are shorter than 128 bytes or skipped by their length.
 */
function memoryFlags(bytes: Uint8Array): number {
  let at = 8;
  for (;;) {
    const section = bytes[at];
    let length = 0;
    let shift = 0;
    do {
      at++;
      length |= (bytes[at] & 127) << shift;
      shift += 7;
    } while (bytes[at] >= 128);
    at++;
    if (section === IMPORT_SECTION) break;
    at += length;
  }
  at++; // the number of imports
  at += 1 + bytes[at]; // "env"
  at += 1 + bytes[at]; // "memory"
  return at + 1; // after the kind of import
}
