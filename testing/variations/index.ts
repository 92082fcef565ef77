import { answers } from "./answers.ts";
import { declines } from "./declines.ts";
import { habits } from "./habits.ts";
import { missing, silent } from "./missing.ts";
import { offers } from "./offers.ts";
import { places } from "./places.ts";
import type { Variation } from "./variation.ts";

export type { Variation };

/** What a server answers, offers and declines. */
export const ofAnswers: readonly Variation[] = [...answers, ...offers, ...declines];

/** How a server behaves, where its resources are, and what they lack. */
export const ofHabits: readonly Variation[] = [...habits, ...places, ...missing, ...silent];

export const variations: readonly Variation[] = [...ofAnswers, ...ofHabits];
