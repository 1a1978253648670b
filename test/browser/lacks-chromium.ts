import { findChromium, NO_CHROMIUM } from "../../scripts/lib/chromium.mjs";
import { isRequired } from "../../scripts/lib/required.mjs";

/**
 * Why tests in a browser are skipped, undefined where they run.
 * @throws where REELBOOK_REQUIRE names chromium in vain
 */
export function lacksChromium(): string | undefined {
  if (findChromium()) return undefined;
  if (isRequired("chromium")) throw new Error(`REELBOOK_REQUIRE names chromium. ${NO_CHROMIUM}`);
  return NO_CHROMIUM;
}
