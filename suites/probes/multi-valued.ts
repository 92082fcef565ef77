import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser, NeutralValue } from "../../schemas/index.ts";
import { items } from "../json.ts";
import { primaryOf, valuesOf } from "../patch/patching.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { afterPatch, put, shown, userAt, userChangeInForms } from "./forms.ts";

type User = Created<NeutralUser>;

const addressOf = ({ sent }: User): string => sent.emails?.[0]?.value ?? "";
/** Addresses that only this user can have. */
const second = (user: User): string => `second-${addressOf(user)}`;
const third = (user: User): string => `third-${addressOf(user)}`;

const twoAddresses = (user: User): Partial<NeutralUser> => ({
  emails: [...(user.sent.emails ?? []), { value: second(user), primary: false }],
});

/** Whether the user has these addresses and no other, the first being the primary one. */
function has({ emails }: NeutralUser, ...addresses: string[]): boolean {
  return (
    primaryOf(emails) === addresses[0] &&
    valuesOf(emails).sort().join() === [...addresses].sort().join()
  );
}

const [home, cell, other] = ["+1 555 0100", "+1 555 0101", "+1 555 0199"] as const;
const twoNumbers = (): Partial<NeutralUser> => ({
  phoneNumbers: [
    { value: home, primary: true },
    { value: cell, primary: false },
  ],
});

/** Slack's two numbers, told apart by their marks in an answer (facts §5.4). */
const slots = ({ phoneNumbers }: NeutralUser) => {
  const entries = shown(phoneNumbers, "phone numbers");
  return {
    primary: entries.find((entry) => entry.primary === true)?.value ?? undefined,
    mobile: entries.find((entry) => entry.type === "mobile")?.value ?? undefined,
  };
};

/** E-mail addresses and phone numbers: part (d) of the catalogue. */
export const multiValuedProbes: readonly Probe[] = [
  {
    id: "DIFF-EMAIL-01",
    safety: "write",
    observe: async (t) => {
      const forms = await userChangeInForms(t, {
        state: twoAddresses,
        intents: (user) => [{ kind: "remove", path: "emails", match: { value: second(user) } }],
        done: (after, user) => has(after, addressOf(user)),
      });
      return { ...forms, byMark: await removedByMark(t) };
    },
  },
  {
    id: "DIFF-EMAIL-02",
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        state: twoAddresses,
        intents: (user, form) =>
          form === "1.1"
            ? [
                {
                  kind: "add",
                  path: "emails",
                  values: [
                    { value: addressOf(user), primary: true },
                    { value: third(user), primary: false },
                  ],
                },
              ]
            : [
                {
                  kind: "changeValue",
                  path: "emails",
                  match: { primary: false },
                  to: { value: third(user) },
                },
              ],
        done: (after, user) => has(after, addressOf(user), third(user)),
      }),
  },
  {
    id: "DIFF-EMAIL-03",
    safety: "write",
    observe: async (t) => ({
      array: await added(t, (body) => body),
      singleObject: await added(t, withoutArrays),
    }),
  },
  {
    id: "DIFF-EMAIL-04",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseUser(async (user) => {
        await put(t, user, twoAddresses(user));
        await t.users.patch(user.id, [{ kind: "clear", path: "emails" }]);
        const { emails } = await userAt(t, user.id);
        return {
          secondary: valuesOf(emails).includes(second(user)) ? "stays" : "is gone",
          primary: primaryOf(emails) === addressOf(user) ? "stays" : "is gone",
        };
      }),
  },
  {
    id: "DIFF-PHONE-01",
    safety: "write",
    observe: async (t) => {
      const values: NeutralValue[] = [
        { value: home, type: "work" },
        { value: cell, type: "mobile" },
      ];
      const seen = await t.fixtures.leaseUser(async (user) => {
        await put(t, user, { phoneNumbers: values });
        return slots(await userAt(t, user.id));
      });
      const place = (number: string) =>
        seen.primary === number ? "primary" : seen.mobile === number ? "mobile" : "nowhere";
      return { sentAsMobile: place(cell), sentAsWork: place(home) };
    },
  },
  {
    id: "DIFF-PHONE-02",
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        state: twoNumbers,
        intents: (_user, form) =>
          form === "1.1"
            ? [{ kind: "add", path: "phoneNumbers", values: [{ value: other, primary: true }] }]
            : [
                {
                  kind: "changeValue",
                  path: "phoneNumbers",
                  match: { value: home },
                  to: { value: other },
                },
              ],
        done: (after) => {
          const { primary, mobile } = slots(after);
          return primary === other && mobile === cell;
        },
      }),
  },
  {
    id: "DIFF-PHONE-03",
    safety: "write",
    observe: async (t) => {
      const forms = await userChangeInForms(t, {
        state: twoNumbers,
        intents: () => [{ kind: "remove", path: "phoneNumbers", match: { value: cell } }],
        done: (after) => {
          const { primary, mobile } = slots(after);
          return primary === home && mobile === undefined;
        },
      });
      const emptied = await afterPatch(
        t,
        () => [{ kind: "clear", path: "phoneNumbers" }],
        twoNumbers(),
      );
      const left = valuesOf(shown(emptied.phoneNumbers, "phone numbers"));
      return { ...forms, all: left.length === 0 ? "works" : "no effect" };
    },
  },
];

/** Removes the secondary address as the one that is not primary. */
function removedByMark(t: CheckContext): Promise<string> {
  return t.fixtures.leaseUser(async (user) => {
    await put(t, user, twoAddresses(user));
    await t.users.patch(user.id, [{ kind: "remove", path: "emails", match: { primary: false } }]);
    return has(await userAt(t, user.id), addressOf(user)) ? "works" : "no effect";
  });
}

/** Adds an address in a body that was changed, and says what came of it. */
function added(t: CheckContext, change: (body: JsonObject) => JsonObject): Promise<string> {
  return t.fixtures.leaseUser(async (user) => {
    const answer = await t.users.patch(
      user.id,
      [{ kind: "add", path: "emails", values: [{ value: second(user), primary: false }] }],
      { change },
    );
    const done = has(await userAt(t, user.id), addressOf(user), second(user));
    return done ? "works" : answer.status >= 400 ? "refused" : "no effect";
  });
}

/** The first address in place of the array of addresses, in the body of either version. */
function withoutArrays(body: JsonObject): JsonObject {
  if (body.emails !== undefined) return { ...body, emails: items(body.emails)[0] };
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({ ...each, value: items(each.value)[0] })),
  };
}
