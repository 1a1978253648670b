import { Asker } from "./asker.js";
import { combobox } from "./combobox.js";
import { POSITION_TEXTS, questionOf } from "./controls.js";
import { forgetRatings, keepRatings, keptRatings } from "./kept-ratings.js";
import { adviceItems, type OwnMovie, ownHtml, starsText } from "./list-html.js";
import type { Answer } from "./recommender.js";

const STARS_OF_A_CHOICE = 5;

function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

const ownList = byId("own");
const adviceList = byId("advice");
const forget = byId<HTMLButtonElement>("forget");
const sliders = { unusual: byId<HTMLInputElement>("unusual"), atLeast: byId<HTMLInputElement>("at-least") };

/** Whether the last key, and not the pointer, chose a star. */
let isByKey = false;

run().catch((error: Error) => fail(error.message));

async function run(): Promise<void> {
  if (location.protocol === "file:") {
    return fail(
      "This page was opened as a file, and browsers let such a page start no worker and read no data. " +
        "Run npm run site -- --serve and open the address that it prints.",
    );
  }
  if (typeof Worker === "undefined") {
    return fail(
      "This browser has no web workers, which compute the list. Open the page in a current Chrome, Edge, Firefox or Safari.",
    );
  }
  const asker = new Asker(startedWorker());
  const file = await ratingsFile();
  await asker
    .ask({ ask: "open", file }, [file])
    .catch(({ message }: Error) => Promise.reject(new Error(`The list cannot be computed: ${message}.`)));
  const page = new Page(asker, await firstRatings(asker));
  await page.start();
}

function startedWorker(): Worker {
  try {
    return new Worker("front/worker.js");
  } catch (error) {
    throw new Error(
      `The browser did not start the worker that computes the list (${(error as Error).message}). Allow this page workers, or take another browser.`,
    );
  }
}

async function ratingsFile(): Promise<ArrayBuffer> {
  const address = "front/ratings.bin";
  const trouble = (what: string) =>
    new Error(
      `The ratings could not be loaded (${address}: ${what}). Reload the page; if that does not help, build the site again.`,
    );
  const response = await fetch(address).catch((error: Error) => Promise.reject(trouble(error.message)));
  if (!response.ok) throw trouble(String(response.status));
  return response.arrayBuffer();
}

/** The ratings of an earlier visit, otherwise the example that is in the page. */
async function firstRatings(asker: Asker): Promise<OwnMovie[]> {
  const kept = keptRatings();
  if (!kept) {
    return [...ownList.children].map((item) => ({
      itemId: Number((item as HTMLElement).dataset.item),
      title: item.querySelector(".title")?.textContent ?? "",
      rating: Number(item.querySelector<HTMLInputElement>("input:checked")?.value),
    }));
  }
  const titles = new Map(
    await asker.ask({ ask: "titles", itemIds: kept.map(({ itemId }) => Number(itemId)) }),
  );
  const known = kept.flatMap(({ itemId, rating }) => {
    const title = titles.get(Number(itemId));
    return title === undefined ? [] : [{ itemId: Number(itemId), title, rating }];
  });
  const lost = kept.length - known.length;
  if (lost > 0)
    say(`${lost} of your ratings of an earlier visit are of movies that this page no longer has.`);
  byId("example").hidden = true;
  return known;
}

class Page {
  readonly #asker: Asker;
  #own: OwnMovie[];
  #isAsking = false;
  #asksAgain = false;

  constructor(asker: Asker, own: OwnMovie[]) {
    this.#asker = asker;
    this.#own = own;
  }

  async start(): Promise<void> {
    this.#drawOwn();
    await this.#update();
    document.documentElement.dataset.live = "true";
    performance.mark("reelbook: first list");
    for (const field of document.querySelectorAll<HTMLInputElement>(".needs-worker")) field.disabled = false;
    combobox(
      { input: byId("search"), list: byId("found"), note: byId("search-note") },
      (text) => this.#asker.ask({ ask: "search", text }),
      ({ itemId, title }) => this.#choose({ itemId, title, rating: STARS_OF_A_CHOICE }),
    );
    for (const name of ["unusual", "atLeast"] as const) {
      sliders[name].addEventListener("input", () => {
        const text = POSITION_TEXTS[name](sliders[name].valueAsNumber);
        byId(`${sliders[name].id}-text`).textContent = text;
        sliders[name].setAttribute("aria-valuetext", text);
        this.#update();
      });
    }
    document.addEventListener("keydown", () => (isByKey = true), true);
    document.addEventListener("pointerdown", () => (isByKey = false), true);
    ownList.addEventListener("change", ({ target }) => this.#rateOwn(target as HTMLInputElement));
    ownList.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>("button.remove");
      if (button) this.#remove(button);
    });
    this.#listenToAdvice();
    forget.addEventListener("click", () => this.#forgetAll());
  }

  /** With the pointer a star rates at once; with arrow keys, Enter or leaving the stars does. */
  #listenToAdvice(): void {
    const rate = (target: EventTarget | null) => {
      const item = (target as Element).closest<HTMLElement>("li[data-item]");
      const star = item?.querySelector<HTMLInputElement>("input:checked");
      if (item && star) this.#rateAdvice(item, Number(star.value));
    };
    adviceList.addEventListener("change", ({ target }) => {
      if (!isByKey) rate(target);
    });
    adviceList.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      if (event.key === "Enter") event.preventDefault();
      setTimeout(() => rate(event.target));
    });
    adviceList.addEventListener("focusout", ({ target, relatedTarget }) => {
      const stars = (target as Element).closest("fieldset");
      if (isByKey && stars && !stars.contains(relatedTarget as Node | null)) rate(target);
    });
  }

  #choose(movie: OwnMovie): void {
    const known = this.#own.find(({ itemId }) => itemId === movie.itemId);
    if (!known) this.#setOwn([movie, ...this.#own]);
    say(
      known
        ? `${known.title} is already in your list, with ${starsText(known.rating)}.`
        : `${movie.title} added with ${starsText(movie.rating)}.`,
    );
    ownList.querySelector<HTMLElement>(`[data-item="${movie.itemId}"] input:checked`)?.focus();
  }

  #rateOwn(star: HTMLInputElement): void {
    const id = Number(star.closest<HTMLElement>("li")?.dataset.item);
    this.#own = this.#own.map((movie) =>
      movie.itemId === id ? { ...movie, rating: Number(star.value) } : movie,
    );
    this.#keep();
    this.#update();
  }

  #rateAdvice(item: HTMLElement, rating: number): void {
    const itemId = Number(item.dataset.item);
    if (this.#own.some((movie) => movie.itemId === itemId)) return;
    const title = item.querySelector(".title")?.textContent ?? "";
    const position = [...adviceList.children].indexOf(item);
    const hadFocus = item.contains(document.activeElement);
    say(`${title} added with ${starsText(rating)}.`);
    const drawn = this.#setOwn([{ itemId, title, rating }, ...this.#own]);
    if (hadFocus) {
      drawn.then(() => adviceList.children[position]?.querySelector("input")?.focus({ preventScroll: true }));
    }
  }

  #remove(button: HTMLButtonElement): void {
    const item = button.closest("li") as HTMLElement;
    const position = [...ownList.children].indexOf(item);
    const id = Number(item.dataset.item);
    say(`${item.querySelector(".title")?.textContent} removed.`);
    this.#setOwn(this.#own.filter(({ itemId }) => itemId !== id));
    const next = ownList.children[Math.min(position, ownList.children.length - 1)];
    (next?.querySelector<HTMLElement>("button.remove") ?? byId("search")).focus();
  }

  #forgetAll(): void {
    this.#own = [];
    forgetRatings();
    byId("example").hidden = true;
    say("All ratings are forgotten.");
    this.#drawOwn();
    this.#update();
    byId("search").focus();
  }

  #setOwn(own: OwnMovie[]): Promise<void> {
    this.#own = own;
    this.#keep();
    this.#drawOwn();
    return this.#update();
  }

  #keep(): void {
    byId("example").hidden = true;
    if (keepRatings(this.#own)) return;
    byId("kept").textContent =
      "This browser keeps no data for the page: your ratings are gone when you close it.";
  }

  #drawOwn(): void {
    ownList.innerHTML = ownHtml(this.#own);
    byId("own-empty").hidden = this.#own.length > 0;
    forget.hidden = this.#own.length === 0;
  }

  /** Asks for the list; what changes meanwhile is asked for once, afterwards. */
  async #update(): Promise<void> {
    if (this.#isAsking) {
      this.#asksAgain = true;
      return;
    }
    this.#isAsking = true;
    const start = performance.now();
    try {
      do {
        this.#asksAgain = false;
        const positions = { unusual: sliders.unusual.valueAsNumber, atLeast: sliders.atLeast.valueAsNumber };
        drawAnswer(await this.#asker.ask({ ask: "recommend", question: questionOf(this.#own, positions) }));
      } while (this.#asksAgain);
      performance.measure("reelbook: answer", { start });
    } catch (error) {
      fail(`The list cannot be computed: ${(error as Error).message}.`);
    } finally {
      this.#isAsking = false;
    }
  }
}

let drawn: readonly string[] = [];

/** Draws only the rows that have changed. */
function drawAnswer(answer: Answer): void {
  const items = adviceItems(answer);
  if (drawn.length !== items.length) adviceList.innerHTML = items.join("");
  else {
    for (const [place, item] of items.entries())
      if (item !== drawn[place]) adviceList.children[place].outerHTML = item;
  }
  drawn = items;
  byId("not-personal").hidden = answer.isPersonal;
  byId("no-advice").hidden = answer.advice.length > 0;
}

/** Says a sentence to screen readers, and shows it under the ratings. */
function say(sentence: string): void {
  byId("said").textContent = sentence;
}

function fail(sentence: string): void {
  const trouble = byId("trouble");
  trouble.textContent = sentence;
  trouble.hidden = false;
}
