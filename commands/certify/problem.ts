/** Something that must not be in a certification: what it is, and what the vendor does about it. */
export interface Problem {
  /** One line: the file, and what is wrong in it. */
  what: string;
  todo: string;
}

/** What helps where the files of a run are not as the run wrote them. */
const runAgain = "run again, and leave the folder as it is";

/** A file that is not as the run wrote it, or not as it must follow from the others. */
export const altered = (what: string): Problem => ({ what, todo: runAgain });
