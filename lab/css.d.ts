/** A style sheet as text. */
declare module "*.css" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: esbuild gives the text so
  export default text;
}
