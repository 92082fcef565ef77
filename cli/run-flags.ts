import type { TargetFlags } from "./target.ts";

/** The flags of `run`. */
export interface RunFlags extends TargetFlags {
  area?: string[];
  requirement?: string[];
  seed?: number;
  strict?: boolean;
  out: string;
  json?: string;
  report: boolean;
}
