/**
 * Writes the ratings that the rows most like one row gave to one column: of those raters whose cosine with the row is above 0, the
 * highest first, equal ones in their order. Missing ratings count as 0:
 *
 *     cosine = (dots[rater] − own × rating) / √((square − own²) × squares[rater])
 *
 * where `own` is the row's own rating of the column, or 0 where it has none or it may count. As many as `into` has room for; what there is no
 * rater for is left as it is. O(raters × room).
 *
 * @param raters the rows that rated the column, with their `ratings` beside them
 * @param row which is no rater of its own; -1 for one that is not among them
 * @param square Σ rating² of the row, and `squares` of all rows; `dots` Σ of the products of its ratings and theirs
 * @param cosines room for as many numbers as `into` has
 */
export function ratingsOfSimilar(
  raters: Int32Array,
  ratings: Float64Array,
  row: number,
  own: number,
  square: number,
  dots: Float64Array,
  squares: Float64Array,
  cosines: Float64Array,
  into: Float64Array,
): void {
  const room = into.length;
  const left = square - own * own;
  let found = 0;
  for (let k = 0; k < raters.length && room > 0; k++) {
    const rater = raters[k];
    const dot = dots[rater] - own * ratings[k];
    if (rater === row || !(dot > 0)) continue;
    const cosine = dot / Math.sqrt(left * squares[rater]);
    if (found === room && !(cosine > cosines[room - 1])) continue;
    let place = found < room ? found++ : room - 1;
    for (; place > 0 && cosine > cosines[place - 1]; place--) {
      cosines[place] = cosines[place - 1];
      into[place] = into[place - 1];
    }
    cosines[place] = cosine;
    into[place] = ratings[k];
  }
}
