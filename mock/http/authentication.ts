import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";

/** The bearer token of an `Authorization` header; empty for a header without one, undefined without a header. */
export function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (header.startsWith("Bearer ") && header.lastIndexOf(" ") === 6) return header.slice(7);
  return /^Bearer(?:\s+(\S*))?\s*$/i.exec(header)?.[1] ?? "";
}

/**
 * An error of the authentication layer. It has v1.1's form in both versions (FACT-AUTH-16), which the error
 * response recognises by this class.
 */
export class AuthenticationError extends ScimError {}

function refuseToken(call: Call): never {
  const isOld = call.version === "2.0" && call.rules.settings.v2AuthError === "2023";
  throw new AuthenticationError(isOld ? "unsupported_version" : "invalid_authentication");
}

/** FACT-AUTH-04, FACT-AUTH-08, FACT-SERVICE-03: checks token and plan. @throws AuthenticationError */
export function authenticate(call: Call, accepted: string): void {
  const { settings, defects } = call.rules;
  const isRead = call.method === "GET";
  if (isRead ? defects.anyTokenReads : defects.anyTokenWrites) return;
  if (call.token === undefined && isRead && defects.missingTokenReads) return;
  if (defects.validTokenRefused) refuseToken(call);
  if (call.token === undefined) throw new AuthenticationError("missing_authentication");
  if (call.token === settings.workspaceToken) throw new AuthenticationError("non_org_teams_only");
  if (call.token === settings.insufficientToken) throw new AuthenticationError("permission_denied");
  if (call.token !== accepted) refuseToken(call);
  if (settings.plan === "free") throw new AuthenticationError("plus_teams_only");
}
