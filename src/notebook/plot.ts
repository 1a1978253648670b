import type { Figure } from "../charts/parts/figure.js";
import { currentHost } from "./hosts/current-host.js";

/**
 * Draws a plotly figure under the cell; in plain Node, prints a line with its title and size.
 *
 * @example
 * plot(ratingHistogram(ratings));
 */
export function plot(figure: Figure): void {
  if (!Array.isArray(figure?.data)) {
    throw new TypeError(
      "plot needs a figure { data, layout } with a list of traces as data; for rows use show",
    );
  }
  currentHost().plot(figure);
}
