import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Stop } from "../lib/program.mjs";
import { findPython } from "../lib/python.mjs";
import { run } from "../lib/run.mjs";
import { clientFolder } from "./client-package.mjs";
import { sparkHome } from "./server-package.mjs";

const generated = join(clientFolder, "src", "transport", "connect-descriptors.ts");

/**
 * Prints the serialized descriptor of each file of Spark Connect, in base64. pyspark has no .proto
 * files; its modules hold the descriptors as literals, so that nothing need be imported.
 */
const PROGRAM = `
import ast, base64, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1], "sql", "connect", "proto").glob("*_pb2.py")):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "AddSerializedFile":
            print(base64.b64encode(node.args[0].value).decode())
version = ast.parse(pathlib.Path(sys.argv[1], "version.py").read_text())
for node in ast.walk(version):
    if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Constant):
        print("version", node.value.value)
`;

/**
 * Writes the message definitions of Spark Connect, of the installed Spark, as text into
 * packages/spark: what the service needs, without Google's own, in an order in which each file
 * comes after those that it imports.
 */
export async function writeDescriptors() {
  const home = sparkHome();
  if (!home) throw new Stop("Spark is not installed; run npm run spark -- install --server.");
  const {
    command: [command = "", ...args],
  } = findPython();
  const { code, stdout, stderr } = await run(command, [...args, "-c", PROGRAM, home]);
  if (code !== 0)
    throw new Stop(`${stderr}\nThe message definitions of Spark could not be read; report this.`);
  const lines = stdout.trim().split("\n");
  const version = lines.find((line) => line.startsWith("version "))?.slice("version ".length);
  const load = createRequire(join(clientFolder, "package.json"));
  const { fromBinary, toBinary, create } = load("@bufbuild/protobuf");
  const wkt = load("@bufbuild/protobuf/wkt");
  const files = lines
    .filter((line) => !line.startsWith("version "))
    .map((line) => fromBinary(wkt.FileDescriptorProtoSchema, Buffer.from(line, "base64")));
  const ordered = neededBy("spark/connect/base.proto", new Map(files.map((each) => [each.name, each])));
  const set = toBinary(wkt.FileDescriptorSetSchema, create(wkt.FileDescriptorSetSchema, { file: ordered }));
  const text = gzipSync(set, { level: 9 }).toString("base64");
  writeFileSync(
    generated,
    `// Made by npm run spark -- descriptors from Apache Spark ${version}; do not edit.
// Apache License 2.0: see NOTICE.

/** The version of Spark that the message definitions are of. */
export const CONNECT_VERSION = "${version}";

/** A FileDescriptorSet of the files of spark.connect, compressed by gzip, in base64. */
export const CONNECT_DESCRIPTORS =
  "${text}";
`,
  );
  console.log(
    `Wrote ${ordered.length} message definitions of Spark ${version}: ${text.length} characters in ${dirname(generated)}.`,
  );
}

/**
 * @param {string} name
 * @param {Map<string, { name: string, dependency: string[] }>} files
 * @param {Set<string>} [seen]
 * @returns {{ name: string, dependency: string[] }[]}
 */
function neededBy(name, files, seen = new Set()) {
  const file = files.get(name);
  if (!file || seen.has(name)) return [];
  seen.add(name);
  return [...file.dependency.flatMap((each) => neededBy(each, files, seen)), file];
}
