// @module-tag slow
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle, transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../scripts/build.mjs";
import { isWindows, root, tools } from "../../scripts/lib/places.mjs";
import { setUpPackages } from "../../scripts/set-up.mjs";
import { modelKinds } from "../../src/models/saving/model-kinds.js";
import { modelClasses } from "./model-classes.js";

const folder = mkdtempSync(join(tmpdir(), "reelbook-package-"));
const installed = join(folder, "node_modules", "reelbook");
let packed: string[];
let tarball: string;

const readme = readFileSync(join(root, "src/README.md"), "utf8");
const program = readFileSync(join(root, "test/house/reader-program.ts"), "utf8").replace(
  "../../src/index.js",
  "reelbook",
);
const referenceProgram =
  'import { easeWeights, source } from "reelbook/reference"; const text: string = source(easeWeights); text.at(0);';
const browserProgram =
  'import { Ratings } from "reelbook/browser"; const { count }: Ratings = Ratings.from([]);';
const wasmProgram =
  'import { backend, Ratings, setBackend } from "reelbook/wasm"; const { count }: Ratings = Ratings.from([]); const kind: string = setBackend("wasm").kind;';
const webProgram =
  'import { type Files, fetchedFiles, useFiles } from "reelbook/web"; const files: Files = fetchedFiles("./", []); useFiles(files);';
const duckdbProgram =
  'import { DuckdbItemKnn, duckdbRatings } from "reelbook/duckdb"; import type { Ratings } from "reelbook"; const all = async (): Promise<Ratings> => (await duckdbRatings("a.parquet", { memoryLimit: "2GiB" })).toRatings(); const { keep } = new DuckdbItemKnn({ keep: 5 }).settings; all.name.at(keep ?? 0);';

beforeAll(async () => {
  await build();
  const [{ filename, files }] = JSON.parse(
    npm(root, "pack", "./src", "--json", "--pack-destination", folder),
  );
  tarball = filename;
  packed = files.map(({ path }: { path: string }) => path);
  write("package.json", "{}");
  npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", `./${filename}`);
  write("mine.csv", "who,film,stars,when\nann,7,5,1997-12-04\nbob,8,2,1997-12-05\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", shell: isWindows, stdio: "pipe" });
}

/** As a user runs it: without the backend that these tests may be told to take. */
function node(...args: string[]): string {
  const env = { ...process.env, REELBOOK_BACKEND: undefined };
  return execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe", env });
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

/** A code block of the README in a language, the first by default. */
function readmeBlock(language: string, place = 0): string {
  return readme.split(`\`\`\`${language}\n`)[place + 1]!.split("```")[0]!;
}

/** Whether the ESM build of an entry point has a module for each source. */
function isModuleTree(name: string): boolean {
  return name === "browser" || name === "wasm";
}

describe("the packed package", () => {
  test("contains the licence, the README, the builds and their declarations, and nothing else", () => {
    const needed = [
      ...["index", "browser", "duckdb", "wasm", "web", "reference"].flatMap((name) => [
        ...[`${name}.cjs`, `${name}.cjs.map`],
        ...(isModuleTree(name) ? [`browser/${name}.js`] : [`${name}.mjs`, `${name}.mjs.map`]),
        ...[`types/${name}.d.ts`, `types/${name}.d.mts`],
      ]),
    ];
    const known =
      /^(package\.json|README\.md|SETTINGS\.md|CHANGELOG\.md|LICENSE|dist\/((index|browser|duckdb|wasm|web|reference)\.[cm]js(\.map)?|types\/.+\.d\.m?ts|browser\/(package\.json|.+\.js)))$/;
    expect(packed).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        ...needed.map((file) => `dist/${file}`),
      ]),
    );
    expect(packed.filter((path) => !known.test(path))).toEqual([]);
    for (const text of ["LICENSE", "CHANGELOG.md"]) {
      expect(readFileSync(join(installed, text), "utf8")).toBe(readFileSync(join(root, text), "utf8"));
    }
  });

  test("has source maps, without the sources", () => {
    const maps = packed.filter((path) => path.endsWith(".map"));
    expect(maps).toHaveLength(10);
    for (const path of maps) {
      const map = JSON.parse(readFileSync(join(installed, path), "utf8"));
      expect(map.sources.length).toBeGreaterThan(10);
      expect(map.sourcesContent ?? []).toEqual([]);
    }
  });

  test("does not contain the path where it was built", () => {
    const texts = packed.map((path) => [path, readFileSync(join(installed, path), "utf8")] as const);
    expect(texts.filter(([, text]) => text.includes(root)).map(([path]) => path)).toEqual([]);
  });

  test("has no dependencies: npm installs nothing else", () => {
    const all = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    expect(all).toEqual(["reelbook"]);
  });

  test("is right to publint", async () => {
    const { publint } = await packageTool("publint", "src/index-node.js");
    const { messages } = await publint({ pkgDir: installed, pack: false, level: "suggestion", strict: true });
    expect(messages).toEqual([]);
  });

  test("is right to arethetypeswrong, for every way to resolve each entry point", {
    tags: "long",
  }, async () => {
    const core = await packageTool("@arethetypeswrong/core", "dist/index.js");
    const { problems, entrypoints } = await core.checkPackage(
      core.createPackageFromTarballData(new Uint8Array(readFileSync(join(folder, tarball)))),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(entrypoints)).toEqual(expect.arrayContaining([".", "./browser", "./reference"]));
  });
});

/** A package of scripts/package-tools, which readers of the course do not install. */
async function packageTool(name: string, file: string): Promise<any> {
  const tools = await setUpPackages("package-tools");
  return import(pathToFileURL(join(tools, "node_modules", name, file)).href);
}

describe("bundled for a browser", () => {
  /** A minified bundle of `import … from "reelbook"`, in bytes with gzip. */
  async function gzipped(program: string, external = /^$/): Promise<number> {
    const { outputFiles } = await bundle({
      stdin: { contents: program, resolveDir: folder },
      bundle: true,
      plugins: [
        {
          name: "external",
          setup: ({ onResolve }) => onResolve({ filter: external }, ({ path }) => ({ path, external: true })),
        },
      ],
      minify: true,
      write: false,
      platform: "browser",
      format: "esm",
      logLevel: "silent",
    });
    // What is left out leaves no import behind.
    return gzipSync(outputFiles[0]!.text.replace(/import\{[^}]*\}from"[^"]*";/g, "")).length;
  }

  test.each([
    ["Popularity", 'export { Popularity } from "reelbook";', 4, undefined],
    ["Ease and Ratings", 'export { Ease, Ratings } from "reelbook";', 10, undefined],
    ["Ease in WebAssembly", 'export { Ease } from "reelbook/wasm";', 22, undefined],
    [
      "everything but the kernels and FactorizationMachine",
      'export * from "reelbook";',
      90,
      /\/(kernels|machines)\//,
    ],
  ] as const)("%s has at most its promised kilobytes", async (_, text, kilobytes, external) => {
    const bytes = await gzipped(text, external);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(1000 * kilobytes);
  });

  test("the kernels in WebAssembly are started in it, if they are asked for", async () => {
    const bundled = async (from: string) => {
      const text = `import { Ease, backend } from "${from}"; console.log(new Ease().name, backend().kind);`;
      const { outputFiles } = await bundle({
        stdin: { contents: text, resolveDir: folder },
        bundle: true,
        minify: true,
        write: false,
        platform: "browser",
        format: "esm",
      });
      write("bundled.mjs", outputFiles[0]!.text);
      return node("bundled.mjs").trim();
    };
    expect(await bundled("reelbook")).toBe("Ease plain");
    expect(await bundled("reelbook/wasm")).toBe("Ease wasm");
  });

  test("the functions for files are not in it", async () => {
    await expect(gzipped('export { loadRatings } from "reelbook";')).rejects.toThrow(
      /No matching export in "[^"]*reelbook.dist.browser.browser.js" for import "loadRatings"/,
    );
  });

  test("nor in its types", () => {
    const browser = ["--module", "esnext", "--moduleResolution", "bundler", "--customConditions", "browser"];
    write("page.mts", 'import { Ratings } from "reelbook"; Ratings.from([]);');
    expect(compilerErrors(tools.tsc, "page.mts", ...browser)).toBe("");
    write("page.mts", 'import { loadRatings } from "reelbook"; loadRatings("mine.csv");');
    expect(compilerErrors(tools.tsc, "page.mts", ...browser)).toContain("no exported member 'loadRatings'");
  });
});

describe("installed in an empty folder", () => {
  test.each([
    ["CommonJS", "cjs", 'require("./program.cjs")'],
    ["ESM", "esm", 'await import("./program.mjs")'],
  ] as const)("it runs from %s, and prints text for tables and figures", (_, format, load) => {
    const file = format === "cjs" ? "program.cjs" : "program.mjs";
    write(file, transformSync(program, { loader: "ts", format }).code);
    const main = `(async () => console.log(JSON.stringify(await (${load}).readersProgram())))()`;
    const printed = node("-e", main).trim().split("\n");
    expect(JSON.parse(printed.pop()!)).toEqual({
      best: [{ itemId: 7, score: 38 / 9 }],
      scale: { min: 1, max: 5 },
      when: Date.UTC(1997, 11, 4) / 1000,
    });
    expect(printed.join("\n")).toMatch(/The best for bob\n.*itemId +score\n.*\[figure].*✓ exercise 1/s);
  });

  test.each([
    ["CommonJS", "reference.cjs", 'const { easeWeights, source } = require("reelbook/reference");'],
    ["ESM", "reference.mjs", 'import { easeWeights, source } from "reelbook/reference";'],
  ])("its reference implementations run from %s, and show their source", (_, file, load) => {
    write(file, `${load} console.log(easeWeights([[1, 1], [1, 0]], 1)[0].length, source(easeWeights));`);
    expect(node(file)).toMatch(/^2 \/\*\*.*\nfunction easeWeights\(table: /s);
  });

  test("its browser entry point runs from ESM", () => {
    write("browser.mjs", transformSync(`${browserProgram} console.log(count);`, { loader: "ts" }).code);
    expect(node("browser.mjs").trim()).toBe("0");
  });

  test("its browser entry point runs from CommonJS", () => {
    write("browser.cjs", 'console.log(require("reelbook/browser").Ratings.from([]).count);');
    expect(node("browser.cjs").trim()).toBe("0");
  });

  test("its browser entry point has plain kernels only, and says where the others are", () => {
    write(
      "plain.mjs",
      'import { backend, setBackend } from "reelbook/browser"; try { setBackend("wasm"); } catch (error) { console.log(backend().kind, error.message); }',
    );
    expect(node("plain.mjs")).toMatch(/^plain .* import from "reelbook\/wasm"/);
  });

  test.each(["wasm.mjs", "wasm.cjs"])("its entry point with WebAssembly runs on one thread: %s", (file) => {
    const text = `${wasmProgram} console.log(count, kind, backend().threads);`;
    write(file, transformSync(text, { loader: "ts", format: file === "wasm.cjs" ? "cjs" : "esm" }).code);
    expect(node(file).trim()).toBe("0 wasm 1");
  });

  test("its entry point for Node runs WebAssembly on all cores", () => {
    const text = 'const { backend } = require("reelbook"); console.log(JSON.stringify(backend()));';
    write("backend.cjs", text);
    const { kind, threads } = JSON.parse(node("backend.cjs"));
    expect([kind, threads]).toEqual(["wasm", availableParallelism()]);
  });

  test("its entry point for pages runs from ESM", () => {
    write("web.mjs", transformSync(`${webProgram} console.log(files.folder);`, { loader: "ts" }).code);
    expect(node("web.mjs")).toBe("\n");
  });

  test.each(["mjs", "cjs"])(
    "its entry point for DuckDB says what to install, and shares Ratings: %s",
    (ending) => {
      const text =
        'import { duckdbRatings } from "reelbook/duckdb"; duckdbRatings("a.csv").catch(({ message }) => console.log(message));';
      write(
        `duckdb.${ending}`,
        transformSync(text, { loader: "ts", format: ending === "cjs" ? "cjs" : "esm" }).code,
      );
      expect(node(`duckdb.${ending}`)).toMatch(
        /^reelbook\/duckdb needs the package @duckdb\/node-api; install it/,
      );
      expect(readFileSync(join(installed, "dist", `duckdb.${ending}`), "utf8")).toContain(
        `"./index.${ending}"`,
      );
    },
  );

  test("the README's example runs and prints what the README says", () => {
    write("readme.mjs", transformSync(readmeBlock("ts"), { loader: "ts" }).code);
    expect(node("readme.mjs")).toBe(readmeBlock("text"));
  });

  test("the README's five minutes run on a file of ratings", () => {
    const rows = Array.from({ length: 40 * 30 }, (_, row) => ({ user: row % 40, item: Math.floor(row / 40) }))
      .filter(({ user, item }) => (7 * user + 3 * item) % 5 < 3)
      .map(({ user, item }) => `u${user},b${item},${1 + ((user * item) % 5)},${1e9 + item}`);
    write("books.csv", ["user,isbn,stars,when", ...rows].join("\n"));
    write("five-minutes.mjs", transformSync(readmeBlock("ts", 1), { loader: "ts" }).code);
    expect(node("five-minutes.mjs")).toMatch(
      /^(\w+ 0\.\d{3} 0\.\d{3}\n){3}best of 8: \{ regularization: [\d.]+ \}\nb\d+ because of b\d+\n$/,
    );
    expect(readdirSync(folder)).toContain("books.model");
  });

  test("the README's log of a shop runs on JSON lines", () => {
    const rows = Array.from({ length: 40 * 30 }, (_, row) => ({ user: row % 40, item: Math.floor(row / 40) }))
      .filter(({ user, item }) => (7 * user + 3 * item) % 5 < 2)
      .map(({ user, item }, row) => ({
        customer: `c${user}`,
        isbn: `b${item}`,
        action: row % 4 === 0 ? "buy" : "view",
        when: `2026-03-${String(1 + (item % 28)).padStart(2, "0")}`,
      }));
    write("shop.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
    write("shop.mjs", transformSync(readmeBlock("ts", 3), { loader: "ts" }).code);
    const printed = node("shop.mjs");
    expect(printed).toMatch(/^(\w+ 0\.\d{3}\n){2}c1: (b\d+ ){2}b\d+\nvisitor: (b\d+ ){2}b\d+\n$/);
    const [ofCustomer, ofVisitor] = printed
      .split("\n")
      .slice(2)
      .map((line) => line.split(" ").slice(1));
    const used = rows.filter(({ customer }) => customer === "c1").map(({ isbn }) => isbn);
    expect(used).not.toEqual(expect.arrayContaining([expect.stringMatching(`^(${ofCustomer!.join("|")})$`)]));
    expect(ofVisitor).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(b1|b4)$/)]));
  });

  test("the README's facts of books rank a book that nobody knows", () => {
    const event = { customer: "c1", isbn: "b1" };
    write("shop.jsonl", [event, { customer: "c2", isbn: "b2" }].map((row) => JSON.stringify(row)).join("\n"));
    write("books.csv", "user,isbn,stars\nu1,b1,5\nu1,b2,1\nu2,b2,4\nu2,b3,2\n");
    write("facts.mjs", transformSync(readmeBlock("ts", 4), { loader: "ts" }).code);
    expect(node("facts.mjs")).toBe("like new: b1 b3\nfor c1: new\nu1 and new: true\n");
  });

  test("it says which package reads Parquet, and writes and reads it where that is installed", async () => {
    write(
      "parquet.mjs",
      `import { ImplicitAls, loadInteractions, saveVectors, simulateRatings } from "reelbook";
      const fitted = new ImplicitAls({ factors: 2, iterations: 1 }).fit(
        simulateRatings({ users: 9, items: 7, count: 40, seed: 1 }),
      );
      await saveVectors("vectors.parquet", fitted).catch(({ message }) => console.log(message));
      const columns = { userId: "id", itemId: "vector" };
      await loadInteractions("vectors.parquet", columns).catch(({ message }) => console.log(message));`,
    );
    expect(node("parquet.mjs")).toMatch(
      /^saving Parquet needs the package hyparquet-writer, .*\nreading Parquet needs the package hyparquet, which is not there; install it: npm install hyparquet@/,
    );
    const packages = join(await setUpPackages("package-tools"), "node_modules");
    const own = join(folder, "with-parquet", "node_modules");
    for (const name of ["hyparquet", "hyparquet-writer"]) {
      cpSync(join(packages, name), join(own, name), { recursive: true });
    }
    cpSync(installed, join(own, "reelbook"), { recursive: true });
    cpSync(join(folder, "parquet.mjs"), join(folder, "with-parquet", "parquet.mjs"));
    expect(node(join(folder, "with-parquet", "parquet.mjs"))).toMatch(
      /^vectors\.parquet row 0, column "vector": "\[.* is neither a whole number nor a text; correct the row, or pass/,
    );
  });

  const nodenext = ["--module", "nodenext"];
  const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];
  test.each([
    ["a program in ESM", "program.mts", nodenext, program],
    ["a program in CommonJS", "program.cts", nodenext, program],
    ["a program that is bundled", "program.ts", bundler, program],
    ["a program for the browser", "browser.mts", nodenext, browserProgram],
    ["a bundled program for the browser", "browser.ts", bundler, browserProgram],
    ["a program with WebAssembly", "wasm.mts", nodenext, wasmProgram],
    ["a bundled program with WebAssembly", "wasm.ts", bundler, wasmProgram],
    ["a program for a page", "web.mts", nodenext, webProgram],
    ["a bundled program for a page", "web.ts", bundler, webProgram],
    ["the README's example", "readme.mts", nodenext, readmeBlock("ts")],
    ["the README's five minutes", "five-minutes.mts", nodenext, readmeBlock("ts", 1)],
    ["a program with DuckDB", "duckdb.mts", nodenext, duckdbProgram],
    ["a bundled program with DuckDB", "duckdb.ts", bundler, duckdbProgram],
    ["the README's log of a shop", "shop.mts", nodenext, readmeBlock("ts", 3)],
    ["the README's facts of books", "facts.mts", nodenext, readmeBlock("ts", 4)],
    ["a program with references", "reference.mts", nodenext, referenceProgram],
    ["a bundled program with references", "reference.ts", bundler, referenceProgram],
  ])("TypeScript 7, strict, accepts %s", (_, file, options, text) => {
    write(file, text);
    expect(compilerErrors(tools.tsc, file, ...options)).toBe("");
  });

  test("TypeScript 7 accepts a server's program, with the strictest settings and without a DOM", () => {
    const project = join(folder, "strict-project");
    cpSync(join(root, "test/fixtures/strict-project"), project, { recursive: true });
    const types = join(root, "node_modules/@types");
    expect(compilerErrors(tools.tsc, "-p", project, "--typeRoots", types)).toBe("");
    appendFileSync(join(project, "server.mts"), "document.title;");
    expect(compilerErrors(tools.tsc, "-p", project, "--typeRoots", types)).toContain("Cannot find name 'doc");
  });

  test("TypeScript 7 finds names that the package does not have", () => {
    write("wrong.mts", 'import { MeanRating } from "reelbook"; new MeanRating({ damping: "much" });');
    expect(compilerErrors(tools.tsc, "wrong.mts", ...nodenext)).toMatch(
      /'string' is not assignable.*'number'/,
    );
  });
});

function compilerErrors(compiler: string, ...args: string[]): string {
  try {
    const strict = args.includes("-p") ? [] : ["--noEmit", "--strict", "--target", "es2022"];
    return node(compiler, ...strict, ...args);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("the README names every model", () => {
  for (const [model] of modelClasses) expect(readme).toContain(`| \`${model}\` |`);
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`It has ${modelKinds.length} models,`);
});
