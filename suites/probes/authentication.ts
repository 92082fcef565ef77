import { asJson, at } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

const token = { value: "xoxp-not-a-token" };
const withBadToken = (t: CheckContext) =>
  t.once("a read with a bad token", () => t.users.search({ count: 1, token }));
const listOfOne = (t: CheckContext) => t.once("one user", () => t.users.search({ count: 1 }));

/** Tokens and availability: parts (b) and (c) of the catalogue, and the control. */
export const authenticationProbes: readonly Probe[] = [
  {
    id: "DIFF-AUTH-01",
    safety: "read",
    observe: async (t) => {
      const { status, error } = await withBadToken(t);
      return { status, code: error?.code, envelope: error?.envelope };
    },
  },
  {
    id: "DIFF-AUTH-02",
    safety: "read",
    observe: async (t) => ({
      challenge: (await withBadToken(t)).headers["www-authenticate"] !== undefined,
    }),
  },
  {
    id: "DIFF-GATE-01",
    safety: "read",
    observe: async (t) => {
      const { status, error } = await listOfOne(t);
      return { validToken: status < 300 ? "served" : (error?.code ?? "refused") };
    },
  },
  {
    id: "SAME-14",
    safety: "read",
    observe: async (t) => {
      const { error, json } = await withBadToken(t);
      return {
        works: (await listOfOne(t)).status === 200,
        envelope: error?.envelope,
        urn: asJson(at(json, "schemas")),
      };
    },
  },
];
