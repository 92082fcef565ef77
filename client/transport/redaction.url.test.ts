import { expect, test } from "vitest";
import { Redaction } from "./redaction.ts";

test("the URL of a request stays one where a resource of another person holds it", () => {
  const gate = new Redaction({ secrets: ["a-secret-token"], ownNamePrefix: "scimct-" });
  const base = "https://scim.example/scim/v2";
  const url = `${base}/Users/2819c223`;
  const attempt = (requested: string, body: string) =>
    gate.attempt({
      request: { method: "GET", url: requested, headers: {} },
      response: { status: 200, headers: {}, body },
      startedAt: new Date(0),
      durationMs: 1,
      attempt: 1,
    });
  const body = JSON.stringify({ id: "2819c223", userName: "barbara", profileUrl: url });
  attempt(`${base}/Users`, JSON.stringify({ Resources: [JSON.parse(body)] }));
  const { request } = attempt(url, body);
  expect(request.url.startsWith(`${base}/Users/`)).toBe(true);
  // Secrets are hidden everywhere.
  expect(attempt("https://a-secret-token.example/x", "{}").request.url).not.toContain("a-secret");
});
