import type { Level } from "../requirement.ts";

/**
 * What a standard demands, as far as a black-box test can observe it: the permanent id, the level
 * (with `*` where the text states a fact without a keyword), and the demand as a sentence of ours.
 * The id names the section; where the rule stands in another one, such as a subsection, that section
 * comes last.
 */
export type Statement = readonly [id: string, level: Level, demand: string, section?: string];
