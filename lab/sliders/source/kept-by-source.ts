const MOST_KEPT = 200;

/** A function of a cell's code that keeps its last 200 results: most cells do not change. */
export function keptBySource<Value>(compute: (source: string) => Value): (source: string) => Value {
  const kept = new Map<string, Value>();
  return (source) => {
    const known = kept.get(source);
    const value = known ?? compute(source);
    // The most recent one is the last.
    kept.delete(source);
    kept.set(source, value);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
