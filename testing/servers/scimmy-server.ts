import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import express from "express";
import SCIMMYRouters, { SCIMMY } from "scimmy-routers";

/** A running third-party SCIM 2.0 server: the packages `scimmy` and `scimmy-routers`. */
export interface ScimmyServer {
  /** Base URL of version 2.0. */
  readonly url: string;
  readonly credentials: string;
  close(): Promise<void>;
}

interface Stored {
  id: string;
  meta: { created: string; lastModified: string };
  [name: string]: unknown;
}

interface Member {
  value?: string;
}

const token = "a-token-for-tests";

/** The resources of one type in memory; the packages do the rest. */
class Store {
  readonly items = new Map<string, Stored>();
  readonly #uniqueName: string | undefined;

  constructor(uniqueName?: string) {
    this.#uniqueName = uniqueName;
  }

  get(id: string): Stored {
    const found = this.items.get(id);
    if (!found) throw new SCIMMY.Types.Error(404, "", `Resource ${id} not found`);
    return found;
  }

  put(id: string | undefined, data: object): Stored {
    const old = id === undefined ? undefined : this.get(id);
    const values: Record<string, unknown> = JSON.parse(JSON.stringify(data));
    const name = this.#uniqueName;
    if (name !== undefined) {
      const same = (one: unknown) =>
        String(one).toLowerCase() === String(values[name]).toLowerCase();
      if ([...this.items.values()].some((item) => item.id !== id && same(item[name]))) {
        throw new SCIMMY.Types.Error(409, "uniqueness", `${name} is taken`);
      }
    }
    // A request that changes nothing does not change lastModified (RFC 7644 §3.5.2.1).
    if (old !== undefined && isDeepStrictEqual(valuesOf(old), valuesOf(values))) return old;
    const now = new Date().toISOString();
    const meta = { created: old?.meta.created ?? now, lastModified: now };
    const stored: Stored = { ...values, id: id ?? randomUUID(), meta };
    this.items.set(stored.id, stored);
    return stored;
  }
}

function valuesOf({ id: _, meta: __, groups: ___, ...values }: Record<string, unknown>) {
  return values;
}

const membersOf = (group: Stored) =>
  Array.isArray(group.members) ? (group.members as Member[]) : [];

/** Starts the server, empty, on loopback: on `port`, or on a free one. */
export async function startScimmy(port = 0): Promise<ScimmyServer> {
  const users = new Store("userName");
  const groups = new Store();

  const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
  const administrator = users.put(undefined, { schemas, userName: "administrator", active: true });

  const asUser = (user: Stored) => ({
    ...user,
    groups: [...groups.items.values()]
      .filter((group) => membersOf(group).some(({ value }) => value === user.id))
      .map((group) => ({
        value: group.id,
        $ref: `${SCIMMY.Resources.Group.basepath()}/${group.id}`,
        display: group.displayName,
        type: "direct",
      })),
  });
  const asGroup = (group: Stored) => ({
    ...group,
    members: membersOf(group).map(({ value = "", ...member }) => {
      const type = groups.items.has(value) ? "Group" : "User";
      const $ref = `${SCIMMY.Resources[type].basepath()}/${value}`;
      return { ...member, value, type, $ref };
    }),
  });

  SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), {
    ingress: (resource: Asked, data: object) => asUser(users.put(resource.id, data)),
    egress: (resource: Asked) =>
      resource.id === undefined
        ? matching(resource, [...users.items.values()].map(asUser))
        : asUser(users.get(resource.id)),
    degress: (resource: Asked) => {
      const { id } = users.get(resource.id ?? "");
      users.items.delete(id);
      for (const group of groups.items.values()) {
        group.members = membersOf(group).filter(({ value }) => value !== id);
      }
    },
  });
  SCIMMY.Resources.declare(SCIMMY.Resources.Group, {
    ingress: (resource: Asked, data: object & { members?: Member[] }) => {
      for (const { value = "" } of data.members ?? []) {
        if (users.items.has(value) || groups.items.has(value)) continue;
        throw new SCIMMY.Types.Error(400, "invalidValue", `Member ${value} not found`);
      }
      return asGroup(groups.put(resource.id, data));
    },
    egress: (resource: Asked) =>
      resource.id === undefined
        ? matching(resource, [...groups.items.values()].map(asGroup))
        : asGroup(groups.get(resource.id)),
    degress: (resource: Asked) => void groups.items.delete(groups.get(resource.id ?? "").id),
  });

  const server = createServer();
  const authorize = (request: express.Request) => {
    if (request.header("authorization") !== `Bearer ${token}`) throw new Error("unauthorized");
    return administrator.id;
  };
  const app = express();
  app.use(
    "/scim/v2",
    new SCIMMYRouters({
      type: "bearer",
      docUri: "https://example.com/documentation",
      handler: authorize,
      baseUri: (request: express.Request) => `http://${request.header("host")}`,
    }),
  );
  server.on("request", app);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}/scim/v2`,
    credentials: token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The part of a request that the packages pass to a handler. */
interface Asked {
  id?: string;
  filter?: { match(items: object[]): object[] };
}

const matching = ({ filter }: Asked, items: Stored[]) => filter?.match(items) ?? items;
