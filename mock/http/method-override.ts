import type { IncomingMessage } from "node:http";
import type { MockSettings } from "../settings.ts";

const methods = new Set(["PUT", "PATCH", "DELETE"]);

/**
 * FACT-PATCH-24: a v1.1 POST that stands for another method (SCIM 1.1 protocol §3.12), with a setting.
 * Otherwise the header has no effect, and the POST is rejected like any other to a resource.
 */
export function overrideMethod(request: IncomingMessage, settings: Readonly<MockSettings>): void {
  const method = String(request.headers["x-http-method-override"] ?? "").toUpperCase();
  const isV1Post = request.method === "POST" && request.url?.startsWith("/scim/v1/");
  if (settings.v1MethodOverride === "honour" && isV1Post && methods.has(method)) {
    request.method = method;
  }
}
