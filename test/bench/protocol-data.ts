import { sideData } from "../../bench/lib/side-data.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { findDataset } from "../../src/node/find-dataset.js";

type Loaded = Awaited<ReturnType<typeof read>>;
const loaded = new Map<string, Promise<Loaded>>();

/** The data set of a protocol, and its splits with the facts of items, read once. */
export function protocolData(name: string): { dataset: string; load(): Promise<Loaded> } {
  const load = () => {
    const reading = loaded.get(name) ?? read(name);
    loaded.set(name, reading);
    return reading;
  };
  return { dataset: PROTOCOLS[name]!.dataset, load };
}

async function read(name: string) {
  const { splits, measures, dataset } = PROTOCOLS[name]!;
  const folder = findDataset(dataset);
  return { splits: await splits(folder), measures, side: await sideData(dataset, folder) };
}
