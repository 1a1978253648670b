import { cpus, platform, release, totalmem } from "node:os";

/** The machine in one line. */
export function machineLine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory} GB, ${platform()} ${release()}, Node ${process.versions.node}`;
}
