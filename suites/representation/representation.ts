import type { Requirement } from "../requirement.ts";
import { commonAttributes } from "./common-attributes.ts";
import { schemasAttribute } from "./schemas-attribute.ts";
import { slackRepresentation } from "./slack-representation.ts";
import { urlsInRepresentations } from "./urls.ts";
import { userAttributes } from "./user-attributes.ts";
import { values } from "./values.ts";

/** The area of representations. */
export const representation: readonly Requirement[] = [
  ...commonAttributes,
  ...schemasAttribute,
  ...values,
  ...urlsInRepresentations,
  ...userAttributes,
  ...slackRepresentation,
];
