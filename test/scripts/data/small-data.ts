import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root, scratchFolder } from "../scratch-course.js";
import { type Answer, sendPart, serve } from "./zip-server.js";
import { zipOf } from "./zip-writer.js";

const ITEM = `1|Toy Story (1995)|01-Jan-1995|||${Array(19).fill(0).join("|")}\n`;
export const smallFiles = {
  "u.data": "1\t1\t5\t874965758\n",
  "u.item": ITEM,
  "u.user": "1|24|M|technician|85711\n",
};
const zipWith = (ratings: string, users = smallFiles["u.user"]) =>
  zipOf([
    { name: "ml-100k/", mode: 0o040755 },
    ...Object.entries({ ...smallFiles, "u.data": ratings, "u.user": users }).map(([name, data]) => ({
      name: `ml-100k/${name}`,
      data,
    })),
  ]);
export const small = zipWith(smallFiles["u.data"]);
const rows = (row: (i: number) => string) =>
  Array.from({ length: 300_000 }, (_, i) => `${row(i)}\n`).join("");
export const large = zipWith(
  rows((i) => `${i + 1}\t1\t${1 + (i % 5)}\t${8e8 + ((i * i) % 9e7)}`),
  rows((i) => `${i + 1}|24|M|technician|85711`),
);
export const other = zipWith("1\t1\t4\t874965758\n");

const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("hex");
export const agree = "--accept-licence";

/**
 * A folder for data sets, a server, and `npm run data` for a data set ml-100k that has this zip.
 */
export async function setting(
  zip: Uint8Array = small,
  answer: Answer = sendPart(zip),
  sha256?: Readonly<Record<string, string>>,
) {
  const to = join(scratchFolder(), "data");
  const server = await serve(answer);
  const catalogue = [
    { name: "ml-latest-small", ratings: 1, files: ["ratings.csv"] },
    {
      name: "ml-100k",
      ratings: 1,
      files: ["u.data", "u.item", "u.user"],
      zip: { bytes: zip.length, md5: md5(zip) },
      sha256,
    },
    {
      name: "ml-1m",
      ratings: 1_000_209,
      files: ["ratings.dat"],
      zip: { bytes: other.length, md5: md5(other) },
    },
  ];
  const start = (...args: string[]) => {
    const env = {
      ...process.env,
      REELBOOK_DATA_URL: `http://${server.url.host}/movielens`,
      SMALL_DATA: JSON.stringify({ catalogue, patience: { silence: 2000, pauses: [10, 10] } }),
    };
    return spawn(process.execPath, [join(root, "test/scripts/data/small-data.mjs"), "--to", to, ...args], {
      env,
    });
  };
  return {
    ...server,
    to,
    place: join(to, "ml-100k"),
    start,
    run: (...args: string[]) => outcome(start(...args)),
    /** A run that downloads, and is not asked. */
    get: () => outcome(start("ml-100k", agree)),
    /** What is in the folder, hidden or not. */
    there: () => (existsSync(to) ? readdirSync(to) : []),
  };
}

export async function outcome(child: ChildProcess): Promise<{ code: number | null; printed: string }> {
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => (printed += text));
  const [code] = await once(child, "close");
  return { code, printed };
}
