import type { JsonObject } from "../../schemas/json-value.ts";
import type { NeutralUser } from "../../schemas/types.generated.ts";
import type { Call } from "../call.ts";
import { type ErrorCode, ScimError } from "../errors.ts";
import { compileRules } from "../faults/compile.ts";
import { createUser } from "../operations/users.ts";
import type { MockSettings } from "../settings.ts";
import { urnsOf } from "../urns.ts";
import type { Organization } from "./organization.ts";

/** A user that the organisation cannot have: the message is one line with the place in the list. */
export class PeopleError extends Error {
  override readonly name = "PeopleError";
}

/** What ids of a file may look like: they become parts of paths. */
const idForm = /^[\w-]{1,64}$/;
const urns = urnsOf("2.0");

/**
 * Adds users to an organisation, as a POST in 2.0 would create them: with the settings, and without
 * faults. Ids are kept, so that managers can refer to them; what the organisation decides itself
 * (`meta`, `groups`, `externalId`) and passwords are ignored.
 *
 * @throws PeopleError naming the user and Slack's error code, such as `/3/userName: username_taken`
 */
export function addPeople(
  organization: Organization,
  people: readonly NeutralUser[],
  settings: Readonly<MockSettings>,
): void {
  const ids = people.map((person, index) => addPerson(organization, person, index, settings));
  // A manager may come later in the list.
  people.forEach((person, index) => {
    const wanted = person.enterprise?.managerId;
    const user = organization.user(ids[index] ?? "");
    if (!wanted || !user) return;
    const manager =
      organization.user(wanted) ??
      organization.userByEmail(wanted) ??
      organization.userByName(wanted);
    if (!manager) throw new PeopleError(`/${index}/enterprise/managerId: unknown_user`);
    user.enterprise.managerId = manager.id;
  });
}

/** @returns the id of the new user */
function addPerson(
  organization: Organization,
  person: NeutralUser,
  index: number,
  settings: Readonly<MockSettings>,
): string {
  const { id } = person;
  if (id !== undefined && !idForm.test(id)) {
    throw new PeopleError(`/${index}/id: must be 1 to 64 letters, digits, - or _`);
  }
  if (id !== undefined && organization.user(id)) {
    throw new PeopleError(`/${index}/id: another user has it`);
  }
  const call: Call = {
    version: "2.0",
    method: "POST",
    path: "",
    operation: "create",
    resource: "Users",
    id: "",
    query: {},
    body: bodyOf(person),
    token: undefined,
    baseUrl: "",
    organization,
    rules: {
      ...compileRules("2.0", { ...settings, photoDelayMs: 0 }, []),
      storeUser: (draft) => {
        if (id !== undefined) draft.id = id;
        // A guest is created active, and may be deactivated later.
        if (person.active === false) draft.active = false;
      },
    },
  };
  try {
    return String(createUser(call).body?.id);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    throw new PeopleError(`/${index}${memberOf(error.code)}: ${error.message}`);
  }
}

/** The body of a POST in 2.0. A null member means empty, which is the same as none. */
function bodyOf({ enterprise, guest, profile, ...core }: NeutralUser): JsonObject {
  const { id: _id, meta: _meta, groups: _groups, password: _password, ...sent } = core;
  const { managerId: _managerId, ...employment } = enterprise ?? {};
  const { channels: _channels, ...guestship } = guest ?? {};
  const blocks = {
    ...(enterprise && { [urns.enterprise]: employment }),
    ...(guest && { [urns.guest]: guestship }),
    ...(profile && { [urns.profile]: profile }),
  };
  const members = Object.entries(sent).filter(([, value]) => value !== null);
  return {
    schemas: [urns.user, ...Object.keys(blocks)],
    ...Object.fromEntries(members),
    ...blocks,
  };
}

/** The member that an error code is about, as the end of a JSON Pointer; empty where it does not say. */
function memberOf(code: ErrorCode): string {
  const [first = ""] = code.replace(/^(?:long|missing_primary)_/, "").split("_");
  return members[first.toLowerCase()] ?? "";
}

const members: Readonly<Record<string, string>> = {
  username: "/userName",
  truncation: "/userName",
  email: "/emails",
  emails: "/emails",
  bad: "/emails",
  addresses: "/addresses",
  phonenumbers: "/phoneNumbers",
  photos: "/photos",
  roles: "/roles",
  improper: "/enterprise",
};
