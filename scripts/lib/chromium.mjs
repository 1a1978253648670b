import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isWindows } from "./places.mjs";
import { Stop } from "./program.mjs";

export const NO_CHROMIUM =
  "No Chromium was found; install Chromium or Google Chrome, or name one in REELBOOK_CHROMIUM.";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium on this machine, undefined where there is none. */
export function findChromium() {
  const named = process.env.REELBOOK_CHROMIUM;
  if (!named) return [...onPath(), ...usualPlaces()].find(existsSync);
  if (existsSync(named)) return named;
  throw new Stop(`REELBOOK_CHROMIUM names ${named}, which is not there; give the path of a Chromium.`);
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, isWindows ? `${name}.exe` : name)));
}

/** Where installers put it on Windows, which always has Edge, and on macOS. */
function usualPlaces() {
  const { ProgramFiles, "ProgramFiles(x86)": x86, LOCALAPPDATA } = process.env;
  const folders = [ProgramFiles, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  const programs = ["Google/Chrome", "Chromium", "Microsoft/Edge"].flatMap((name) =>
    folders.map((folder) =>
      join(folder, name, "Application", name.endsWith("Edge") ? "msedge.exe" : "chrome.exe"),
    ),
  );
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return isWindows ? programs : apps;
}
