import { similarTexts } from "../text/similar-texts.js";
import { PEER_NAMES } from "./peer-names.js";

/** The error for a setting that there is not: names the one that other libraries call so, or near names. */
export function unknownSetting(owner: string, name: string, known: readonly string[]): RangeError {
  const said = `${owner} has no setting ${JSON.stringify(name)}`;
  const peer = plain(name);
  const ours = Object.hasOwn(PEER_NAMES, peer) ? PEER_NAMES[peer] : [];
  const translated = ours.find((word) => known.includes(word));
  if (translated) return new RangeError(`${said}; it is called ${translated} here`);
  const near = similarTexts(name, known, { count: 2, atLeast: 0.5 });
  if (near.length > 0) return new RangeError(`${said}; did you mean ${near.join(" or ")}?`);
  const all = known.length > 0 ? `its settings are ${known.join(", ")}` : "it has none";
  return new RangeError(`${said}; ${all}`);
}

/** Lower case without underscores and hyphens: `n_factors` and `nFactors` are one name. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
