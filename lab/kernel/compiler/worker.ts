import { Calls } from "../calls.js";
import type { Conversion } from "../conversion.js";
import { workerScope } from "../worker-scope.js";
import { type Completion, type CourseCompiler, courseCompiler } from "./course-compiler.js";
import { addFiles } from "./map-system.js";

/** Addresses of the declarations that the compiler reads. */
export interface TypeFiles {
  readonly course: string;
  /** Those of danfojs, which are large: fetched when a cell names it. */
  readonly danfo: string;
}

/** What the page asks of the compiler worker. */
export interface CompilerOffers {
  start(types: TypeFiles): Promise<void>;
  convert(before: string, code: string): Promise<Conversion>;
  complete(before: string, code: string, position: number): Promise<Completion>;
  inspect(before: string, code: string, position: number): Promise<string | undefined>;
  isComplete(code: string): Promise<{ completed: boolean; indent?: string }>;
}

let compiler: Promise<CourseCompiler> | undefined;
let danfoUrl = "";
let danfo: Promise<void> | undefined;

const offers: CompilerOffers = {
  start(types) {
    danfoUrl = types.danfo;
    compiler = fetchTypes(types.course).then(() => {
      const started = courseCompiler();
      started.convert("", 'import { show } from "reelbook";\nshow([1]);');
      return started;
    });
    return compiler.then(() => {});
  },
  convert: async (before, code) => (await ready(before, code)).convert(before, code),
  complete: async (before, code, position) => (await ready(before, code)).complete(before, code, position),
  inspect: async (before, code, position) => (await ready(before, code)).inspect(before, code, position),
  isComplete: async (code) => (await ready("", code)).isComplete(code),
};

async function ready(...texts: string[]): Promise<CourseCompiler> {
  if (!compiler) throw new Error("the compiler was not started");
  const started = await compiler;
  if (texts.some((text) => text.includes("danfojs"))) {
    danfo ??= fetchTypes(danfoUrl);
    await danfo;
  }
  return started;
}

async function fetchTypes(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be fetched (${response.status}); load the page again`);
  addFiles(await response.json());
}

new Calls(workerScope, offers);
