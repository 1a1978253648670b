/** A module as `require` gives it. */
export type LoadedModule = Readonly<Record<string, unknown>>;

/** The modules of a page by name, with their addresses. */
export type ModuleAddresses = Readonly<Record<string, string>>;

/**
 * The modules that cells import. A cell's `require` is a plain call, so what it names is loaded
 * before the cell runs.
 */
export class CellModules {
  readonly #addresses: ModuleAddresses;
  readonly #load: (url: string) => Promise<object>;
  readonly #loaded = new Map<string, LoadedModule>();

  /** @param load imports a module by its address */
  constructor(addresses: ModuleAddresses, load: (url: string) => Promise<object>) {
    this.#addresses = addresses;
    this.#load = load;
  }

  /** Gives the cells a module that has no file. */
  add(name: string, module: object): void {
    this.#loaded.set(name, { ...module, __esModule: true });
  }

  /** Loads what the JavaScript of a cell requires, as far as this page has it. */
  async loadFor(code: string): Promise<void> {
    const names = new Set(
      [...code.matchAll(/\brequire\((["'])([^"'\n]+)\1\)/g)].map(([, , name = ""]) => name),
    );
    await Promise.all(
      [...names].filter((name) => Object.hasOwn(this.#addresses, name)).map((name) => this.load(name)),
    );
  }

  async load(name: string): Promise<LoadedModule> {
    const known = this.#loaded.get(name);
    if (known) return known;
    const module = await this.#load(this.#addresses[name] ?? "").catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `the module "${name}" could not be loaded (${reason}); check the network and run the cell again`,
      );
    });
    const plain = this.#loaded.get(name) ?? { ...module, __esModule: true };
    this.#loaded.set(name, plain);
    return plain;
  }

  readonly require = (name: string): LoadedModule => {
    const module = this.#loaded.get(name);
    if (module) return module;
    const names = [...new Set([...Object.keys(this.#addresses), ...this.#loaded.keys()])].sort().join(", ");
    throw new Error(
      `There is no module "${name}" in this page; it has ${names}. Others need the course on your own computer.`,
    );
  };
}
