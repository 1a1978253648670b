/** What one can do with any row that cannot be read. */
export const OR_SKIP = 'or pass onBadRow: "skip"';
