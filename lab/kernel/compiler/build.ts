// What the build of the site runs in Node: the same compiler as in the page, on files of the disk.
export { courseCompiler } from "./course-compiler.js";
export { NOTEBOOKS, useDisk } from "./map-system.js";
