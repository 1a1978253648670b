/** The parts of JupyterLite's services that are used. */
export interface LiteServices {
  readonly BaseKernel: new (options: KernelOptions) => BaseKernel;
  readonly IKernelSpecs: unknown;
  readonly IKernelClient: unknown;
}

export interface KernelOptions {
  readonly id: string;
  readonly name: string;
  /** The folder of the notebook, URI-encoded. */
  readonly location: string;
  readonly sendMessage: (message: unknown) => void;
}

export interface BaseKernel {
  readonly id: string;
  readonly location: string;
  readonly isDisposed: boolean;
  readonly executionCount: number;
  /** The message that is handled. */
  readonly parent: { readonly metadata: { readonly cellId?: string } } | undefined;
  dispose(): void;
  stream(content: { name: "stdout" | "stderr"; text: string }): void;
  displayData(content: DisplayContent): void;
  updateDisplayData(content: DisplayContent): void;
}

interface DisplayContent {
  data: Readonly<Record<string, unknown>>;
  metadata: object;
  transient?: { readonly display_id: string };
}

/** JupyterLite's list of kernels. */
export interface KernelSpecs {
  register(kernel: { spec: object; create(options: KernelOptions): Promise<BaseKernel> }): void;
}

/** JupyterLite's stand-in for Jupyter's server. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
}
