const BUCKETS = 256;

/**
 * The similarity at which the nearest candidates end: neighbours are the candidates with a
 * similarity above `similarity`, and the first `ties` of those equal to it. Holds buffers, so that
 * many selections allocate nothing.
 */
export class NeighborCutoff {
  similarity = Number.NEGATIVE_INFINITY;
  ties = 0;
  readonly #counts = new Int32Array(BUCKETS);
  #bucket = new Float64Array(64);

  /**
   * Finds the cutoff of the `neighbors` highest of `count` similarities, which begin at
   * `similarities[first]`; none is NaN, and `neighbors` < `count`. They are counted in 256 ranges
   * of equal width, and only those of the range with the cutoff are sorted. O(count), but
   * O(count × log count) if all are in one range. Reference: `neighborScore` in
   * src/reference/neighbor-score.ts.
   */
  find(similarities: Float64Array, first: number, count: number, neighbors: number): void {
    const end = first + count;
    let lowest = similarities[first];
    let highest = lowest;
    for (let k = first + 1; k < end; k++) {
      const similarity = similarities[k];
      if (similarity < lowest) lowest = similarity;
      if (similarity > highest) highest = similarity;
    }
    const scale = (BUCKETS - 1) / (highest - lowest);
    // Equal similarities, or infinite ones.
    if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
      this.#cutAfter(similarities.slice(first, end), neighbors);
      return;
    }
    const counts = this.#counts;
    counts.fill(0);
    for (let k = first; k < end; k++) counts[((similarities[k] - lowest) * scale) | 0]++;
    let bucket = BUCKETS - 1;
    let above = 0;
    for (; above + counts[bucket] < neighbors; bucket--) above += counts[bucket];
    if (this.#bucket.length <= counts[bucket]) this.#bucket = new Float64Array(2 * counts[bucket]);
    const inBucket = this.#bucket;
    let size = 0;
    for (let k = first; k < end; k++) {
      inBucket[size] = similarities[k];
      if ((((similarities[k] - lowest) * scale) | 0) === bucket) size++;
    }
    this.#cutAfter(inBucket.subarray(0, size), neighbors - above);
  }

  /** Cuts after the `neighbors` highest of these similarities, which it sorts. */
  #cutAfter(similarities: Float64Array, neighbors: number): void {
    sortAscending(similarities);
    const first = similarities.length - neighbors;
    this.similarity = similarities[first];
    this.ties = 1;
    while (similarities[first + this.ties] === this.similarity) this.ties++;
  }
}

/** `values.sort()`; insertion is faster for a few. */
function sortAscending(values: Float64Array): void {
  if (values.length > 32) {
    values.sort();
    return;
  }
  for (let k = 1; k < values.length; k++) {
    const value = values[k];
    let place = k;
    for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
  }
}
