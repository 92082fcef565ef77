import type { NeutralUser } from "../../schemas/index.ts";
import { createUser, example, patchUser, read } from "./lesson.ts";

/* Steps that lessons of several topics share: mostly reads, which a reader can send without harm. */

/** A user that does not exist yet, with what Slack requires. */
export const newUser = {
  userName: "lin",
  name: { givenName: "Lin", familyName: "Ng" },
  emails: [{ value: "lin@example.com", primary: true }],
} satisfies NeutralUser;

export const oneUser = read("/Users?count=1");
export const readAda = read(`/Users/${example.user}`);
export const team = read(`/Groups/${example.group}`);
export const adaByName = read('/Users?filter=userName eq "ada"');
/** The largest page: the first step of reading all users. */
export const allUsers = read("/Users?startIndex=1&count=1000");

/** The configuration, at the path of each version. */
export const configuration = read({
  "1.1": "/ServiceProviderConfigs",
  "2.0": "/ServiceProviderConfig",
});
export const schemaOfUsers = read("/Schemas/Users");
export const resourceTypes = read("/ResourceTypes");

/** Is rejected: there is no such user. */
export const unknownUser = read("/Users/U00000000000");
/** Is rejected: the address is that of ada. */
export const createWithTakenAddress = createUser({
  ...newUser,
  emails: [{ value: "ada@example.com", primary: true }],
});

/** A small change, where any PATCH serves. */
export const titleChange = patchUser([{ kind: "set", path: "title", value: "Engineer" }]);
