import { asJson, typeOf } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

const emptyCreate = (t: CheckContext) =>
  t.once("a create of nothing", () => t.users.create({}, { rawBody: "{}" }));

/** A create with the address of a user who is there; a new name makes the address the only conflict. */
const takenAddress = (t: CheckContext) =>
  t.once("a create with a taken address", async () => {
    const { sent } = await t.createdUser();
    return t.users.create({ ...t.fixtures.typicalUser(), emails: sent.emails ?? [] });
  });

/** Errors beyond their structure: parts (b) and (c) of the catalogue, and the control. */
export const errorWordProbes: readonly Probe[] = [
  {
    id: "DIFF-ERR-05",
    safety: "write",
    observe: async (t) => {
      const envelope = (await emptyCreate(t)).error?.envelope;
      return { errors: envelope === "errors-array" ? "a list" : "one" };
    },
  },
  {
    id: "DIFF-ERR-06",
    safety: "write",
    observe: async (t) => ({ type: typeOf((await emptyCreate(t)).error?.status) }),
  },
  {
    id: "DIFF-ERR-07",
    safety: "write",
    observe: async (t) => ({ scimType: asJson((await takenAddress(t)).error?.scimType) }),
  },
  {
    id: "DIFF-ERR-08",
    safety: "write",
    observe: async (t) => {
      const { status, error } = await takenAddress(t);
      return { status, code: error?.code };
    },
  },
  {
    id: "DIFF-ERR-09",
    safety: "write",
    observe: async (t) => {
      const { error } = await takenAddress(t);
      return { code: error?.code, names: error?.suffix?.split("=", 1)[0] ?? "nothing" };
    },
  },
  {
    id: "DIFF-SCHEMAS-01",
    safety: "write",
    observe: async (t) => {
      const say = (status: number) => (status >= 400 ? "refused" : "accepted");
      const change = ({ schemas: _, ...body }: Record<string, unknown>) => body;
      const create = await t.users.create(t.fixtures.typicalUser(), { change });
      const patch = await t.fixtures.leaseUser(({ id }) =>
        t.users.patch(id, [{ kind: "set", path: "title", value: "Changed" }], { change }),
      );
      return { create: say(create.status), patch: say(patch.status) };
    },
  },
  {
    id: "SAME-10",
    safety: "write",
    observe: async (t) => {
      const user = t.fixtures.typicalUser();
      const { emails: _, ...withoutEmail } = user;
      const badAddress = { ...user, emails: [{ value: "no address", primary: true }] };
      const answers = {
        emptyCreate: await emptyCreate(t),
        withoutEmail: await t.users.create(withoutEmail),
        badAddress: await t.users.create(badAddress),
        unknownUser: await t.users.read("U00000000000"),
        unknownGroup: await t.groups.read("S00000000000"),
        unknownEndpoint: await t.client.optional("unknown"),
      };
      return Object.fromEntries(
        Object.entries(answers).map(([name, { error }]) => [name, error?.code]),
      );
    },
  },
];
