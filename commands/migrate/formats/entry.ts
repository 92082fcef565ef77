import type { RecordedRequest } from "../request.ts";

/** Credentials that an entry shows: they must not be written anywhere. */
export interface ShownCredentials {
  /** Removed wherever they occur. */
  readonly secrets: readonly string[];
  /** Names of accounts, removed where they stand alone. */
  readonly accounts: readonly string[];
}

/** What a reader gives for each entry of a recording. */
export interface Entry extends Omit<RecordedRequest, "source"> {
  /** A line, or an index, counted from 1. */
  readonly entry: number;
  readonly credentials?: ShownCredentials;
  /** The entry as a whole is broken, not only its body. */
  readonly isBroken?: true;
  /** The entry is no request at all, such as another event of a log. */
  readonly isNoRequest?: true;
}

/** A problem of a file as a whole: a short sentence that holds nothing of the content. */
export interface FileProblem {
  readonly problem: string;
  /** The last entry that was read before it. */
  readonly after?: number;
}

export type Reading = AsyncGenerator<Entry | FileProblem>;
