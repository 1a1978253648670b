/** The oldest version of each package that is known to work. */
export const OPTIONAL_VERSIONS = { hyparquet: "1.31.5", "hyparquet-writer": "0.17.0" };

/**
 * A package that users install where they need it.
 *
 * @param purpose what needs it, for the error
 * @throws Error with the command that installs it
 */
export async function optionalPackage<T>(name: keyof typeof OPTIONAL_VERSIONS, purpose: string): Promise<T> {
  // Not as a literal, so that bundlers do not look for it.
  const specifier: string = name;
  try {
    return await import(specifier);
  } catch (cause) {
    const command = `npm install ${name}@${OPTIONAL_VERSIONS[name]}`;
    throw new Error(`${purpose} needs the package ${name}, which is not there; install it: ${command}`, {
      cause,
    });
  }
}
