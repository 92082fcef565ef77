import { slackClause, slackClauses } from "../clause.ts";
import { asJson, at, items } from "../json.ts";
import { ids } from "../pagination/pages.ts";
import type { Requirement } from "../requirement.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";

/** What every provisioning client does: it looks for a user by name, and reads what it created. */
export const foundAgain: readonly Requirement[] = [
  {
    title: "a filter on userName finds that user alone, and no one for an unused name",
    area: "filters",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-FILTER-23", "DOC", "FACT-FILTER-07"),
      "2.0": slackClause("SLACK-FILTER-23", "OBS", "FACT-FILTER-02"),
    },
    expect: { found: "that user alone", unused: 0 },
    check: async (t) => {
      const { id } = await t.sharedUser();
      const read = await t.users.get(id);
      const userName = read.resource?.userName;
      if (!userName) throw blocked(`reading the user returned ${describeAnswer(read)}`);
      const named = (name: string) => t.users.list({ filter: `userName eq "${name}"` });
      const found = await t.poll(
        "a filter finds a new user",
        () => named(userName),
        (list) => list.status >= 400 || ids(list).length > 0,
      );
      const isAlone = ids(found).join() === id;
      const count = ids(found).length;
      const unused = await named(t.names.next());
      return {
        found: withValues(
          isAlone ? "that user alone" : found.status < 300 ? "others" : describeAnswer(found),
          { "userName asked for": userName, "users returned": count },
          found,
        ),
        unused: withValues(
          unused.status < 300 ? ids(unused).length : describeAnswer(unused),
          {},
          unused,
        ),
      };
    },
  },
  {
    title: "a new user is read back with the values that were sent",
    area: "users",
    // It changes nothing, so both versions read the user before any check changes it.
    safety: "read",
    versions: slackClauses("SLACK-USER-64", "DOC", "FACT-USER-31"),
    expect: { status: 200, otherwise: [] },
    check: async (t) => {
      const { id, sent } = await t.createdUser();
      const read = await t.users.get(id);
      const { resource } = read;
      const shown = {
        userName: resource?.userName,
        displayName: resource?.displayName,
        title: resource?.title,
        givenName: resource?.name?.givenName,
        familyName: resource?.name?.familyName,
        email: at(items(resource?.emails), 0, "value"),
        active: resource?.active,
      };
      const wanted = {
        userName: sent.userName,
        displayName: sent.displayName,
        title: sent.title,
        givenName: sent.name?.givenName,
        familyName: sent.name?.familyName,
        email: sent.emails?.[0]?.value,
        active: sent.active,
      };
      const otherwise = Object.entries(wanted).filter(
        ([name, value]) => asJson(at(shown, name)) !== asJson(value),
      );
      const values = otherwise.flatMap(([name, value]) => [
        [`${name} sent`, value],
        [`${name} read`, at(shown, name)],
      ]);
      return {
        status: withValues(read.status, {}, read),
        otherwise: withValues(
          otherwise.map(([name]) => name),
          Object.fromEntries(values),
          read,
        ),
      };
    },
  },
];
