import type { Fact } from "./fact.ts";

/** PATCH of extensions, and the paths of version 2.0. */
export const patchExtensionFacts = [
  {
    id: "FACT-PATCH-80",
    statement: {
      "1.1": "An enterprise object under its URN is merged: attributes that it lacks stay.",
      "2.0": "`add` at the enterprise URN merges the object: attributes that it lacks stay.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-81",
    statement: {
      "1.1": "One attribute of an extension is set by an object that has only this one.",
      "2.0":
        "One attribute of an extension is set at URN, colon and name, such as `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-82",
    statement: {
      "2.0":
        "`replace` at the enterprise URN with an object is accepted. What it does to attributes that the object lacks is not documented; assumed: they stay.",
    },
    tag: "INF",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-83",
    statement: "A `manager` in a PATCH needs `managerId`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: improper_enterprise_schema_format" }],
  },
  {
    id: "FACT-PATCH-84",
    statement: {
      "1.1":
        "`urn:scim:schemas:extension:enterprise:1.0.manager.managerId` in `meta.attributes` clears the manager and keeps the rest of the extension.",
      "2.0":
        "`remove` at `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.managerId` clears the manager and keeps the rest of the extension.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-85",
    statement: {
      "1.1":
        "URN, dot and name in `meta.attributes` clear one attribute of an extension, such as `urn:scim:schemas:extension:enterprise:1.0.department`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-86",
    statement: {
      "1.1":
        "SCIM 1.1 joins URN and attribute with a colon, Slack documents a dot. Whether Slack accepts the colon in `meta.attributes` is not known.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-87",
    statement: {
      "1.1":
        "The enterprise URN alone in `meta.attributes` clears the whole extension, the manager included.",
      "2.0": "`remove` at the enterprise URN clears the whole extension, the manager included.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise extension" }],
  },
  {
    id: "FACT-PATCH-88",
    statement: {
      "2.0":
        "`schemas` of a user who has values of an extension contains the URN of the extension.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: examples of answers" }],
  },
  {
    id: "FACT-PATCH-89",
    statement: {
      "2.0":
        "Paths join URN and attribute with a colon in one example and with a dot in others: `…:User:employeeNumber`, `…:User.manager.managerId`, `…:User.expiration`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise and guest extension" }],
  },
  {
    id: "FACT-PATCH-90",
    statement: {
      "2.0":
        "The RFC's path to the manager, `…:User:manager.value`, is unknown to Slack: 200, and no manager is set.",
    },
    tag: "INF",
    evidence: [],
    changes: [{ date: "2026-11", what: "Added, since people write the manager the RFC's way." }],
  },
  {
    id: "FACT-PATCH-91",
    statement: { "2.0": "`add` at the URN of the enterprise or guest extension takes an object." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: enterprise and guest extension" }],
  },
  {
    id: "FACT-PATCH-92",
    statement: {
      "1.1":
        "`startDate` is set by an object under the profile URN; the example lists only this URN in `schemas`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: profile extension" }],
  },
  {
    id: "FACT-PATCH-93",
    statement: { "1.1": "The reference documents no removal of `startDate`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: profile extension" }],
  },
  {
    id: "FACT-PATCH-94",
    statement: {
      "2.0":
        "The reference shows a body in the form of version 1.1 for the profile extension, without `Operations`: an error of the documentation.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: profile extension" }],
  },
  {
    id: "FACT-PATCH-95",
    statement: { "2.0": "`add` at the profile URN with an object sets `startDate`." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-96",
    statement: {
      "2.0":
        'Filters in paths accept booleans without quotes, `primary eq false`, and strings in quotes, `value eq "x"`.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails, phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-97",
    statement: {
      "2.0": "The filter of a path to a group's member accepts an id without quotes.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups: `members[value eq U123ABC456]`" }],
  },
  {
    id: "FACT-PATCH-98",
    statement: {
      "2.0":
        "Slack ignores operations on unknown paths. One example removes `address`, which does not exist, and succeeds; it may be a misprint of `addresses`.",
    },
    tag: "INF",
    evidence: [{ source: "reference", where: "PATCH Users: long example" }],
    settings: ["unknownPatchPath"],
  },
  {
    id: "FACT-PATCH-99",
    statement: {
      "2.0":
        "Slack does not reject a path whose filter matches no value: `remove` changes nothing, `replace` may add the value.",
    },
    tag: "INF",
    evidence: [],
    settings: ["patchNoTarget"],
  },
] as const satisfies readonly Fact[];
