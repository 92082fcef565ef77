import type { Version } from "../../schemas/version.ts";
import type { Profile } from "../profile.ts";
import type { Dialect } from "./dialect.ts";
import { dialect11 } from "./v1.1.ts";
import { dialect20 } from "./v2.0.ts";

export function dialectOf(version: Version, profile: Profile): Dialect {
  return version === "1.1" ? dialect11(profile) : dialect20(profile);
}
