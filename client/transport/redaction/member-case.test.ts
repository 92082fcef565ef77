import { expect, test } from "vitest";
import { inAnyCase } from "./member-case.ts";

/** The input of the redaction, and the result with the names restored. */
function shown(body: unknown, redact: (body: unknown) => unknown = (value) => value) {
  let given: unknown;
  const result = inAnyCase(body, (value) => {
    given = value;
    return redact(value);
  });
  return { given, result };
}

test.each([
  ["a user", { username: "ada", name: { givenname: "Ada" } }],
  ["a list", { TOTALRESULTS: 1, resources: [{ USERNAME: "ada" }] }],
  ["a list whose items alone are written otherwise", { Resources: [{ username: "ada" }] }],
])("%s is redacted by the known names, and keeps its own", (_what, body) => {
  const { given, result } = shown(body);
  expect(JSON.stringify(given)).toMatch(/"userName"/);
  expect(result).toEqual(body);
});

test("a value with the known names, or that is not an object, is unchanged", () => {
  for (const body of [{ userName: "ada", other: { x: 1 } }, [1], "text", null]) {
    const { given, result } = shown(body);
    expect(given).toBe(body);
    expect(result).toBe(body);
  }
});

test("members may be masked, and come in another order", () => {
  const { result } = shown({ username: "ada", title: "x" }, () => ({
    title: "[personal]",
    userName: "[personal]",
  }));
  expect(result).toEqual({ username: "[personal]", title: "[personal]" });
});
