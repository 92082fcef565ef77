/** Every JSON Schema of the project: its path below `schemas/`, without `.json`. */
export const schemaNames = [
  "suite/neutral-user",
  "suite/neutral-group",
  "suite/patch-intent",
  "suite/filter",
  "suite/exchange",
  "suite/target",
  "suite/results",
] as const;

export type SchemaName = (typeof schemaNames)[number];
