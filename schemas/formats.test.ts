import { expect, test } from "vitest";
import { compiled } from "./compile.ts";

const cases: Record<string, { yes: string[]; no: string[] }> = {
  "scim-date-time": {
    yes: [
      "2024-02-29T23:59:59Z",
      "2008-01-23T04:56:22.123-08:00",
      "2011-08-01T18:29:49",
      "2024-01-01T24:00:00Z",
      "-0044-03-15T12:00:00+14:00",
    ],
    no: [
      "2023-02-29T00:00:00Z",
      "2024-04-31T00:00:00Z",
      "2024-04-10",
      "2024-04-10T00:00:00+0000",
      "2024-04-10T25:00:00Z",
      "2024-04-10 00:00:00Z",
      "2024-04-10T00:00:00+15:00",
      "2024-04-10t00:00:00z",
      "1900-02-29T00:00:00Z",
    ],
  },
  "slack-date-time": {
    yes: ["2024-04-10T00:00:00+0000", "2024-04-10T00:00:00Z", "2024-04-10T00:00:00-08:00"],
    no: ["2024-04-10", "2024-04-31T00:00:00+0000", "2024-04-10T00:00:00+00"],
  },
  "scim-urn": {
    yes: [
      "urn:scim:schemas:core:1.0",
      "urn:ietf:params:scim:schemas:core:2.0:User",
      "URN:example:a",
    ],
    no: ["urn:", "urn:x", "urn:scim:", "https://example.com", "urn:-x:y", "urn:a b:c"],
  },
  "scim-email": {
    yes: [
      "ada@example.com",
      "a+b.c@x.example",
      '"a b"@example.com',
      "zoë@exämple.de",
      "a@[127.0.0.1]",
      "a@[IPv6:::1]",
      "someone@localhost",
    ],
    no: [
      "",
      "ada",
      "@example.com",
      "ada@",
      "a..b@example.com",
      "a@b@c",
      "a b@example.com",
      "a@-x.example",
      `${"a".repeat(65)}@example.com`,
    ],
  },
  "slack-email": { yes: ["", "ada@example.com"], no: ["ada"] },
  "bcp-47": {
    yes: [
      "en",
      "en-US",
      "de-CH-1901",
      "zh-Hant-TW",
      "sr-Latn-RS",
      "x-private",
      "i-klingon",
      "es-419",
      "en-u-ca-buddhist",
    ],
    no: ["en_US", "", "e", "en-", "english-language-tag-x", "123"],
  },
  "scim11-locale": { yes: ["en_US"], no: ["en-US", "EN_us", "en", "en_USA"] },
  "accept-language": {
    yes: ["en-US", "da, en-gb;q=0.8, en;q=0.7", "*"],
    no: ["en_US", "en;q=2", "", "en;q=0.8;q=1", "en,,de"],
  },
  "time-zone": {
    yes: ["Europe/London", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"],
    no: ["Mars/Olympus", "", "+01:00", "Europe/", "Pacific Time"],
  },
  "slack-time-zone": { yes: ["Europe/London", " "], no: ["", "  ", "Mars/Olympus"] },
  "photo-uri": {
    yes: [
      "https://example.com/a.png?s=192&d=https%3A%2F%2Fx",
      "data:image/png;base64,iVBORw0KGgo=",
    ],
    no: [
      "data:text/html;base64,AAAA",
      "data:image/png,AAAA",
      "/a.png",
      "https://example.com/a b.png",
      "ftp://example.com/a.png",
    ],
  },
  base64: { yes: ["", "TUlJRA==", "TUlJ"], no: ["TUl", "T===", "TU lJ", "TUlJ-_=="] },
  "entity-tag": { yes: ['W/"a330bc54f0671c9"', '"1"', '""'], no: ["1", "W/1", 'w/"1"', '"a"b"'] },
  "slack-user-id": {
    yes: ["WRDCW4CHX", "W0107TELUM7", "U123ABC456"],
    no: ["S0196Q89WG7", "u123abc456", "U1"],
  },
  "slack-group-id": { yes: ["S0196Q89WG7"], no: ["U123ABC456", "S"] },
  "slack-channel-id": { yes: ["C01CHAN0001"], no: ["S0196Q89WG7"] },
  "scim11-attribute-path": {
    yes: [
      "title",
      "name.givenName",
      "urn:scim:schemas:extension:enterprise:1.0:department",
      "urn:scim:schemas:extension:slack:guest:1.0.expiration",
    ],
    no: ["", "a.b.c", "emails[0]", "9x"],
  },
  "scim-patch-operation": {
    yes: ["add", "replace", "remove", "Add", "Replace", "REMOVE"],
    no: ["", "move", "delete", "adds", " add"],
  },
  "scim-patch-path": {
    yes: [
      "title",
      "name.givenName",
      'emails[type eq "work" and value co "@example.com"].value',
      "emails[primary eq false]",
      'members[not (value eq "x") or display pr]',
      'addresses[(type eq "work") and (country eq "GB" or country eq "FR")]',
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
    ],
    no: [
      "",
      "emails[",
      "emails[]",
      "emails[type]",
      'emails[type eq "work"',
      "members[value eq U123ABC456]",
      "a.b.c",
      "emails[type eq work]",
      'emails[type is "work"]',
      'emails[type eq "work"]]',
      'emails[type eq "a" and]',
      "[x pr]",
      'emails[(type eq "a"]',
      'emails["x" eq "a"]',
      'emails[type eq "a].value',
    ],
  },
  "slack-patch-path": {
    yes: [
      "members[value eq U123ABC456]",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.managerId",
      'phoneNumbers[value eq "+1 555"].value',
    ],
    no: ["members[value eq]", "members[value eq U1 U2]", "", "members[value eq U1"],
  },
};

test.each(Object.entries(cases))("%s", (format, { yes, no }) => {
  const valid = compiled({ format });
  expect(yes.filter((text) => !valid(text))).toEqual([]);
  expect(no.filter((text) => valid(text))).toEqual([]);
});

test("no format hangs on a crafted string", () => {
  const pieces = ["a", "a.", "a-", "1", "@", "(", "not (", "en-", "x:", '"', " ", "A/"];
  const texts = pieces.map((piece) => piece.repeat(20_000));
  for (const format of Object.keys(cases))
    expect(texts.filter((text) => typeof compiled({ format })(text) !== "boolean")).toEqual([]);
});
