/**
 * Gives Lab's own copy of a package that it shares with all extensions, such as
 * "@jupyterlab/notebook". `Module` describes the part of it that is used.
 */
export type Share = <Module>(packageName: string) => Promise<Module>;

/** A plugin as Lab takes it: `activate` gets the application and the services it asks for. */
export interface Plugin {
  readonly id: string;
  readonly autoStart: true;
  readonly requires?: readonly unknown[];
  readonly optional?: readonly unknown[];
  activate(...services: never[]): void;
}

type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

/**
 * Gives the plugins to Lab, which loads this file by the interface of webpack's module federation.
 *
 * @param name of the extension, as its package.json has it
 */
export function defineExtension(name: string, plugins: (share: Share) => Promise<Plugin[]>): void {
  let scope: ShareScope = {};
  const share: Share = async <Module>(packageName: string) => {
    const [version] = Object.values(scope[packageName] ?? {});
    if (!version) throw new Error(`${name} needs ${packageName}, which this JupyterLab does not share`);
    return (await version.get())() as Module;
  };
  const lab = window as { _JUPYTERLAB?: Record<string, unknown> };
  lab._JUPYTERLAB ??= {};
  lab._JUPYTERLAB[name] = {
    init: (shared: ShareScope) => {
      scope = shared;
    },
    get: async () => {
      const found = await plugins(share);
      return () => ({ __esModule: true, default: found });
    },
  };
}
