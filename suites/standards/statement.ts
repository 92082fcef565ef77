import type { Level } from "../requirement.ts";

/** Id, level (with `*` where the text states a fact without a keyword), and what is demanded. */
export type Statement = readonly [id: string, level: Level, demand: string];
