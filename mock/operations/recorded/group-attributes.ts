import { complex, id, type RecordedAttribute, text } from "./attribute.ts";

/**
 * The attributes of a group, in order. `displayName` is called read-only in v1.1
 * (FACT-DISCOVERY-70), and `members` required (FACT-DISCOVERY-71, FACT-DISCOVERY-72,
 * FACT-DISCOVERY-96).
 */
export const recordedGroupAttributes: readonly RecordedAttribute[] = [
  id,
  text("displayName", "A human readable name for the Group. REQUIRED.", {
    required: true,
    readOnly: true,
    mutability: "readWrite",
    returned: "always",
    uniqueness: "server",
  }),
  complex(
    "members",
    'A list of members of the Group. Canonical Type "User" is currently supported and READ-ONLY. The value must be the "id" of a SCIM User resource.',
    [
      text("value", 'The "id" of a SCIM User resource. REQUIRED.', {
        required: true,
        readOnly: true,
        mutability: "immutable",
      }),
      text(
        "display",
        "A human readable name for the member, primarily used for display purposes. READ-ONLY.",
        { readOnly: true, mutability: "immutable" },
      ),
    ],
    { multiValued: true, childName: "member", required: true },
  ),
];
