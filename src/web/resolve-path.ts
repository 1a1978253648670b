/**
 * A path from the root: relative ones start in `folder`, those with a slash at the root. ".." above
 * the root stays at the root, as on a disk.
 *
 * @example
 * resolvePath("notebooks", "../data/mine.csv"); // "data/mine.csv"
 */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
