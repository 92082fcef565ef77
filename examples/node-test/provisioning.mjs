/**
 * The code under test: a client's own. It encodes a user of its directory as the body of a SCIM 2.0
 * create in Slack.
 *
 * @param {{ login: string, mail: string, first?: string, last?: string, department?: string }} person
 */
export function createBody(person) {
  const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  return {
    schemas: [
      "urn:ietf:params:scim:schemas:core:2.0:User",
      ...(person.department ? [enterprise] : []),
    ],
    userName: person.login,
    emails: [{ value: person.mail, primary: true }],
    ...(person.first || person.last
      ? { name: { givenName: person.first ?? "", familyName: person.last ?? "" } }
      : {}),
    ...(person.department ? { [enterprise]: { department: person.department } } : {}),
  };
}
