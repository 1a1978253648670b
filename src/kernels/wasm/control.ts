/**
 * The numbers with which threads agree on who does what, at the start of a job's shared memory: 32
 * bits each, by their position.
 */
export const CONTROL = {
  /** Counts the phases; helpers sleep until it changes. */
  phase: 0,
  /** Threads at work in the open phase, the calling one left out; CLOSED between phases. */
  members: 1,
  /** Which of the module's functions runs, by its position among them. */
  kernel: 2,
  /** Number of the next part of the work. */
  ticket: 3,
  /** Rows, or what else a range counts, and how many of them make a part. */
  count: 4,
  part: 5,
  /** Number of arguments after the range and the scratch memory. */
  argumentCount: 6,
  /** Scratch memory: the place of the first thread's, and bytes for each. */
  scratch: 7,
  scratchBytes: 8,
  /** 1 when a helper met an error. */
  error: 9,
  /** 1 when the job is done and helpers leave. */
  done: 10,
  /** Which job is in the memory; a helper of an earlier one leaves. */
  job: 11,
} as const;

/** `members` while no phase is open. */
export const CLOSED = -1;

/** Where the arguments of a phase stand, in bytes: numbers of 64 bits. */
export const ARGUMENTS_PLACE = 512;

/** So many arguments fit before the end of the control bytes. */
export const MAX_ARGUMENTS = 64;
