import { similarTexts } from "../text/similar-texts.js";
import { PEER_NAMES } from "./peer-names.js";

/**
 * What to write in place of an unknown setting: translates the name of another library, or suggests
 * similar names; undefined if none is near.
 */
export function settingAdvice(name: string, known: readonly string[]): string | undefined {
  const peer = plain(name);
  const ours = Object.hasOwn(PEER_NAMES, peer) ? PEER_NAMES[peer] : [];
  const translated = ours.find((word) => known.includes(word));
  if (translated) return `it is called ${translated} here`;
  const near = similarTexts(name, known, { count: 2, atLeast: 0.5 });
  return near.length > 0 ? `did you mean ${near.join(" or ")}?` : undefined;
}

/** Lower case without underscores and hyphens, so that `n_factors` equals `nFactors`. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
