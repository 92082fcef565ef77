export { violations } from "./compile.ts";
export { type SchemaName, schemaNames } from "./names.ts";
export type * from "./types.ts";
export type { SchemaViolation } from "./violation.ts";
