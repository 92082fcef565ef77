import { slackClauses } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { asJson, at, items } from "../json.ts";
import { asRead } from "../put/as-read.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { guestExpiration, guestUser } from "./samples.ts";

const area = "users";
const safety = "write";

const readGuest = (t: CheckContext) =>
  t.once("the guest, read", async () => t.users.get((await guestUser(t)).id));

/** Slack's multi-channel guests (FACT-GUEST-03). */
export const guests: readonly Requirement[] = [
  {
    title: "a multi-channel guest can be created",
    area,
    safety,
    versions: slackClauses("SLACK-USER-29", "DOC", "FACT-GUEST-07"),
    expect: { type: "multi" },
    check: async (t) => ({ type: (await readGuest(t)).resource?.guest?.type }),
  },
  {
    title: "the expiration of a guest is stored",
    area,
    safety,
    versions: slackClauses("SLACK-USER-30", "DOC", "FACT-GUEST-04"),
    expect: { expiration: Date.parse(guestExpiration) },
    check: async (t) => ({
      expiration: Date.parse((await readGuest(t)).resource?.guest?.expiration ?? ""),
    }),
  },
  {
    title: "schemas of a guest lists the guest extension",
    area,
    safety,
    versions: slackClauses("SLACK-USER-31", "DOC", "FACT-GUEST-08"),
    expect: { named: true },
    check: async (t) => ({
      named: items(at((await readGuest(t)).json, "schemas")).includes(t.client.dialect.urns.guest),
    }),
  },
  {
    title: "PUT of an unmodified guest keeps type and expiration",
    area,
    safety,
    versions: slackClauses("SLACK-USER-32", "OBS", "FACT-GUEST-13"),
    expect: { status: oneOf(200, 204), type: "kept", expiration: "kept" },
    check: async (t) => {
      const { id } = await guestUser(t);
      const before = await readGuest(t);
      const read = asRead(before, id);
      const put = await t.users.replace(id, before.resource ?? {}, { change: () => read });
      const after = (await t.users.get(id)).resource?.guest;
      const kept = (name: "type" | "expiration") =>
        after?.[name] === before.resource?.guest?.[name] ? "kept" : asJson(after?.[name]);
      return { status: put.status, type: kept("type"), expiration: kept("expiration") };
    },
  },
];
