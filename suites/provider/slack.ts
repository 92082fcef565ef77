import type { Capability } from "./capability.ts";
import { Documents } from "./documents.ts";
import type { Inquiry } from "./inquiry.ts";
import { hiddenOf, isOfLongForm } from "./profile-fields.ts";
import type { Offers, Provider, Requires, Shows, Writes } from "./provider.ts";
import { ordinaryUser } from "./typical-user.ts";

/** Slack according to the facts: nothing is requested. */
export function slackProvider(inquiry: Inquiry): Provider {
  return {
    offers,
    requires,
    shows,
    writes: writes(inquiry),
    documents: new Documents(inquiry, true),
    learnUsers: async () => undefined,
  };
}

const capabilities: readonly Capability[] = ["patch", "filter"];

const offers: Offers = {
  capability: async (name) => capabilities.includes(name),
  groups: async () => true,
  attribute: async () => true,
  everyAttribute: true,
  everyMethod: true,
  knownFilters: true,
  removal: false,
  sortOrder: async () => true,
  removalOfNonMembers: true,
};

const requires: Requires = {
  attribute: async () => false,
  partOf: () => ({}),
};

const shows: Shows = {
  attribute: async (path) => path !== "password",
  hiddenOf,
  mayHide: isOfLongForm,
  exactTexts: true,
  orderOfValues: true,
  externalId: false,
  groupsOfUsers: true,
  ownUrls: true,
  authenticationErrors: true,
  wrongCredentialsApart: true,
  fullPages: true,
  everyCounter: true,
  schemasOfListed: true,
  emptyResources: true,
};

function writes({ names, client }: Inquiry): Writes {
  return {
    typicalUser: () => {
      const user = ordinaryUser(names);
      return {
        ...user,
        nickName: user.userName,
        timezone: "Europe/London",
        enterprise: { employeeNumber: "42", costCenter: "C-7", department: "Research" },
      };
    },
    mayRefuseAttributes: false,
    userName: (name) => ({ userName: name, nickName: name }),
    // Of version 2.0 it is a guess what becomes of an address (FACT-USER-13).
    bareUserName: (name) => (client.version === "1.1" ? names.email(name) : name),
    // Only version 1.1 documents how special characters are converted.
    unusualUserName: (name) => name + (client.version === "1.1" ? ".X!" : ".X"),
    phoneNumber: (number) => number,
    bareValues: true,
    country: "USA",
    managerKey: "managerId",
    emailsInFilter: "email",
    rejectedChanges: (fresh) => [
      { kind: "set", path: "userName", value: fresh },
      { kind: "set", path: "displayName", value: "x".repeat(81) },
    ],
  };
}
