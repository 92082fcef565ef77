import type { Outcome, Version } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "./check-context.ts";
import type { Control, SendControl } from "./controls.ts";
import { isServerFailure } from "./endpoint.ts";
import type { ExchangeLog } from "./exchange-log.ts";

type State = Control["state"];

/**
 * Sends a request with a valid body to an endpoint, for a resource that no check uses; where the
 * response is a failure, it also checks whether the request took effect. An endpoint without any
 * valid request, such as PUT /Users, uses GET /Users as its control.
 */
export function controlRequests(
  checks: ReadonlyMap<Version, CheckContext>,
  log: ExchangeLog,
): SendControl {
  return async (endpoint) => {
    const [version = "", method = "", path = ""] = endpoint.split(" ");
    const context = [...checks.values()].find((one) => one.version === version);
    if (!context) return { state: "broken", exchanges: [] };
    const exchanges: string[] = [];
    const state = await log.collect(exchanges, () => send(context, method, path));
    return { state, exchanges };
  };
}

function send(t: CheckContext, method: string, path: string): Promise<State> {
  switch (`${method} ${path}`) {
    case "GET /Users/{id}":
      return readsUser(t);
    case "GET /Groups":
      return t.groups.list({ count: 1 }).then(works);
    case "GET /Groups/{id}":
      return readsGroup(t);
    case "POST /Users":
      return createsUser(t);
    case "POST /Groups":
      return createsGroup(t);
    case "PUT /Users/{id}":
    case "PATCH /Users/{id}":
      return changesUser(t, method);
    case "PUT /Groups/{id}":
    case "PATCH /Groups/{id}":
      return changesGroup(t, method);
    case "DELETE /Users/{id}":
      return deletesUser(t);
    case "DELETE /Groups/{id}":
      return deletesGroup(t);
    default:
      return t.users.list({ count: 1 }).then(works);
  }
}

const works = ({ status }: Outcome<unknown>): State =>
  isServerFailure(status) ? "broken" : "works";

/**
 * The state after a response: `works`, unless it is a failure; then whether the request took effect
 * nevertheless.
 */
async function stateAfter(
  outcome: Outcome<unknown>,
  hasEffect: () => Promise<boolean>,
): Promise<State> {
  if (works(outcome) === "works") return "works";
  return (await hasEffect()) ? "has-effect" : "broken";
}

/**
 * A user that no check reads: the user that failed cannot show whether reads work. Where no more can be
 * created, the one that all checks share.
 */
const readUser = (t: CheckContext) =>
  t.once("a user for control requests", () => t.fixtures.newUser().catch(() => t.sharedUser()));

const readGroup = (t: CheckContext) =>
  t.once("a group for control requests", () => t.fixtures.newGroup().catch(() => t.sharedGroup()));

async function readsUser(t: CheckContext): Promise<State> {
  if (t.writes) return works(await t.users.get((await readUser(t)).id));
  const listed = (await t.users.list({ count: 2 })).resource?.resources ?? [];
  return works(await t.users.get(listed.at(-1)?.id ?? ""));
}

async function readsGroup(t: CheckContext): Promise<State> {
  if (t.writes) return works(await t.groups.get((await readGroup(t)).id));
  const listed = (await t.groups.list({ count: 2 })).resource?.resources ?? [];
  return works(await t.groups.get(listed.at(-1)?.id ?? ""));
}

async function createsUser(t: CheckContext): Promise<State> {
  const user = t.fixtures.typicalUser();
  const filter = `userName eq ${JSON.stringify(user.userName)}`;
  return stateAfter(await t.users.create(user), async () => {
    const { resource } = await t.users.list({ filter });
    return resource?.resources.some(({ userName }) => userName === user.userName) ?? false;
  });
}

async function createsGroup(t: CheckContext): Promise<State> {
  const group = t.fixtures.typicalGroup();
  const filter = `displayName eq ${JSON.stringify(group.displayName)}`;
  return stateAfter(await t.groups.create(group), async () => {
    const { resource } = await t.groups.list({ filter });
    return (
      resource?.resources.some(({ displayName }) => displayName === group.displayName) ?? false
    );
  });
}

/** Changes a user that no check uses now, in whatever state: a new one only where there is none. */
function changesUser(t: CheckContext, method: string): Promise<State> {
  return t.fixtures.leaseUser(
    async ({ id, sent }) => {
      const path = sent.title === undefined ? "displayName" : "title";
      const value = `Changed ${t.names.next()}`;
      const changed: NeutralUser = { ...sent, [path]: value };
      const outcome = await (method === "PUT"
        ? t.users.replace(id, changed)
        : t.users.patch(id, [{ kind: "set", path, value }]));
      return stateAfter(outcome, async () => (await t.users.get(id)).resource?.[path] === value);
    },
    { asLeft: true },
  );
}

function changesGroup(t: CheckContext, method: string): Promise<State> {
  return t.fixtures.leaseGroup(
    async ({ id, sent }) => {
      const displayName = t.names.next();
      const changed: NeutralGroup = { ...sent, displayName };
      const outcome = await (method === "PUT"
        ? t.groups.replace(id, changed)
        : t.groups.patch(id, [{ kind: "set", path: "displayName", value: displayName }]));
      return stateAfter(
        outcome,
        async () => (await t.groups.get(id)).resource?.displayName === displayName,
      );
    },
    { asLeft: true },
  );
}

async function deletesUser(t: CheckContext): Promise<State> {
  const { id } = await t.fixtures.newUser();
  return stateAfter(await t.users.delete(id), async () => {
    const { status, resource } = await t.users.get(id);
    return status === 404 || resource?.active === false;
  });
}

async function deletesGroup(t: CheckContext): Promise<State> {
  const { id } = await t.fixtures.newGroup();
  return stateAfter(await t.groups.delete(id), async () => (await t.groups.get(id)).status === 404);
}
