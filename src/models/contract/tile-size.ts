/** A tile of scores has at most so many numbers: 16 MB. */
const NUMBERS = 2 ** 21;

/** Users of a tile, at most. */
const USERS = 1024;

/** Milliseconds that a tile takes, about. */
const TIME = 200;

/**
 * How many users are scored at once: more while that is fast, so that progress and an abort never
 * wait long for a slow model.
 */
export class TileSize {
  /** Users of a tile, at most. */
  readonly most: number;
  #users = 1;

  constructor(itemCount: number, users: number) {
    this.most = Math.max(1, Math.min(users, USERS, Math.floor(NUMBERS / itemCount)));
  }

  /** Begins with so many users; otherwise with one. */
  beginWith(users: number): void {
    this.#users = Math.min(users, this.most);
  }

  get users(): number {
    return this.#users;
  }

  /** Chooses the next size, after a tile of this size took so many milliseconds. */
  took(milliseconds: number): void {
    if (milliseconds < TIME / 2) this.#users = Math.min(2 * this.#users, this.most);
    if (milliseconds > 2 * TIME) this.#users = Math.max(this.#users >> 1, 1);
  }
}
