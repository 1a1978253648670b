// @module-tag slow
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "@tslab/typescript-for-tslab";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, scratch, tools } from "../../scripts/lib/places.mjs";

const program = readFileSync(join(root, "test/house/reader-program.ts"), "utf8");

describe("the declarations, to the TypeScript inside the notebooks' kernel", () => {
  let folder: string;
  // Made again as in the build, next to node_modules, so that no test waits for another's build.
  beforeAll(() => {
    mkdirSync(scratch, { recursive: true });
    folder = mkdtempSync(join(scratch, "declarations-"));
    execFileSync(process.execPath, [tools.tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The errors in a cell's text and in our declarations, with tslab's compiler settings. */
  function errorsIn(text: string, strict: boolean): string[] {
    const cell = join(folder, "cell.ts");
    writeFileSync(cell, text);
    const compiler = ts.createProgram([cell], {
      strict,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Node10,
      esModuleInterop: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      types: ["node"],
      noEmit: true,
      paths: { reelbook: [join(folder, "index.d.ts")] },
    });
    const ownFiles = compiler.getSourceFiles().filter(({ fileName }) => !fileName.includes("/node_modules/"));
    return ts
      .sortAndDeduplicateDiagnostics(ownFiles.flatMap((file) => ts.getPreEmitDiagnostics(compiler, file)))
      .map(
        ({ file, messageText }) =>
          `${basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      );
  }

  test("the compiler is the kernel's, 5.0.4", () => {
    expect(ts.version).toBe("5.0.4");
  });

  test.each([
    ["not strict, as in a cell", false],
    ["strict", true],
  ])("hold, with a program that uses them, %s", (_, strict) => {
    expect(errorsIn(program.replace("../../src/index.js", "reelbook"), strict)).toEqual([]);
  });

  test("find the errors of a program", () => {
    const wrong = `import { MeanRating, MeanRatings, Ratings } from "reelbook";
      new MeanRating({ damping: "5" });
      Ratings.from([]).count = 5;`;
    expect(errorsIn(wrong, false)).toEqual([
      expect.stringContaining("has no exported member named 'MeanRatings'"),
      expect.stringContaining("'string' is not assignable to type 'number'"),
      expect.stringContaining("'count' because it is a read-only property"),
    ]);
  });

  test.each([false, true])("type parameters by their controls, strict %s", (strict) => {
    const cell = `import { parameters, UserKnn } from "reelbook";
      const { similarity, center, models, dataset, count } = parameters(
        { similarity: "pearson", center: "none", models: ["Ease"], dataset: "small", count: 10 },
        {
          similarity: { options: ["pearson", "cosine"] },
          center: { setting: UserKnn.settings.fields.center },
          models: { options: ["Ease", "Slim"] },
          dataset: { options: ["small", "large"], others: true },
          count: { min: 5, most: 20 },
        },
      );
      const a: "pearson" | "cosine" = similarity;
      const b: UserKnn["settings"]["center"] = center;
      const c: ("Ease" | "Slim")[] = models;
      const d: [string, number] = [dataset, count];
      const none: "wrong" = similarity;
      parameters({ count: 10 }, { count: { min: 5 }, counts: { min: 5 } });
      parameters({ count: 10 }, { count: { mim: 5 } });`;
    expect(errorsIn(cell, strict)).toEqual([
      expect.stringContaining(`is not assignable to type '"wrong"'`),
      expect.stringContaining('"there is no parameter counts"'),
      expect.stringContaining('"there is no field mim"'),
    ]);
  });
});
