import { answers } from "./answers.ts";
import { declines } from "./declines.ts";
import { habits } from "./habits.ts";
import { missing, silent } from "./missing.ts";
import { offers } from "./offers.ts";
import { places } from "./places.ts";
import type { Variation } from "./variation.ts";

export type { Variation };

export const variations: readonly Variation[] = [
  ...answers,
  ...offers,
  ...declines,
  ...habits,
  ...places,
  ...missing,
  ...silent,
];
