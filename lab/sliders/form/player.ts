/** Milliseconds that each value is shown for at least. */
const SHOWN = 150;

export interface PlayerOptions {
  /** The values to step through from now on. */
  values(): readonly number[];
  /** Takes one value; ends when all that depends on it is done. */
  step(value: number): Promise<void>;
  onPlaying(isPlaying: boolean): void;
}

/** Steps through values one after the other until it is paused. */
export class Player {
  readonly #options: PlayerOptions;
  #turn = 0;
  #isPlaying = false;

  constructor(options: PlayerOptions) {
    this.#options = options;
    options.onPlaying(false);
  }

  toggle(): void {
    if (this.#isPlaying) this.pause();
    else void this.#play();
  }

  pause(): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#turn++;
    this.#options.onPlaying(false);
  }

  async #play(): Promise<void> {
    const turn = ++this.#turn;
    this.#isPlaying = true;
    this.#options.onPlaying(true);
    for (const value of this.#options.values()) {
      const shown = new Promise((resolve) => setTimeout(resolve, SHOWN));
      await Promise.all([this.#options.step(value), shown]);
      if (turn !== this.#turn) return;
    }
    this.pause();
  }
}
