import { expect, test } from "vitest";
import { createdId, idIn } from "./location.ts";

test.each<[unknown, string | undefined]>([
  ["https://a.example/scim/v2/Users/U1", "U1"],
  ["/Users/U1/", "U1"],
  ["/Users/U1//", "U1"],
  ["/Users/U1?x=/y#/z", "U1"],
  ["/Users/U1#a/b", "U1"],
  ["/Users/a%2Fb%20c", "a/b c"],
  ["/Users/100%", "100%"],
  ["U1", "U1"],
  ["", undefined],
  ["/", undefined],
  [undefined, undefined],
  [5, undefined],
  [null, undefined],
])("the id in %j is %j", (location, id) => {
  expect(idIn(location)).toBe(id);
});

const answer = (status: number, id?: string, location?: string) => ({
  status,
  headers: location === undefined ? {} : { location },
  text: "",
  json: undefined,
  resource: id === undefined ? undefined : { id },
  error: undefined,
  exchangeId: "1",
});

test.each<[string, ReturnType<typeof answer>, string | undefined]>([
  ["of the body", answer(201, "U1", "/Users/U2"), "U1"],
  ["of the header", answer(201, undefined, "/Users/U2"), "U2"],
  ["of the header, where the body's is empty", answer(201, "", "/Users/U2"), "U2"],
  ["of the header of a 201 alone", answer(200, undefined, "/Users/U2"), undefined],
  ["of neither", answer(201), undefined],
  ["of neither, where the body's is empty", answer(201, ""), undefined],
])("a created resource has the id %s", (_, outcome, id) => {
  expect(createdId(outcome)).toBe(id);
});
