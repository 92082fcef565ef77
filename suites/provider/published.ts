import { offersCapability } from "./capabilities.ts";
import type { Capability } from "./capability.ts";
import { Documents } from "./documents.ts";
import type { Inquiry } from "./inquiry.ts";
import { offersGroups } from "./offered-groups.ts";
import type { Provider } from "./provider.ts";
import { PublishedAttributes } from "./published-attributes.ts";
import { PublishedUsers } from "./published-users.ts";

/**
 * A provider that is discovered: from its configuration, its resource types and its schemas
 * (RFC 7644 §4, SCIM 1.1 core schema §9 and §10), or with a probe user.
 */
export function publishedProvider(inquiry: Inquiry): Provider {
  const { client, once } = inquiry;
  const documents = new Documents(inquiry, false);
  const attributes = new PublishedAttributes(inquiry, documents);
  const users = new PublishedUsers(inquiry);
  const capability = (name: Capability) => offersCapability(inquiry, name);
  return {
    offers: {
      capability,
      groups: () => once("whether there are groups", () => offersGroups(client)),
      attribute: (path) => attributes.isOffered(path),
      everyAttribute: false,
      everyMethod: false,
      knownFilters: false,
      removal: true,
      sortOrder: () => capability("sort"),
      removalOfNonMembers: false,
    },
    requires: {
      attribute: (path) => attributes.isRequired(path),
      partOf: (user) => users.requiredOf(user),
    },
    shows: {
      attribute: (path) => attributes.isReturned(path),
      hiddenOf: () => [],
      mayHide: () => false,
      exactTexts: false,
      orderOfValues: false,
      externalId: true,
      groupsOfUsers: false,
      ownUrls: false,
      authenticationErrors: false,
      wrongCredentialsApart: false,
      fullPages: false,
      everyCounter: false,
      schemasOfListed: false,
      emptyResources: false,
    },
    writes: {
      typicalUser: () => users.typicalUser(),
      mayRefuseAttributes: true,
      userName: (name) => ({ userName: name }),
      bareUserName: (name) => name,
      unusualUserName: (name) => name,
      phoneNumber: (number) => `tel:${number.replaceAll(" ", "-")}`,
      bareValues: client.version === "1.1",
      country: "US",
      managerKey: client.version === "2.0" ? "value" : "managerId",
      emailsInFilter: "emails.value",
      rejectedChanges: () => [{ kind: "set", path: "userName", value: "" }],
    },
    documents,
    learnUsers: () => users.learn(attributes),
  };
}
