import type { FactId } from "../../facts/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { type ErrorCode, errorStatuses } from "../errors.ts";
import type { Setting } from "./setting-info.ts";

/** What each row says of its setting, beside its values. */
interface Row<Value> {
  default: Value;
  facts: readonly FactId[];
  decides: string;
}

/** A few known values, as text or as number. */
export function choice<const Value extends string | number>({
  values,
  ...row
}: Row<NoInfer<Value>> & { values: readonly Value[] }): Setting<Value> {
  const last = values.at(-1);
  return {
    ...row,
    type: "choice",
    values,
    allowed: `${values.slice(0, -1).join(", ")} or ${last}`,
    accepts: (value): value is Value => values.some((each) => each === value),
  };
}

export function flag(row: Row<boolean>): Setting<boolean> {
  return {
    ...row,
    type: "boolean",
    allowed: "true or false",
    accepts: (value) => typeof value === "boolean",
  };
}

/** Whole numbers from `min` to `max`. */
export function whole(row: Row<number> & { min: number; max: number }): Setting<number> {
  const { min, max } = row;
  return {
    ...row,
    type: "integer",
    allowed: `a whole number from ${min} to ${max}`,
    accepts: (value): value is number =>
      typeof value === "number" && Number.isInteger(value) && value >= min && value <= max,
  };
}

/** A time in milliseconds, at most ten minutes: what waits longer is never seen by a client. */
export function milliseconds(row: Row<number>): Setting<number> {
  return whole({ ...row, min: 0, max: 600_000 });
}

/** Numbers from `min` to `max`, fractions too. */
export function ratio(row: Row<number> & { min: number; max: number }): Setting<number> {
  const { min, max } = row;
  return {
    ...row,
    type: "number",
    allowed: `a number from ${min} to ${max}`,
    accepts: (value): value is number => typeof value === "number" && value >= min && value <= max,
  };
}

/** Any text; an empty one where `mayBeEmpty`. */
export function text({
  mayBeEmpty,
  ...row
}: Row<string> & { mayBeEmpty: boolean }): Setting<string> {
  return {
    ...row,
    type: "text",
    allowed: mayBeEmpty ? "a text" : "a text that is not empty",
    accepts: (value): value is string => typeof value === "string" && (mayBeEmpty || value !== ""),
  };
}

export function texts(row: Row<readonly string[]>): Setting<readonly string[]> {
  return {
    ...row,
    type: "texts",
    allowed: 'an array of texts, such as ["general"]',
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((each) => typeof each === "string"),
  };
}

/** HTTP statuses by error code. */
type Statuses = Readonly<Partial<Record<ErrorCode, number>>>;

export function statuses(row: Row<Statuses>): Setting<Statuses> {
  return {
    ...row,
    type: "statuses",
    allowed:
      'an object with a status from 400 to 599 for each error code, such as {"username_taken":400}',
    accepts: (value): value is Statuses =>
      isObject(value) &&
      Object.entries(value).every(
        ([code, status]) =>
          Object.hasOwn(errorStatuses, code) &&
          typeof status === "number" &&
          Number.isInteger(status) &&
          status >= 400 &&
          status <= 599,
      ),
  };
}
