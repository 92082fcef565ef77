import { expect, test } from "vitest";
import { findAddresses } from "./find-addresses.ts";
import { hide } from "./hide.ts";

const clean = (text: string) =>
  hide(
    text,
    findAddresses((address, domain) => domain === "own.example" || address === "ada@mine.org"),
  );

test.each([
  ["ada@corp.org", "[personal]"],
  ["<ada@corp.org>, bob@corp.org.", "<[personal]>, [personal]."],
  ["ada.l+x%y'_-1@mail.corp.org", "[personal]"],
  ["mail ada@CORP.Org now", "mail [personal] now"],
  ["ada@OWN.example and ada@own.example", "ada@OWN.example and ada@own.example"],
  ["bob@mine.org, ada@mine.org", "[personal], ada@mine.org"],
  ["ada@corp", "ada@corp"],
  ["ada@corp.x", "ada@corp.x"],
  ["@corp.org", "@corp.org"],
  [" @corp.org", " @corp.org"],
  ["a@b@corp.org", "a@[personal]"],
  ["a@corp.orgb@corp.org", "[personal]@corp.org"],
  ["ada@@corp.org", "ada@@corp.org"],
  ["@@ada@corp.org", "@@[personal]"],
  ["żaneta@corp.org", "[personal]"],
  ["ada@zażółć.org", "[personal]"],
  ["名@corp.org", "[personal]"],
  ["𠮷@corp.org", "[personal]"],
  ["\u{103ff}@corp.org", "[personal]"],
  ["x 😀@corp.org", "x [personal]"],
  ["(ada@corp.org", "([personal]"],
  ["»ada@corp.org", "»[personal]"],
  ["\u007fada@corp.org", "\u007f[personal]"],
  ["\u0080ada@corp.org", "\u0080[personal]"],
  ["\ud7ff\ue000ada@corp.org", "\ud7ff\ue000[personal]"],
])("%j becomes %j", (text, left) => {
  expect(clean(text)).toBe(left);
});
