import fc from "fast-check";
import { EMAIL_DOMAIN } from "../limits.ts";
import { accepted, converted, open, type UserEdge, withAttribute, withPart } from "./edge.ts";

const character = (attribute: string, what: string) => ({
  attribute,
  edgeClass: "character" as const,
  what,
});
const combination = (attribute: string, what: string) => ({
  attribute,
  edgeClass: "combination" as const,
  what,
});

/** Formats of a date-time: `Z`, an offset with a colon, and one without, as Slack returns it. */
const momentForms = ["T00:00:00Z", "T00:00:00+00:00", "T00:00:00-0800"] as const;

/** Unusual locales, zones, flags, read-only attributes and extension values. */
export function valueEdges(): UserEdge[] {
  const languages = ["locale", "preferredLanguage"] as const;
  return [
    ...languages.flatMap((key) =>
      ["en-US", "en_US", "zh-Hant-TW", "de"].map((value) =>
        accepted(
          character(key, value),
          "DOC",
          "free text; the examples use en_US and en-US",
          withAttribute(key, value),
        ),
      ),
    ),
    open(
      character("timezone", "no such zone"),
      "the effect of an unknown zone is not documented",
      withAttribute("timezone", "Mars/Olympus_Mons"),
    ),
    accepted(combination("active", "true"), "DOC", "a boolean", withAttribute("active", true)),
    open(
      combination("active", "false on create"),
      "whether a user can be created inactive is not documented",
      withAttribute("active", false),
    ),
    converted(
      combination("externalId", "given"),
      "DOC",
      "externalId cannot be set and reads back as an empty string",
      withAttribute("externalId", "e-1"),
    ),
    accepted(
      combination("profileUrl", "given"),
      "DOC",
      "v2.0's example echoes it on create",
      withAttribute("profileUrl", `https://${EMAIL_DOMAIN}/team/a`),
    ),
    open(
      combination("password", "given"),
      "accepted only without an identity provider",
      withAttribute("password", "correct horse battery staple"),
    ),
    converted(
      combination("groups", "given"),
      "INF",
      "read-only members are ignored on PUT (OBS), and assumed to be on create",
      withAttribute("groups", [{ value: "S0000000000", display: "a" }]),
    ),
    ...momentForms.map((form) =>
      accepted(
        character("guest.expiration", form),
        form.endsWith("0800") ? "INF" : "DOC",
        "ISO 8601 with Z or a numeric offset",
        withAttribute("guest", { type: "multi", expiration: `2040-01-01${form}` }),
      ),
    ),
    open(
      character("guest.expiration", "in the past"),
      "the effect of an expiration in the past is not documented",
      withAttribute("guest", { type: "multi", expiration: "2001-01-01T00:00:00Z" }),
    ),
    open(
      combination("guest.type", "single"),
      "only multi is accepted; no code is documented for another type",
      withAttribute("guest", { type: "single" }),
    ),
    ...momentForms.map((form) =>
      accepted(
        character("profile.startDate", form),
        "DOC",
        "ISO 8601; read back with an offset without a colon",
        withPart("profile", { startDate: `2024-04-10${form}` }),
      ),
    ),
    open(
      character("profile.startDate", "a date alone"),
      "whether a date without time is accepted is not documented",
      fc.constant(withPart("profile", { startDate: "2024-04-10" })),
    ),
    open(
      combination("enterprise.managerId", "nobody"),
      "the effect of an unknown manager is not documented",
      withPart("enterprise", { managerId: "W0000000000" }),
    ),
  ];
}
