export { violations } from "./compile.ts";
export { isFindingOfCheck } from "./finding.ts";
export type { Json } from "./json-value.ts";
export { type SchemaName, schemaNames } from "./names.ts";
export type { Redact, RedactedText } from "./redacted-text.ts";
export type * from "./types.generated.ts";
export { type Deviation, type ValidatedKind, type Validation, validate } from "./validate.ts";
export type { SchemaViolation } from "./violation.ts";
