import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { Findings } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import { isAsExpected } from "../run/as-expected.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { jointly, type SeenJointly } from "../run/jointly.ts";
import { selectionOf } from "../run/selection.ts";

/** A PUT of a leased user: what was sent, the response, and the user as read afterwards. */
interface SeenPut {
  id: string;
  sent: NeutralUser;
  put: Outcome<NeutralUser>;
  read: Outcome<NeutralUser>;
}

/** A requirement on what one PUT of a user stores. */
export interface UserPutCase
  extends Pick<Requirement, "title" | "area" | "versions" | "attributes" | "expect"> {
  /** The attributes that it sends in another form than a typical user has. */
  touches: readonly string[];
  /** @throws Skip where the rule does not apply to the provider */
  applies?: (t: CheckContext) => Promise<void>;
  values?: (t: CheckContext, user: NeutralUser) => Partial<NeutralUser>;
  /** How it changes the encoded body. */
  change?: (t: CheckContext) => Promise<(body: JsonObject) => JsonObject>;
  observe: (t: CheckContext, seen: SeenPut) => Findings | Promise<Findings>;
}

/** What each of these requirements sends. */
const cases = new WeakMap<Requirement, UserPutCase>();

/** A requirement whose PUT is sent together with those of others where it can be: see {@link jointly}. */
export function userPutRequirement(rule: UserPutCase): Requirement {
  const { title, area, versions, attributes, expect } = rule;
  const requirement: Requirement = {
    ...{ title, area, versions, expect },
    ...(attributes ? { attributes } : {}),
    safety: "write",
    check: async (t) => {
      await rule.applies?.(t);
      const shared = (await sharedPuts(t)).get(title);
      if (shared === undefined) return rule.observe(t, await putOnce(t, [rule]));
      t.cite(shared.exchanges);
      return shared.seen;
    },
  };
  cases.set(requirement, rule);
  return requirement;
}

/** Only of a provider whose users have every attribute: what others make of several values is not known. */
function sharedPuts(t: CheckContext): Promise<Map<string, SeenJointly<Findings>>> {
  return t.once("PUTs that several rules share", async () => {
    if (!t.provider.offers.everyAttribute) return new Map();
    const selected = selectionOf(t).requirements.flatMap((requirement) => {
      const [rule, clause] = [cases.get(requirement), requirement.versions[t.version]];
      return rule && clause ? [{ key: rule.title, touched: rule.touches, rule, clause }] : [];
    });
    return jointly(t, selected, async (group) => {
      const seen = await putOnce(
        t,
        group.map(({ rule }) => rule),
      );
      const results = new Map<string, Findings>();
      for (const { key, rule, clause } of group) {
        const findings = await rule.observe(t, seen);
        if (!isAsExpected(clause, rule.expect, findings)) return undefined;
        results.set(key, findings);
      }
      return results;
    });
  });
}

function putOnce(t: CheckContext, rules: readonly UserPutCase[]): Promise<SeenPut> {
  const avoids = ({ sent }: Created<NeutralUser>) =>
    rules.map(({ values }) => values?.(t, sent) ?? {});
  return t.fixtures.leaseUser(
    async ({ id, sent: typical }) => {
      const sent: NeutralUser = { ...typical };
      for (const { values } of rules) Object.assign(sent, values?.(t, typical));
      const changes = await Promise.all(rules.map(({ change }) => change?.(t)));
      const change = (body: JsonObject) =>
        changes.reduce<JsonObject>((changed, each) => each?.(changed) ?? changed, body);
      const options = changes.some(Boolean) ? { change } : undefined;
      const put = await t.users.replace(id, sent, options);
      return { id, sent, put, read: await t.users.get(id) };
      // It sends the whole user, so that only what it changes matters before it.
    },
    { touches: [], avoids },
  );
}
