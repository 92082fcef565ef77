import { clause, doc, obs, slackClause, slackClauses } from "../clause.ts";
import { type Json, matches } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import { needsAttributes } from "../provider/needs.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import {
  createWithUnsupported,
  fullUser,
  fullValues,
  minimalUser,
  readFullUser,
  readLongUser,
  userInOtherForms,
  userWithReadOnlyAttributes,
} from "./samples.ts";

const area = "users";
const safety = "write";

const nameParts = [
  "givenName",
  "familyName",
  "honorificPrefix",
  "middleName",
  "honorificSuffix",
  "formatted",
] as const;

/** A display name with all the punctuation that Slack is known to keep (FACT-USER-23). */
const punctuated = "O'Neil-Smith, A. (b_c) [d] {e} / f; g";

/** Singular attributes: SCIM 1.1 core schema §6.1, RFC 7643 §4.1.1. */
export const singularAttributes: readonly Requirement[] = [
  {
    title: "title, profileUrl and timezone are stored as sent",
    area,
    safety,
    versions: slackClauses("SLACK-USER-07", "DOC", "FACT-USER-31"),
    expect: {
      title: fullValues.title,
      profileUrl: fullValues.profileUrl,
      timezone: fullValues.timezone,
    },
    check: async (t) => {
      const { resource } = await readFullUser(t);
      return {
        title: resource?.title,
        profileUrl: resource?.profileUrl,
        timezone: resource?.timezone,
      };
    },
  },
  {
    title: "userType is stored as sent",
    area,
    safety,
    versions: slackClauses("SLACK-USER-08", "DOC", "FACT-USER-31"),
    expect: { userType: fullValues.userType },
    check: async (t) => ({ userType: (await readLongUser(t)).resource?.userType }),
  },
  {
    title: "displayName is stored as sent",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.1-05", obs("FACT-USER-23")),
      "2.0": clause("SCIM20-7643-4.1.1-07", obs("FACT-USER-23")),
    },
    expect: { same: true },
    check: async (t) => {
      const { sent } = await fullUser(t);
      await needsAttributes(t, "displayName");
      const stored = (await readFullUser(t, "displayName")).resource?.displayName;
      return { same: withValues(stored === sent.displayName, { sent: sent.displayName, stored }) };
    },
  },
  userPutRequirement({
    title: "punctuation in a displayName is stored as sent",
    area,
    // Of version 2.0 it is a guess (FACT-USER-90).
    versions: { "1.1": slackClause("SLACK-USER-62", "OBS", "FACT-USER-23") },
    expect: { displayName: punctuated },
    touches: ["displayName"],
    values: () => ({ displayName: punctuated }),
    observe: (_, { read }) => ({ displayName: read.resource?.displayName }),
  }),
  {
    title: "locale and preferredLanguage are stored in the format of the version",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.1-08", doc("FACT-USER-31")),
      "2.0": {
        ...clause("SCIM20-7643-4.1.1-11", doc("FACT-USER-31")),
        expect: { locale: "en-US" },
      },
    },
    expect: { locale: "en_US", preferredLanguage: "en_US" },
    check: async (t) => {
      const { resource } = await readLongUser(t, "locale");
      return { locale: resource?.locale, preferredLanguage: resource?.preferredLanguage };
    },
  },
  {
    title: "preferredLanguage is stored as sent",
    area,
    safety,
    versions: { "2.0": clause("SCIM20-7643-4.1.1-10", doc("FACT-USER-31")) },
    expect: { preferredLanguage: "en-US" },
    check: async (t) => ({
      preferredLanguage: (await readLongUser(t, "preferredLanguage")).resource?.preferredLanguage,
    }),
  },
  {
    title: "givenName, familyName and honorificPrefix are stored as sent",
    area,
    safety,
    versions: slackClauses("SLACK-USER-09", "DOC", "FACT-USER-28"),
    expect: fullValues.name,
    check: async (t) => {
      const name = (await readFullUser(t)).resource?.name;
      return {
        givenName: name?.givenName,
        familyName: name?.familyName,
        honorificPrefix: name?.honorificPrefix,
      };
    },
  },
  {
    title: "all sub-attributes of name are stored",
    area,
    safety,
    versions: {
      "1.1": {
        ...slackClause("SLACK-USER-10", "DOC", "FACT-USER-27"),
        expect: { kept: ["givenName", "familyName", "honorificPrefix"] },
      },
      "2.0": clause(
        "SCIM20-7643-4.1.1-06",
        doc(
          "FACT-USER-27",
          { kept: ["givenName", "familyName", "honorificPrefix"] },
          "keeps three parts of a name",
        ),
      ),
    },
    expect: { lost: [] },
    check: async (t) => {
      const { id } = (await createWithUnsupported(t)).resource ?? {};
      if (id === undefined)
        throw new Skip("blocked-by", "a name with all its sub-attributes is rejected");
      const name = (await t.users.get(id)).resource?.name;
      const kept = nameParts.filter((part) => name?.[part]);
      const lost: Json[] = [];
      for (const part of nameParts) {
        if (!name?.[part] && (await t.provider.offers.attribute(`name.${part}`))) lost.push(part);
      }
      return { kept, lost: withValues(lost, { "name returned": name }) };
    },
  },
  {
    title: "name.formatted contains givenName and familyName",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-6.1-04"),
      "2.0": clause("SCIM20-7643-4.1.1-05"),
    },
    expect: { containsParts: true },
    check: async (t) => {
      const { givenName, familyName, formatted } = (await readFullUser(t)).resource?.name ?? {};
      if (!formatted) throw new Skip("not-offered", "users have no name.formatted");
      const parts = formatted.includes(givenName ?? "") && formatted.includes(familyName ?? "");
      return { containsParts: withValues(parts, { formatted, givenName, familyName }) };
    },
  },
  {
    title: "givenName defaults to the display name",
    area,
    safety,
    versions: slackClauses("SLACK-USER-11", "DOC", "FACT-USER-29"),
    expect: { givenName: "the display name", familyName: "" },
    check: async (t) => {
      const user = (await minimalUser(t)).created.resource;
      const shown = user?.displayName || user?.userName;
      return {
        givenName: withValues(
          user?.name?.givenName === shown ? "the display name" : user?.name?.givenName,
          { "displayName or userName": shown },
        ),
        familyName: user?.name?.familyName,
      };
    },
  },
  {
    title: "displayName defaults to the userName",
    area,
    safety,
    versions: { "1.1": slackClause("SLACK-USER-12", "OBS", "FACT-USER-25") },
    expect: { same: true },
    check: async (t) => {
      const user = (await minimalUser(t)).created.resource;
      return {
        same: withValues(user !== undefined && user.displayName === user.userName, {
          displayName: user?.displayName,
          userName: user?.userName,
        }),
      };
    },
  },
  {
    title: "nickName equals the userName",
    area,
    safety,
    versions: slackClauses("SLACK-USER-13", "DOC", "FACT-USER-19"),
    expect: { same: true },
    check: async (t) => {
      const { resource } = await readFullUser(t);
      return {
        same: withValues(resource !== undefined && resource.nickName === resource.userName, {
          nickName: resource?.nickName,
          userName: resource?.userName,
        }),
      };
    },
  },
  {
    title: "an e-mail address as userName is shortened to its local part",
    area,
    safety,
    versions: { "1.1": slackClause("SLACK-USER-14", "OBS", "FACT-USER-18") },
    expect: { userName: "the local part" },
    check: async (t) => {
      const { sent, created } = await minimalUser(t);
      const stored = created.resource?.userName;
      const local = sent.userName?.split("@")[0];
      const userName = stored === local ? "the local part" : stored;
      return { userName: withValues(userName, { sent: sent.userName }) };
    },
  },
  {
    title: "userName is stored in lower case",
    area,
    safety,
    versions: slackClauses("SLACK-USER-15", "DOC", "FACT-USER-14"),
    expect: { lowerCase: true },
    check: async (t) => {
      const stored = (await userInOtherForms(t)).created.resource?.userName;
      const lowerCase = typeof stored === "string" && stored === stored.toLowerCase();
      return { lowerCase: withValues(lowerCase, { stored }) };
    },
  },
  {
    title: "special characters in userName are replaced by _, except . _ and -",
    area,
    safety,
    versions: { "1.1": slackClause("SLACK-USER-16", "DOC", "FACT-USER-12") },
    expect: { userName: matches(/^[a-z0-9._-]+\.x_$/) },
    check: async (t) => ({
      userName: (await userInOtherForms(t)).created.resource?.userName?.toLowerCase(),
    }),
  },
  {
    title: "startDate of the profile is stored, with an offset without a colon",
    area,
    safety,
    versions: slackClauses("SLACK-USER-17", "DOC", "FACT-USER-45"),
    expect: { startDate: "2024-04-10T00:00:00+0000" },
    check: async (t) => ({ startDate: (await readLongUser(t)).resource?.profile?.startDate }),
  },
  {
    title: "externalId is stored as sent",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-06", emptyExternalId()),
      "2.0": clause("SCIM20-7643-3.1-08", emptyExternalId()),
    },
    expect: { externalId: "chosen-by-the-client" },
    check: async (t) => {
      const { id } = await userWithReadOnlyAttributes(t);
      return { externalId: asJson(at((await t.users.get(id)).json, "externalId")) };
    },
  },
  {
    title: "the provider does not assign an externalId",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-07", doc("FACT-ID-14", { externalId: "" }, `sends ""`)),
      "2.0": clause("SCIM20-7643-3.1-09", doc("FACT-ID-14", { externalId: "" }, `sends ""`)),
    },
    expect: { externalId: "absent" },
    check: async (t) => ({
      externalId: asJson(at((await readFullUser(t)).json, "externalId")) ?? "absent",
    }),
  },
];

function emptyExternalId() {
  return doc("FACT-ID-14", { externalId: "" }, "externalId is always empty");
}
