import type { Call } from "../call.ts";
import { urnsOf } from "../urns.ts";

/** The target of a path of `meta.attributes` or of a PATCH operation: below an extension, or at a core attribute. */
export type AttributePath =
  | { readonly kind: "extension"; readonly urn: string; readonly rest: string }
  | { readonly kind: "attribute"; readonly name: string; readonly sub: string };

function below(path: string, urn: string): string | undefined {
  if (!path.toLowerCase().startsWith(urn.toLowerCase())) return undefined;
  const rest = path.slice(urn.length);
  if (rest === "") return "";
  // SCIM joins URN and attribute with a colon; Slack documents a dot (FACT-PATCH-85, FACT-PATCH-89).
  return rest.startsWith(":") || rest.startsWith(".") ? rest.slice(1) : undefined;
}

/** Splits a path without value filter into its parts, for the version of the call. */
export function attributePath(path: string, call: Call): AttributePath {
  const urns = urnsOf(call.version);
  for (const urn of [urns.enterprise, urns.guest, urns.profile]) {
    const rest = below(path, urn);
    if (rest !== undefined) return { kind: "extension", urn, rest };
  }
  const core = below(path, call.resource === "Groups" ? urns.group : urns.user) ?? path;
  const dot = core.indexOf(".");
  if (dot < 0) return { kind: "attribute", name: core, sub: "" };
  return { kind: "attribute", name: core.slice(0, dot), sub: core.slice(dot + 1) };
}
