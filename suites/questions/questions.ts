import type { Requirement } from "../requirement.ts";
import { bodyQuestions } from "./bodies.ts";
import { listQuestions } from "./lists.ts";
import { patchQuestions } from "./patch.ts";

/**
 * What is not known of Slack and no rule of a standard asks: each is a requirement whose answer is
 * assumed, so that the results of a run against Slack tell it.
 */
export const questions: readonly Requirement[] = [
  ...bodyQuestions,
  ...patchQuestions,
  ...listQuestions,
];
