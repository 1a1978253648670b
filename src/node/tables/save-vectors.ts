import { FittedFactors } from "../../models/factors/fitted-factors.js";
import type { Id } from "../../ratings/id-index.js";
import { oneOf } from "../../settings/checks.js";
import { writeWholeFile } from "../write-whole-file.js";
import { optionalPackage } from "./optional-package.js";

/** What is used of the package hyparquet-writer. */
interface HyparquetWriter {
  parquetWriteBuffer(options: {
    columnData: { name: string; data: unknown[] }[];
    schema: object[];
  }): ArrayBuffer;
}

/** Options of {@link saveVectors}. */
export interface SaveVectorsOptions {
  /** Whose vectors. @default "items" */
  readonly of?: "items" | "users" | undefined;
}

/**
 * Saves the vectors of a factor model as Parquet, for a vector store: the columns `id`, of whole
 * numbers or texts, and `vector`, a list of floats of 32 bits. The dot product of a user's and an
 * item's vector orders the items as the model does:
 *
 *     user vector = factors, 1      item vector = factors, item bias
 *
 * without the last place where the model has no biases of items. Takes the package
 * hyparquet-writer, which is to be installed.
 *
 * @throws RangeError for a model without factors; Error without the package
 */
export async function saveVectors(
  path: string,
  fitted: FittedFactors,
  { of = "items" }: SaveVectorsOptions = {},
): Promise<void> {
  oneOf(["items", "users"], { of });
  if (!(fitted instanceof FittedFactors)) {
    const name = (fitted as { name?: string } | undefined)?.name ?? fitted;
    throw new RangeError(`${name} has no factors to save; take a model of factors, such as ImplicitAls`);
  }
  const writer = await optionalPackage<HyparquetWriter>("hyparquet-writer", "saving Parquet");
  const { ids, vectors } = of === "items" ? itemVectors(fitted) : userVectors(fitted);
  const isWhole = ids.every(Number.isSafeInteger);
  const data = isWhole ? ids.map((id) => BigInt(id)) : ids.map(String);
  const bytes = writer.parquetWriteBuffer({
    columnData: [
      { name: "id", data },
      { name: "vector", data: vectors },
    ],
    schema: [
      { name: "root", num_children: 2 },
      { name: "id", repetition_type: "REQUIRED", ...(isWhole ? WHOLE : TEXT) },
      { name: "vector", repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "REQUIRED", type: "FLOAT" },
    ],
  });
  await writeWholeFile(path, new Uint8Array(bytes));
}

const WHOLE = { type: "INT64" };
const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8" };

interface Vectors {
  readonly ids: readonly Id[];
  readonly vectors: number[][];
}

function itemVectors({ items, learned, factors }: FittedFactors): Vectors {
  const { itemFactors, itemBiases } = learned;
  const last = hasItemBiases(itemBiases) ? itemBiases : undefined;
  return { ids: items.ids, vectors: rowsOf(itemFactors, factors, items.size, last) };
}

function userVectors({ ratings: { users }, learned, factors }: FittedFactors): Vectors {
  const last = hasItemBiases(learned.itemBiases) ? new Float64Array(users.size).fill(1) : undefined;
  return { ids: users.ids, vectors: rowsOf(learned.userFactors, factors, users.size, last) };
}

function hasItemBiases(biases: Float64Array): boolean {
  return biases.some((bias) => bias !== 0);
}

function rowsOf(values: Float64Array, width: number, count: number, last?: Float64Array): number[][] {
  return Array.from({ length: count }, (_, row) => {
    const factors = Array.from(values.subarray(row * width, (row + 1) * width));
    return last ? [...factors, last[row]] : factors;
  });
}
