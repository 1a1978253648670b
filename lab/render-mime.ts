// The part of Lab's types that renderers of outputs use.

/** A part of the page, of Lab's toolkit. */
export interface LuminoWidget {
  readonly node: HTMLElement;
  readonly parent: LuminoWidget | null;
  readonly isAttached: boolean;
  readonly isDisposed: boolean;
  addClass(name: string): void;
  dispose(): void;
  onAfterAttach(message: unknown): void;
  onResize(message: unknown): void;
}

/** An output, by MIME type. */
export interface MimeModel {
  readonly data: Readonly<Record<string, unknown>>;
}

export interface RenderMimeRegistry {
  addFactory(
    factory: { safe: boolean; mimeTypes: readonly string[]; createRenderer(): unknown },
    rank: number,
  ): void;
}
