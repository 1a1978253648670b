import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isWindows } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";

const OLDEST = 17;
const CURE = `install Java ${OLDEST} or newer (on Debian and Ubuntu: apt install openjdk-17-jre-headless), or name one in JAVA_HOME`;

/** The path of the Java that Spark will run: that of JAVA_HOME, else the one on PATH. */
function javaCommand() {
  const home = process.env.JAVA_HOME;
  return home ? join(home, "bin", isWindows ? "java.exe" : "java") : "java";
}

/** The major version in what `java -version` prints, NaN in another text. @param {string} text */
export function javaVersion(text) {
  const [, major, minor] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(major === "1" ? minor : major);
}

/** Why no Spark can run here, undefined where Java is new enough. @returns {string | undefined} */
export function javaTrouble() {
  const java = javaCommand();
  const { status, stdout, stderr } = spawnSync(java, ["-version"], { encoding: "utf8", windowsHide: true });
  const version = status === 0 ? javaVersion(`${stderr}${stdout}`) : Number.NaN;
  if (Number.isNaN(version)) {
    const where = process.env.JAVA_HOME ? ` at ${java}, which JAVA_HOME names` : "";
    return `No Java was found${where}; ${CURE}.`;
  }
  return version < OLDEST ? `Java ${version} is too old for Spark; ${CURE}.` : undefined;
}

/** Throws a `Stop` where Java is missing or too old. */
export function checkJava() {
  const trouble = javaTrouble();
  if (trouble) throw new Stop(trouble);
}
