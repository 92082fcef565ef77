import { afterEach, expect, test, vi } from "vitest";
import { hiddenOfClient } from "./hidden.ts";

afterEach(() => vi.unstubAllEnvs());

const token = (text: string) => Buffer.from(text).toString("base64");

test("the client's credentials are hidden, and those of the proxies that it may use", () => {
  for (const name of ["http_proxy", "HTTP_PROXY", "HTTPS_PROXY"]) vi.stubEnv(name, undefined);
  vi.stubEnv("https_proxy", "http://ada:secret@proxy.example");
  expect(hiddenOfClient("xoxp-1")).toEqual({
    secrets: ["xoxp-1", "secret", token("ada:secret")],
    accounts: ["ada"],
  });
  const basic = { username: "hr", password: "pass" };
  expect(hiddenOfClient(basic, "http://eve:other@proxy.example")).toEqual({
    secrets: [token("hr:pass"), "pass", "other", token("eve:other"), "secret", token("ada:secret")],
    accounts: ["hr", "eve", "ada"],
  });
});
