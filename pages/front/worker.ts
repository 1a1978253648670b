import type { Answers, Reply, Request } from "./messages.js";
import { MovieSearch } from "./movie-search.js";
import { decodeRatings } from "./ratings-file.js";
import { PENALTIES, Recommender } from "./recommender.js";

/** The part of a worker's scope that is used; the types of pages do not have it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request & { readonly id: number }>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;
let recommender: Recommender | undefined;
let movies: MovieSearch | undefined;

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage({ id: data.id, answer: answerTo(data) });
  } catch (error) {
    scope.postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
};

function answerTo(request: Request): Answers[keyof Answers] {
  if (request.ask === "open") {
    recommender = new Recommender(decodeRatings(new Uint8Array(request.file)));
    return { movies: recommender.titles.size };
  }
  const known = opened();
  if (request.ask === "recommend") {
    const answer = known.answer(request.question);
    fitOthersLater(known);
    return answer;
  }
  if (request.ask === "titles") {
    return request.itemIds.flatMap((id) => {
      const title = known.titles.get(id);
      return title === undefined ? [] : [[id, title] as const];
    });
  }
  movies ??= new MovieSearch(known.titles, (id) => known.fansOf(id));
  return movies.search(request.text);
}

function opened(): Recommender {
  if (recommender) return recommender;
  throw new Error("the worker has no ratings yet; reload the page");
}

let fits: number | undefined;

/** After the first list: so that a change of the slider waits for no fit, one fit at a time. */
function fitOthersLater(known: Recommender): void {
  if (fits !== undefined) return;
  fits = 0;
  const next = () => {
    const penalty = PENALTIES[fits ?? 0];
    if (penalty === undefined) {
      movies ??= new MovieSearch(known.titles, (id) => known.fansOf(id));
      return;
    }
    known.walk(penalty);
    fits = (fits ?? 0) + 1;
    setTimeout(next);
  };
  setTimeout(next, 50);
}
