/** What a list says of a setting. */
export interface SettingInfo {
  readonly name: string;
  /** What it decides, in one line. */
  readonly decides: string;
  readonly type: "choice" | "boolean" | "integer" | "number" | "text" | "texts" | "statuses";
  /** The values of a choice. */
  readonly values?: readonly (string | number)[];
  /** The smallest and the largest number. */
  readonly min?: number;
  readonly max?: number;
  /** The right values in words, to follow "must be". */
  readonly allowed: string;
  readonly default: unknown;
  /** The facts that it rests on; docs/slack-facts.md has the statements. */
  readonly facts: readonly string[];
}

/** A setting of the mock, in a table by name. */
export interface Setting<Value> extends Omit<SettingInfo, "name"> {
  readonly default: Value;
  /** Whether a value is one of the right ones. */
  readonly accepts: (value: unknown) => value is Value;
}
