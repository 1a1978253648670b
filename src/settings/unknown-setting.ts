import { similarTexts } from "../text/similar-texts.js";
import { PEER_NAMES } from "./peer-names.js";

/**
 * The error for an unknown setting: translates the name of another library, or suggests similar
 * names.
 */
export function unknownSetting(owner: string, name: string, known: readonly string[]): RangeError {
  const message = `${owner} has no setting ${JSON.stringify(name)}`;
  const peer = plain(name);
  const ours = Object.hasOwn(PEER_NAMES, peer) ? PEER_NAMES[peer] : [];
  const translated = ours.find((word) => known.includes(word));
  if (translated) return new RangeError(`${message}; it is called ${translated} here`);
  const near = similarTexts(name, known, { count: 2, atLeast: 0.5 });
  if (near.length > 0) return new RangeError(`${message}; did you mean ${near.join(" or ")}?`);
  const all = known.length > 0 ? `its settings are ${known.join(", ")}` : "it has none";
  return new RangeError(`${message}; ${all}`);
}

/** Lower case without underscores and hyphens, so that `n_factors` equals `nFactors`. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
