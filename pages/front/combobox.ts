import type { Found, SearchResult } from "./movie-search.js";

/** The elements of a combobox, as WAI-ARIA's authoring practices arrange them. */
export interface ComboboxElements {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** Says what a search found; a live region. */
  readonly note: HTMLElement;
}

/** A field whose list of movies follows what is typed. */
export function combobox(
  { input, list, note }: ComboboxElements,
  search: (text: string) => Promise<SearchResult>,
  choose: (movie: Found) => void,
): void {
  let shown: readonly Found[] = [];
  let active = -1;

  const close = () => {
    shown = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const activate = (position: number) => {
    active = position;
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(index === active));
      if (index === active) option.scrollIntoView({ block: "nearest" });
    }
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `found-${active}`);
  };

  const pick = (position: number) => {
    const movie = shown[position];
    if (!movie) return;
    input.value = "";
    note.textContent = "";
    close();
    choose(movie);
  };

  const update = async () => {
    const text = input.value;
    if (text.trim() === "") {
      note.textContent = "";
      return close();
    }
    const { found, matches } = await search(text);
    if (input.value !== text) return;
    close();
    note.textContent = sentence(text.trim(), { found, matches });
    if (found.length === 0) return;
    shown = found;
    list.replaceChildren(...found.map(option));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (matches) activate(0);
  };

  input.addEventListener("input", update);
  input.addEventListener("focus", update);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      note.textContent = "";
      close();
    } else if (event.key === "Enter") {
      pick(active);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active < 0 && step < 0 ? 0 : active;
      if (shown.length > 0) activate((from + step + shown.length) % shown.length);
    } else {
      return;
    }
    event.preventDefault();
  });
  // Without it, the field loses the focus before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    pick([...list.children].indexOf((target as Element).closest("[role=option]")!));
  });
}

function option({ title }: Found, index: number): HTMLElement {
  const element = document.createElement("div");
  element.id = `found-${index}`;
  element.setAttribute("role", "option");
  element.textContent = title;
  return element;
}

function sentence(text: string, { found, matches }: SearchResult): string {
  if (matches) return found.length === 1 ? "1 movie found." : `${found.length} movies found.`;
  const none = `No title has the words “${text}”`;
  return found.length > 0 ? `${none}. Similar titles are:` : `${none}, and none is similar.`;
}
