import type { FactId } from "../index.ts";

interface Watched {
  /** What to watch, and what to do, for the person who moves. */
  what: string;
  facts: readonly FactId[];
  /** Ids of the known differences between the versions. */
  differences: readonly string[];
}

/** A provider or client as the page shows it. */
export interface Provider {
  name: string;
  /** Which version it speaks with Slack, and how the move to 2.0 begins. */
  speaks: string;
  flows: readonly string[];
  watch: readonly Watched[];
}

const longNames: Watched = {
  what: "Map userName to a name of at most 21 characters that is not an e-mail address. Slack stores an address under its local part, and the next look-up by the address finds no user.",
  facts: ["FACT-CLIENT-26", "FACT-USER-11", "FACT-USER-18"],
  differences: ["DIFF-USER-01", "DIFF-USER-05"],
};

const groupAnswers: Watched = {
  what: "A PATCH of a group returns 200 with the group in 2.0, and 204 without a body in 1.1.",
  facts: ["FACT-PATCH-03", "FACT-PATCH-04"],
  differences: ["DIFF-STAT-02"],
};

/** In the order of the page. */
export const providers: readonly Provider[] = [
  {
    name: "Okta",
    speaks:
      "Okta's SCIM client speaks both versions. The application of its catalogue for Slack was seen with errors of 1.1; an integration that you create yourself speaks the version that you choose.",
    flows: ["okta-1.1", "okta-2.0"],
    watch: [
      {
        what: "An integration that you create yourself sends every change by PUT, deactivation and groups too. A PUT carries the whole user: what the profile does not map is cleared, except `active`, which stays.",
        facts: ["FACT-CLIENT-41", "FACT-PUT-19"],
        differences: ["DIFF-PUT-01"],
      },
      {
        what: "A replace of `members` replaces all members in 2.0, where a list in 1.1 is merged. Okta sends it only as a full push.",
        facts: ["FACT-CLIENT-42", "FACT-GROUP-57"],
        differences: ["DIFF-PATCH-11", "DIFF-GRP-04"],
      },
      {
        what: "Okta removes one member with a filter in the path. This is the form that works.",
        facts: ["FACT-CLIENT-37", "FACT-GROUP-52"],
        differences: ["DIFF-GRP-02"],
      },
      longNames,
      groupAnswers,
    ],
  },
  {
    name: "Microsoft Entra",
    speaks:
      "The application of the gallery speaks 1.1, in the form that Slack wants. Only a custom application speaks 2.0, and Microsoft calls it unsupported for Slack. The gallery application works with every organisation that has SCIM (FACT-CLIENT-71), so a move is a choice. To move, you create a new application.",
    flows: ["entra-gallery", "entra-custom", "entra-custom-flag"],
    watch: [
      {
        what: "Without the flag `aadOptscim062020` in the tenant URL, the removal of one member empties the whole group. Add the flag before the first synchronisation, as `https://api.slack.com/scim/v2/?aadOptscim062020`; it has no effect on provisioning on demand.",
        facts: ["FACT-CLIENT-23", "FACT-CLIENT-72", "FACT-GROUP-53"],
        differences: ["DIFF-GRP-07"],
      },
      {
        what: "Without the flag, a user who leaves is not deactivated: Entra sends `active` as the text `False`, which 2.0 is assumed to ignore with 200. With the flag it sends the boolean, which works for other clients; Microsoft reports that users stay active even so. Try it on one test user.",
        facts: ["FACT-PATCH-36", "FACT-PATCH-37", "FACT-PATCH-39"],
        differences: ["DIFF-PATCH-12"],
      },
      {
        what: "Map the manager to the id of the manager in Slack: Slack reads `managerId`, not the RFC's `value`.",
        facts: ["FACT-USER-41", "FACT-USER-43"],
        differences: ["DIFF-ENT-03", "DIFF-ENT-04"],
      },
      longNames,
    ],
  },
  {
    name: "authentik",
    speaks: "authentik speaks 2.0 only. Set its compatibility mode to Slack.",
    flows: ["authentik"],
    watch: [
      {
        what: "Up to version 2026.5 it removes a member with the member in `value`, which empties the group; the next full synchronisation adds the others again. Update to a version with the change of July 2026, and verify with a group that you can lose.",
        facts: ["FACT-CLIENT-18", "FACT-CLIENT-48", "FACT-GROUP-53"],
        differences: ["DIFF-GRP-07"],
      },
      {
        what: "Slack's configuration says that filters are not supported. The mode for Slack ignores that; without it, authentik cannot find what exists.",
        facts: ["FACT-CLIENT-16", "FACT-CLIENT-17"],
        differences: ["DIFF-SPC-03"],
      },
      longNames,
    ],
  },
  {
    name: "OneLogin",
    speaks:
      "The SCIM provisioner speaks 2.0. What it sends is a template that you edit. Which version its application for Slack speaks is not published.",
    flows: ["onelogin"],
    watch: [
      {
        what: "Put Slack's URN into the template. Some templates have `urn:scim:schemas:core:2.0`, a URN of neither version. Whether Slack accepts it is not known; the embedded organisation rejects it.",
        facts: ["FACT-CLIENT-32", "FACT-FORMAT-37"],
        differences: ["DIFF-URN-01", "DIFF-SCHEMAS-01"],
      },
      {
        what: "It updates with PUT: what the template does not name is cleared.",
        facts: ["FACT-CLIENT-38"],
        differences: ["DIFF-PUT-01"],
      },
      longNames,
    ],
  },
  {
    name: "JumpCloud",
    speaks:
      "A custom integration speaks the version that you choose. Which version its connector for Slack speaks, and the form of its requests, is not published: the steps below are what its pages describe.",
    flows: ["jumpcloud"],
    watch: [
      {
        what: "It sends a displayName with every user. Where members may change their own, Slack rejects each update: set this in Slack first.",
        facts: ["FACT-CLIENT-31", "FACT-USER-26"],
        differences: [],
      },
      {
        what: "A vendor writes that it removes a member as Entra does without the flag, which empties the group. Record what it sends, and try it on a group that you can lose.",
        facts: ["FACT-CLIENT-51", "FACT-GROUP-53"],
        differences: ["DIFF-GRP-07"],
      },
      {
        what: "Its test creates a user and deletes the user again. In Slack the user stays, deactivated.",
        facts: ["FACT-CLIENT-39"],
        differences: ["DIFF-DEL-01"],
      },
    ],
  },
  {
    name: "Scripts in two versions",
    speaks:
      "Many moves begin with users by an SDK of 1.1, and groups by requests of 2.0 that a script writes itself. Ids are the same in both versions.",
    flows: ["mixed-script"],
    watch: [
      {
        what: "A replace of `members` with what was read before removes whoever was added in between. Add with `add`, remove with a filter in the path.",
        facts: ["FACT-CLIENT-34", "FACT-GROUP-57"],
        differences: ["DIFF-PATCH-11", "DIFF-GRP-04"],
      },
      {
        what: "Schemas, keys of extensions and errors differ: do not read one version's answer with the other's code.",
        facts: ["FACT-CLIENT-10", "FACT-CLIENT-11"],
        differences: ["DIFF-URN-01", "DIFF-URN-03", "DIFF-ERR-01"],
      },
      groupAnswers,
      {
        what: "A DELETE of a user returns 204 in 2.0, and 200 in 1.1. The user stays in both, deactivated.",
        facts: ["FACT-DELETE-01"],
        differences: ["DIFF-STAT-01", "DIFF-DEL-01"],
      },
    ],
  },
  {
    name: "Slack's SDKs and python-slack-scim",
    speaks:
      "The Java SDK has a client for each version. The Python SDK has one for 1.1 only, and python-slack-scim speaks nothing else.",
    flows: ["python-sdk", "java-sdk", "python-slack-scim"],
    watch: [
      {
        what: "What was read can be put back, with null members and without them, in both versions.",
        facts: ["FACT-PUT-25", "FACT-PUT-26", "FACT-CLIENT-52", "FACT-CLIENT-55"],
        differences: ["DIFF-PUT-01"],
      },
      {
        what: "A PATCH of the Python SDK has the form of 1.1, which 2.0 rejects. Write PATCH yourself, or use PUT.",
        facts: ["FACT-CLIENT-55"],
        differences: ["DIFF-PATCH-01", "DIFF-PATCH-02"],
      },
      {
        what: "The Java SDK writes each single value of a 2.0 PATCH as a text, and `active` as a text does not deactivate a user: use DELETE or PUT.",
        facts: ["FACT-CLIENT-08", "FACT-PATCH-36", "FACT-PATCH-37"],
        differences: ["DIFF-PATCH-12"],
      },
      {
        what: "The Java SDK's `remove` of `members` with values empties the group. Use a path with a filter.",
        facts: ["FACT-CLIENT-06", "FACT-GROUP-53"],
        differences: ["DIFF-GRP-07"],
      },
      {
        what: "With the Java SDK set to fail on unknown members, a guest cannot be read in 2.0: its model has no `channels`.",
        facts: ["FACT-CLIENT-53"],
        differences: [],
      },
    ],
  },
];
