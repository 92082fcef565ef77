import type { Statement } from "./statement.ts";

/** RFC 7644 §3.5.2.1 to §3.5.2.3: the operations add, remove and replace of PATCH. */
export const rfc7644PatchOperations: readonly Statement[] = [
  ["SCIM20-7644-3.5.2.1-01", "MUST", "An add operation MUST have a value."],
  [
    "SCIM20-7644-3.5.2.1-02",
    "MUST*",
    "Adding to a singular attribute sets its value, or replaces the existing one.",
  ],
  [
    "SCIM20-7644-3.5.2.1-03",
    "MUST*",
    "Adding to a multi-valued attribute keeps the existing values and adds the new one.",
  ],
  [
    "SCIM20-7644-3.5.2.1-04",
    "MUST*",
    "The value of an add to a complex attribute is a set of sub-attributes, which are merged into it.",
  ],
  [
    "SCIM20-7644-3.5.2.1-05",
    "SHOULD",
    "Adding a value that the resource already has SHOULD succeed and change nothing.",
  ],
  [
    "SCIM20-7644-3.5.2.1-06",
    "SHALL NOT",
    "Adding a value that the resource already has SHALL NOT change meta.lastModified.",
  ],
  [
    "SCIM20-7644-3.5.2.1-07",
    "MUST*",
    "The value of an add to a multi-valued attribute can be a single object instead of an array.",
  ],
  ["SCIM20-7644-3.5.2.2-01", "MUST*", "Removing a singular attribute makes it unassigned."],
  [
    "SCIM20-7644-3.5.2.2-02",
    "SHALL",
    "Removing a multi-valued attribute without a filter SHALL remove all of its values.",
  ],
  [
    "SCIM20-7644-3.5.2.2-03",
    "SHALL",
    "Removing with a filter on value SHALL remove exactly the values that match.",
  ],
  [
    "SCIM20-7644-3.5.2.2-04",
    "MUST*",
    "A string in the filter of a path is in double quotes; without them the path is a syntax error.",
  ],
  [
    "SCIM20-7644-3.5.2.2-05",
    "SHALL",
    "Removing with a filter on sub-attributes SHALL remove the values that match it.",
  ],
  [
    "SCIM20-7644-3.5.2.2-06",
    "SHALL",
    "A service provider SHALL reject the removal of a required or readOnly attribute with an error response and the scimType mutability.",
  ],
  [
    "SCIM20-7644-3.5.2.2-07",
    "MUST*",
    "Removing a user who is not a member of the group succeeds and changes nothing.",
  ],
  [
    "SCIM20-7644-3.5.2.2-08",
    "MUST*",
    "A value in a remove operation has no effect; the path tells what to remove.",
  ],
  [
    "SCIM20-7644-3.5.2.3-01",
    "SHALL",
    "The value of a replace operation without a path SHALL be an object with the attributes to replace.",
  ],
  ["SCIM20-7644-3.5.2.3-02", "MUST*", "Replacing a singular attribute replaces its value."],
  [
    "SCIM20-7644-3.5.2.3-03",
    "SHALL",
    "A service provider SHALL treat a replace of an attribute that is not set as an add.",
  ],
  [
    "SCIM20-7644-3.5.2.3-04",
    "SHALL",
    "The value of a replace of a complex attribute SHALL be a set of sub-attributes; those that it omits stay unchanged.",
  ],
  [
    "SCIM20-7644-3.5.2.3-05",
    "MUST*",
    "Replacing a multi-valued attribute without a filter replaces all of its values.",
  ],
  [
    "SCIM20-7644-3.5.2.3-06",
    "SHALL",
    "A replace whose path has a value filter SHALL replace every value that matches.",
  ],
  [
    "SCIM20-7644-3.5.2.3-07",
    "MUST*",
    "A replace whose path has a value filter and a sub-attribute replaces only that sub-attribute, in every value that matches.",
  ],
  [
    "SCIM20-7644-3.5.2.3-08",
    "SHALL",
    "A service provider SHALL reject a replace whose value filter matches nothing with 400 Bad Request and the scimType noTarget.",
  ],
];
