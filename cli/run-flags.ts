import type { TargetFlags } from "./target.ts";

/** The flags of `run`. */
export interface RunFlags extends TargetFlags {
  area?: string[];
  requirement?: string[];
  seed?: number;
  strict?: true;
  out: string;
  json?: string;
  report: boolean;
}
