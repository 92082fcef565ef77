import { clause, doc } from "../clause.ts";
import { asJson, at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { isOnAnotherHost } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { onSeen, onUsers, violationsIn } from "./seen.ts";
import { isEncodedUri, members, urls } from "./walk.ts";

/** URLs in representations: SCIM 1.1 protocol §1.2 and §1.3, RFC 7643 §2.3.7, RFC 7644 §1. */
export const urlsInRepresentations: readonly Requirement[] = [
  onSeen(
    "URLs are percent-encoded",
    {
      "1.1": clause("SCIM11-API-1.2-01"),
      "2.0": clause("SCIM20-7644-1-01"),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const { path, value } of urls(json)) if (!isEncodedUri(value)) yield path;
      }),
    }),
  ),
  onSeen(
    "meta.location has no query string",
    {
      "1.1": clause("SCIM11-API-1.3-01", doc("FACT-ID-13")),
      "2.0": clause("SCIM20-7644-1-02", doc("FACT-ID-13")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        if (/[?#]/.test(String(at(json, "meta", "location")))) yield "meta.location";
      }),
    }),
  ),
  onSeen(
    "the version segment directly precedes the endpoint in meta.location",
    {
      "1.1": clause("SCIM11-API-3.10-01", doc("FACT-ID-13")),
      "2.0": clause("SCIM20-7644-3.13-01", doc("FACT-ID-13")),
    },
    { wrong: [] },
    (resources, t) => {
      const { users, groups } = t.client.dialect.paths;
      const version = `/v${t.version.charAt(0)}`;
      const base = `${t.client.baseUrl}/`;
      if (!t.client.baseUrl.toLowerCase().endsWith(version)) {
        throw new Skip("not-applicable", "the base URL has no version segment");
      }
      return {
        wrong: violationsIn(resources, function* (json, type) {
          const endpoint = type === "User" ? users : groups;
          const location = new URL(String(at(json, "meta", "location")), base).href;
          if (!t.provider.shows.ownUrls && !location.startsWith(new URL(base).origin)) return;
          if (!location.includes(`${version}${endpoint}/`)) yield "meta.location";
        }),
      };
    },
  ),
  onUsers(
    "profileUrl is an absolute URL",
    {
      "1.1": clause("SCIM11-CS-6.1-07", doc("FACT-USER-30")),
      "2.0": clause("SCIM20-7643-4.1.1-09", doc("FACT-USER-30")),
    },
    { wrong: [] },
    (users) => ({
      wrong: users
        .map((user) => asJson(at(user, "profileUrl")) ?? "")
        .filter((url) => url !== "" && !isWebUrl(url)),
    }),
  ),
  onSeen(
    "photos and references are URIs",
    {
      "1.1": clause("SCIM11-CS-6.2-05", doc("FACT-USER-68")),
      "2.0": clause("SCIM20-7643-2.3-09", doc("FACT-USER-68")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        for (const { path, value } of urls(json)) {
          if (path === "photos.value" ? !isAbsolute(value) : !isEncodedUri(value)) yield path;
        }
        for (const photo of items(at(json, "photos"))) {
          if (typeof at(photo, "value") !== "string") yield "photos.value";
        }
      }),
    }),
  ),
  onSeen(
    "a $ref resolves to a resource",
    { "2.0": clause("SCIM20-7643-2.3-10") },
    { status: 200 },
    async (resources, t) => {
      const reference = resources
        .flatMap(({ json }) => [...members(json)])
        .find(({ name, value }) => name === "$ref" && typeof value === "string");
      if (!reference) throw new Skip("not-offered", "no $ref is returned");
      const url = new URL(String(reference.value), `${t.client.baseUrl}/`);
      const isElsewhere = isOnAnotherHost(url.href, t.client.baseUrl);
      const answer = isElsewhere ? undefined : await t.client.follow(url.href);
      if (!answer) {
        throw new Skip(
          "not-applicable",
          "the $ref is outside the base URL: no token is sent there",
        );
      }
      return { status: answer.status };
    },
  ),
];

function isAbsolute(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value);
}

function isWebUrl(value: unknown): boolean {
  return isAbsolute(value) && /^https?:\/\//.test(String(value));
}
