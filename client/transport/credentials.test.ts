import { describe, expect, test } from "vitest";
import { authorization, hiddenOf, schemeOf } from "./credentials.ts";
import { Redaction } from "./redaction.ts";

const basic = { username: "hr-sync", password: "päss:w0rd" };

describe("a bearer token", () => {
  test("is sent as RFC 6750 §2.1 writes it, and hidden", () => {
    expect(schemeOf("abc")).toBe("Bearer");
    expect(authorization("abc")).toBe("Bearer abc");
    expect(hiddenOf("abc")).toEqual({ secrets: ["abc"] });
  });
});

describe("a user name and a password", () => {
  test("are sent in Base64 of UTF-8 (RFC 7617 §2.1)", () => {
    expect(schemeOf(basic)).toBe("Basic");
    expect(authorization(basic)).toBe("Basic aHItc3luYzpww6Rzczp3MHJk");
  });

  test("are hidden: the password and the header value everywhere, the name where it stands alone", () => {
    const gate = new Redaction(hiddenOf(basic));
    const sent = authorization(basic).slice("Basic ".length);
    expect(gate.text(`hr-sync ${basic.password} ${sent} hr-synced`)).toBe(
      "[redacted] [redacted] [redacted] hr-synced",
    );
  });
});
