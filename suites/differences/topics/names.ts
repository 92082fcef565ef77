import { oneOf } from "../../expectation.ts";
import { patchedOnce } from "../../patch/patched-once.ts";
import { renamedByPut } from "../../put/renamed-by-put.ts";
import { blocked } from "../../run/stop.ts";
import { longNamed, oddlyNamed } from "../../users/odd-names.ts";
import { takenNameInCapitals } from "../../users/uniqueness.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { ada, createUser, lesson, patchUser, putUser, read } from "../lesson.ts";
import { addressAsName } from "../probing/address-as-name.ts";
import { afterPut } from "../probing/changed-put.ts";
import { inForms } from "../probing/changes-in-forms.ts";
import { inOwnForm } from "../probing/forms.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";

const doctor = { givenName: "Ada", familyName: "Lovelace", honorificPrefix: "Dr." } as const;

/** What the probes of a doctor's name have in common. */
const ofDoctor = { state: () => ({ name: doctor }), touches: ["name"] } as const;

const prefixCleared: Trial<string> = {
  ...ofDoctor,
  key: "DIFF-NAME-01, prefix",
  intents: () => [{ kind: "clear", path: "name.honorificPrefix" }],
  see: ({ name }) => {
    const kept = name?.givenName === doctor.givenName && name.familyName === doctor.familyName;
    return !name?.honorificPrefix && kept ? "cleared" : "otherwise";
  },
  usual: "cleared",
};

const nameCleared: Trial<string> = {
  ...ofDoctor,
  key: "DIFF-NAME-01, whole name",
  intents: () => [{ kind: "clear", path: "name" }],
  see: ({ name }) => {
    const left = Object.keys(doctor).filter((key) => name?.[key as keyof typeof doctor]);
    if (left.length === 0) return "cleared";
    return left.length === Object.keys(doctor).length ? "no effect" : "partly cleared";
  },
  usual: "cleared",
};

const givenNameSet = inForms({
  key: "DIFF-NAME-02",
  touches: ["name"],
  intents: () => [{ kind: "set", path: "name.givenName", value: "Augusta" }],
  done: ({ name }) => name?.givenName === "Augusta" && name.familyName === "Lovelace",
});

/** Names of users. */
export const names: readonly Difference[] = [
  {
    id: "DIFF-CASE-01",
    facts: ["FACT-FILTER-15", "FACT-FILTER-35", "FACT-USER-14"],
    area: "users",
    topic: "users",
    title: "the letter case of attribute names and of userName",
    kind: "documented",
    impact: "silent",
    v1: "Names in filters are case-insensitive; userNames are stored in lower case",
    v2: "Names and userName are case-insensitive in the RFC; userNames are stored in lower case",
    source: "SCIM 1.1 §3.8; RFC 7643 §2.1, §4.1.1; Slack reference",
    clientMustChange:
      'Spell attribute names as the schema does, "userName" and "title", not "USERNAME" or "TITLE". Send the value of userName in lower case, such as "augusta": both versions store it so.',
    lesson: lesson(
      "Exact spelling is right whatever your organisation does with other letter cases, so a client that spells names as the schema does has nothing to change.",
      createUser({
        userName: "augusta",
        title: "Countess",
        emails: [{ value: "augusta@example.com", primary: true }],
      }),
    ),
    expect: {
      "1.1": {
        attributeName: oneOf("any case", "its own case"),
        userNameInOtherCase: oneOf("taken", "altered"),
      },
      "2.0": {
        attributeName: oneOf("any case", "its own case"),
        userNameInOtherCase: oneOf("taken", "altered"),
      },
    },
    safety: "write",
    observe: async (t) => {
      const { user } = await afterPut(t, [], () => ({ title: _, ...body }) => ({
        ...body,
        // A title that no other probe sets.
        TITLE: "In capitals",
      }));
      const { sent } = await t.createdUser();
      const userName = sent.userName?.toUpperCase() ?? "";
      const { status, resource } = await takenNameInCapitals(t);
      const stored = resource?.userName?.toUpperCase();
      return {
        attributeName: user.title === "In capitals" ? "any case" : "its own case",
        userNameInOtherCase: status >= 400 ? "taken" : stored === userName ? "free" : "altered",
      };
    },
  },
  {
    id: "DIFF-USER-01",
    facts: ["FACT-USER-11", "FACT-USER-12", "FACT-USER-13"],
    area: "users",
    topic: "users",
    title: "the rules for a userName",
    kind: "documented",
    impact: "silent",
    v1: "At most 21 characters; special characters other than . _ - become _",
    v2: "The reference says only that it is required; the error codes for long names are the same",
    source: "Slack reference, tables of attributes",
    clientMustChange:
      'Keep each userName at 21 characters or fewer, and use letters, digits, ".", "_" and "-" only: send "augusta.king" in place of "augusta king!". What 2.0 makes of other characters is not known (FACT-USER-13).',
    lesson: lesson(
      "If both versions treated a long or special userName alike, or this was not probed, names that follow the rules of 1.1 are right in both.",
      createUser({
        userName: "augusta.king",
        emails: [{ value: "augusta@example.com", primary: true }],
      }),
    ),
    expect: {
      "1.1": { tooLong: "refused", specials: "become _" },
      "2.0": {
        tooLong: oneOf("refused", "kept", "changed"),
        specials: oneOf("become _", "refused", "kept"),
      },
    },
    safety: "write",
    observe: async (t) => {
      const long = await longNamed(t);
      const odd = await oddlyNamed(t);
      return {
        tooLong: outcomeOf(long),
        specials: odd.stored === odd.sent.replace(/[ !]/g, "_") ? "become _" : outcomeOf(odd),
      };
    },
  },
  {
    id: "DIFF-USER-05",
    facts: ["FACT-USER-13", "FACT-USER-15", "FACT-USER-18"],
    area: "users",
    topic: "users",
    title: "an e-mail address as userName",
    kind: "observed",
    impact: "silent",
    v1: 'Stored under another name: ada@example.com becomes ada. Afterwards userName eq "ada@example.com" finds no user',
    v2: "Not documented; assumed to be the same",
    source: "Slack reference; a recorded create (FACT-USER-15, FACT-USER-18, FACT-USER-13)",
    clientMustChange:
      'Store id and userName from the response to POST /Users. Look people up by that id, by the stored userName, or by address: email eq "<address>" in 1.1, emails eq "<address>" in 2.0 (DIFF-FILT-07). A script that searches for userName eq "<address>" and creates whom it does not find is rejected with username_taken or email_taken in each run: treat this 409 as "already exists". compare lists the affected users (user-name-from-address).',
    lesson: lesson(
      'If an address stayed unchanged as userName in both versions, userName eq "<address>" finds the user; if this was not probed, read the userName in the response to one create before you search by it.',
      createUser({
        userName: "augusta@example.com",
        emails: [{ value: "augusta@example.com", primary: true }],
      }),
      read({
        "1.1": '/Users?filter=email eq "augusta@example.com"',
        "2.0": '/Users?filter=emails eq "augusta@example.com"',
      }),
    ),
    expect: {
      "1.1": {
        stored: "the local part",
        byAddress: "no user",
        byStoredName: "the user",
        createdAgain: "rejected",
      },
      "2.0": {
        stored: oneOf("the local part", "the address", "another name"),
        byAddress: oneOf("no user", "the user", "other users", "refused"),
        byStoredName: oneOf("the user", "other users", "refused"),
        createdAgain: "rejected",
      },
    },
    assumes: {
      facts: ["FACT-USER-13"],
      expect: { "2.0": { stored: "the local part", byAddress: "no user" } },
    },
    safety: "write",
    observe: async (t) => ({ ...(await addressAsName(t)) }),
  },
  {
    id: "DIFF-USER-04",
    facts: ["FACT-PATCH-46", "FACT-PATCH-47"],
    area: "patch",
    topic: "users",
    title: "clearing userName or nickName",
    kind: "documented",
    impact: "silent",
    v1: "Forbidden by the reference: the name stays",
    v2: "Not documented; assumed to be the same",
    source: "Slack reference",
    clientMustChange:
      'Never send "userName": "" or "nickName": "", and never name either in a remove operation. To rename, send {"op": "replace", "path": "userName", "value": "ada.king"}; nickName follows.',
    lesson: lesson(
      "If both versions kept the names, a mistake does no harm; if this was not probed, what 2.0 does with an empty name is not known, so do not send one.",
      patchUser([{ kind: "set", path: "userName", value: "ada.king" }]),
    ),
    expect: {
      "1.1": { emptyUserName: "stays", emptyNickName: "stays", removed: "stays" },
      "2.0": {
        emptyUserName: oneOf("stays", "changes"),
        emptyNickName: oneOf("stays", "changes"),
        removed: oneOf("stays", "changes"),
      },
    },
    safety: "write",
    observe: async (t) => {
      const after = async (send: typeof patchedOnce.emptyUserName) => {
        const { before, read } = await send(t);
        if (!read.resource) throw blocked(`reading the user returned HTTP ${read.status}`);
        return read.resource.userName === before.userName ? "stays" : "changes";
      };
      return {
        emptyUserName: await after(patchedOnce.emptyUserName),
        emptyNickName: await after(patchedOnce.emptyNickName),
        removed: await after(patchedOnce.withoutUserName),
      };
    },
  },
  {
    id: "DIFF-NAME-01",
    facts: ["FACT-PATCH-55", "FACT-PATCH-56", "FACT-PATCH-57"],
    area: "patch",
    topic: "names",
    title: "clearing parts of a name",
    kind: "documented",
    impact: "silent",
    v1: '"name.honorificPrefix" for one part, "name" for all, in meta.attributes',
    v2: "Only the removal of name.honorificPrefix is shown; that of name may have another effect",
    source: "Slack reference",
    clientMustChange:
      'Send one remove operation for each part, such as {"op": "remove", "path": "name.honorificPrefix"}, in place of "name.honorificPrefix" or "name" in meta.attributes. The reference shows no remove at name.',
    lesson: lesson(
      "If a remove at name cleared all parts in 2.0 as well, one operation is enough; if this was not probed, remove the parts one by one.",
      patchUser([{ kind: "clear", path: "name.honorificPrefix" }]),
    ),
    expect: {
      "1.1": { honorificPrefix: "cleared", wholeName: "cleared" },
      "2.0": {
        honorificPrefix: "cleared",
        wholeName: oneOf("cleared", "partly cleared", "no effect"),
      },
    },
    assumes: { facts: ["FACT-PATCH-57"], expect: { "2.0": { wholeName: "cleared" } } },
    safety: "write",
    trials: () => [prefixCleared, nameCleared],
    observe: async (t) => ({
      honorificPrefix: await tried(t, prefixCleared),
      wholeName: await tried(t, nameCleared),
    }),
  },
  {
    id: "DIFF-NAME-02",
    facts: ["FACT-PATCH-53", "FACT-PATCH-54"],
    area: "patch",
    topic: "names",
    title: "setting one part of a name",
    kind: "documented",
    impact: "breaking",
    v1: "An object that is merged: the other parts stay",
    v2: "A replace operation at name.givenName, or an add operation at name with an object",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "replace", "path": "name.givenName", "value": "Augusta"} in place of {"name": {"givenName": "Augusta"}}. The other parts, such as familyName, stay in both versions.',
    lesson: lesson(
      "If 2.0 changed the name by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the old name to stay.",
      patchUser([{ kind: "set", path: "name.givenName", value: "Augusta" }]),
    ),
    expect: inOwnForm,
    safety: "write",
    ...givenNameSet,
  },
  {
    id: "SAME-05",
    facts: ["FACT-USER-19", "FACT-PUT-20"],
    area: "users",
    topic: "users",
    title: "nickName mirrors userName",
    kind: "documented",
    impact: "silent",
    ...sayingBoth("Both have the same value; a PUT that renames must send both"),
    source: "Slack reference; Java SDK",
    clientMustChange:
      'Keep sending userName and nickName with the same new value in a PUT that renames: "userName": "ada.king", "nickName": "ada.king". Both versions need both.',
    lesson: lesson(
      "If the versions disagreed, or this was not probed, rename one test user by PUT and read its userName and nickName before you rename more.",
      putUser({ ...ada, userName: "ada.king", nickName: "ada.king" }),
    ),
    ...sameInBoth({ mirrors: true, renamedByBoth: true }),
    safety: "write",
    observe: async (t) => {
      const { renamed, before, read } = await renamedByPut(t);
      const { userName, nickName } = read.resource ?? {};
      return {
        mirrors: before.nickName === before.userName,
        renamedByBoth: userName === renamed && nickName === renamed,
      };
    },
  },
];

/** The effect of a userName: `refused`, `kept` or `changed`. */
function outcomeOf({ sent, stored }: { sent: string; stored: string | undefined }): string {
  if (stored === undefined) return "refused";
  return stored === sent ? "kept" : "changed";
}
