// Written by `npm run generate:types` from the JSON Schemas. Do not edit.

export type NeutralName = {
  givenName?: string | null;
  familyName?: string | null;
  honorificPrefix?: string | null;
  middleName?: string | null;
  honorificSuffix?: string | null;
  formatted?: string | null;
} | null;
export type NeutralEnterprise = {
  employeeNumber?: string | null;
  costCenter?: string | null;
  organization?: string | null;
  division?: string | null;
  department?: string | null;
  /**
   * The id of the manager, regardless of the member name in each version.
   */
  managerId?: string | null;
} | null;
/**
 * Slack's guest extension. Its presence makes the user a guest.
 */
export type NeutralGuest = {
  type?: string | null;
  expiration?: string | null;
  channels?: NeutralValue[] | null;
} | null;
export type NeutralProfile = {
  startDate?: string | null;
} | null;
/**
 * One change of a resource, independent of a version's body. `path` is the neutral name: `title`, `name.givenName`, `enterprise.department`, `enterprise`, `guest`, `guest.expiration`, `profile.startDate`, `emails`, `members` …
 */
export type PatchIntent =
  SetIntent | ClearIntent | AddIntent | RemoveIntent | ReplaceValuesIntent | ChangeValueIntent;
/**
 * 1.1: a plain attribute is named in meta.attributes, or set to one space (FACT-PATCH-42, FACT-PATCH-17).
 */
export type ClearedForm = "named" | "space";
/**
 * Both versions: roles as objects, or as plain strings (FACT-PATCH-78).
 */
export type RolesForm = "objects" | "strings";
/**
 * 2.0: one address or number is added as an array of one, or as a plain object (FACT-PATCH-59).
 */
export type SingleForm = "list" | "object";
/**
 * 2.0: the id of a member in a path is quoted, or bare as in Slack's example (FACT-PATCH-97).
 */
export type IdsForm = "quoted" | "bare";
/**
 * 2.0: part of a name or of an extension is set at its own path, or in an object at the path of the whole (FACT-PATCH-53, FACT-PATCH-54).
 */
export type PartForm = "path" | "object";
/**
 * 2.0: the secondary address is removed by its value, or by `primary eq false` (FACT-PATCH-62). Only for an intent that does mean the secondary address.
 */
export type SecondaryForm = "value" | "primary";
/**
 * 2.0: an address is changed at the sub-attribute, or as a whole entry at `emails[primary eq false]` (FACT-PATCH-63). Only for an intent that does mean the secondary address.
 */
export type ChangeForm = "part" | "entry";
/**
 * 2.0: the op that carries an object to an extension's URN. Both are documented (FACT-PATCH-80, FACT-PATCH-82), but not what `replace` does to the attributes that the object lacks.
 */
export type BlockForm = "add" | "replace";
/**
 * 2.0: a member is removed by a filter in the path (FACT-GROUP-51), or by a value at `members`, which empties the group (FACT-GROUP-53).
 */
export type MemberForm = "filter" | "value";
/**
 * 2.0: an attribute is set at its path, or by an operation without one: seen on groups (FACT-PATCH-26), assumed for users (FACT-PATCH-27).
 */
export type PathForm = "given" | "omitted";
/**
 * Both versions: the separator between the URN of an extension and its attribute: as Slack documents it for this attribute, always a dot, or always the colon of the standards (FACT-PATCH-85, FACT-PATCH-89).
 */
export type SeparatorForm = "documented" | "." | ":";
/**
 * The syntax tree of a filter. Attributes have their neutral names (`userName`, `email`, `displayName`, `name.givenName`, `restricted` …); a dialect writes them.
 */
export type Filter = CompareFilter | PresentFilter | LogicFilter | NotFilter | ValuePathFilter;
/**
 * coverage.json: which statements of the standards, and which facts about Slack, one run tested.
 */
export type Coverage = CoveredStatement[];
/**
 * The areas of requirements and differences, in the order of a run.
 */
export type Area =
  | "discovery"
  | "authentication"
  | "representation"
  | "pagination"
  | "filters"
  | "users"
  | "groups"
  | "patch"
  | "put"
  | "delete"
  | "errors";
/**
 * The environment variables that hold the credentials. A file never contains a secret.
 */
export type TargetAuth = TargetBearerAuth | TargetBasicAuth;
export type ConfigArea =
  | "discovery"
  | "authentication"
  | "representation"
  | "pagination"
  | "filters"
  | "users"
  | "groups"
  | "patch"
  | "put"
  | "delete"
  | "errors";
/**
 * The environment variables that held the credentials of the target: their names, never a value.
 */
export type CredentialVariables =
  | {
      /**
       * The name of an environment variable.
       */
      token: string;
    }
  | {
      /**
       * The name of an environment variable.
       */
      username: string;
      /**
       * The name of an environment variable.
       */
      password: string;
    };
export type ReasonCode =
  | "not-offered"
  | "not-applicable"
  | "optional"
  | "read-only"
  | "budget"
  | "blocked-by"
  | "not-selected"
  | "other-traffic"
  | "stopped"
  | "rate-limited"
  | "server-error"
  | "timeout"
  | "connection"
  | "aborted"
  | "internal"
  | "not-known";
/**
 * `accepted`: by a person; `new`: added by --baseline-update and not explained yet, which --strict refuses.
 */
export type Acceptance = "accepted" | "new";
/**
 * `accepted`: by a person; `new`: added by --baseline-update and not explained yet, which --strict refuses.
 */
export type Acceptance1 = "accepted" | "new";
/**
 * `accepted`: by a person; `new`: added by --baseline-update and not explained yet, which --strict refuses.
 */
export type Acceptance2 = "accepted" | "new";
/**
 * What is certified: Slack's SCIM API in one version or both, or any server by a standard alone.
 */
export type CertificationClass = "slack-2.0" | "slack-both" | "rfc-2.0" | "rfc-1.1";
export type CertificationLevel =
  "conformant" | "conformant with declared deviations" | "partial" | "not conformant";
export type CertifiedVersion = "1.1" | "2.0";
export type MigrationStatus =
  | "same"
  | "rewritten"
  | "changes-meaning"
  | "no-equivalent"
  | "never-worked"
  | "no-effect-seen"
  | "unreadable";
/**
 * same: both versions carried it out and left the same state. other: another state, another answer to a GET, or 2.0 rejected what 1.1 carried out. only-2.0: 1.1 rejected it and 2.0 carried it out. both-rejected: nothing is shown of the effect. Of a form, the worst of its replays.
 */
export type ReplayOutcome = "same" | "other" | "only-2.0" | "both-rejected" | "not-replayed";
/**
 * @minItems 1
 */
export type SchemasV1 = [string, ...string[]];
export type IdV1 = string;
export type ExternalIdV1 = string;
export type LocaleV1 = string;
export type EmailsV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
    }
)[];
export type PhoneNumbersV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
    }
)[];
/**
 * ims, entitlements and roles.
 */
export type ValuesV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
    }
)[];
export type PhotosV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
    }
)[];
export type AddressesV1 = {
  formatted?: string;
  streetAddress?: string;
  locality?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  type?: string;
  primary?: boolean;
}[];
export type UserGroupsV1 = {
  value: string;
  display?: string;
  type?: "direct" | "indirect";
  primary?: boolean;
}[];
export type CertificatesV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
    }
)[];
/**
 * @minItems 1
 */
export type SchemasV11 = [string, ...string[]];
export type MembersV1 = {
  value: string;
  display?: string;
  type?: "User" | "Group";
  primary?: boolean;
}[];
/**
 * @minItems 1
 */
export type SchemasV12 = [string, ...string[]];
/**
 * A list of users in SCIM 1.1.
 */
export type UserListV1 = ListV1 & {
  Resources?: UserV1[];
  [k: string]: unknown;
};
/**
 * A list of groups in SCIM 1.1.
 */
export type GroupListV1 = ListV1 & {
  Resources?: GroupV1[];
  [k: string]: unknown;
};
/**
 * @minItems 1
 */
export type SchemasV13 = [string, ...string[]];
/**
 * @minItems 1
 */
export type PrimaryOnce = [
  {
    type?: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUrl?: string;
    documentationUrl?: string;
    primary?: boolean;
  },
  ...{
    type?: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUrl?: string;
    documentationUrl?: string;
    primary?: boolean;
  }[]
];
/**
 * @minItems 1
 */
export type SchemasV14 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV2 = [string, ...string[]];
export type IdV2 = string;
export type ExternalIdV2 = string | null;
export type NameV2 = {
  formatted?: string | null;
  familyName?: string | null;
  givenName?: string | null;
  middleName?: string | null;
  honorificPrefix?: string | null;
  honorificSuffix?: string | null;
} | null;
export type EmailsV2 =
  | {
      value?: string | null;
      display?: string | null;
      type?: string | null;
      primary?: boolean | null;
      $ref?: string | null;
    }[]
  | null;
/**
 * phoneNumbers, ims, entitlements and roles.
 */
export type ValuesV2 =
  | {
      value?: string | null;
      display?: string | null;
      type?: string | null;
      primary?: boolean | null;
      $ref?: string | null;
    }[]
  | null;
export type PhotosV2 =
  | {
      value?: string | null;
      display?: string | null;
      type?: "photo" | "thumbnail" | null;
      primary?: boolean | null;
      $ref?: string | null;
    }[]
  | null;
export type AddressesV2 =
  | {
      type?: string | null;
      primary?: boolean | null;
      formatted?: string | null;
      streetAddress?: string | null;
      locality?: string | null;
      region?: string | null;
      postalCode?: string | null;
      country?: string | null;
    }[]
  | null;
export type UserGroupsV2 =
  | {
      value: string;
      $ref?: string | null;
      display?: string | null;
      type?: "direct" | "indirect" | null;
    }[]
  | null;
export type CertificatesV2 =
  | {
      value?: string | null;
      display?: string | null;
      type?: string | null;
      primary?: boolean | null;
      $ref?: string | null;
    }[]
  | null;
export type EnterpriseUserV2 = {
  employeeNumber?: string | null;
  costCenter?: string | null;
  organization?: string | null;
  division?: string | null;
  department?: string | null;
  manager?: {
    value?: string | null;
    $ref?: string | null;
    displayName?: string | null;
  } | null;
} | null;
/**
 * @minItems 1
 */
export type SchemasV21 = [string, ...string[]];
export type MembersV2 =
  | {
      value: string;
      $ref?: string | null;
      display?: string | null;
      type?: "User" | "Group" | null;
    }[]
  | null;
/**
 * The block under urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.
 */
export type EnterpriseUserBlockV2 = {
  employeeNumber?: string | null;
  costCenter?: string | null;
  organization?: string | null;
  division?: string | null;
  department?: string | null;
  manager?: {
    value?: string | null;
    $ref?: string | null;
    displayName?: string | null;
  } | null;
} | null;
/**
 * @minItems 1
 */
export type SchemasV22 = [string, ...string[]];
/**
 * A list of users in SCIM 2.0.
 */
export type UserListV2 = ListV2 & {
  Resources?: UserV2[];
  [k: string]: unknown;
};
/**
 * A list of groups in SCIM 2.0.
 */
export type GroupListV2 = ListV2 & {
  Resources?: GroupV2[];
  [k: string]: unknown;
};
/**
 * A list of schema documents in SCIM 2.0.
 */
export type SchemaListV2 = ListV2 & {
  Resources?: SchemaV2[];
  [k: string]: unknown;
};
/**
 * @minItems 1
 */
export type SchemasV23 = [string, ...string[]];
/**
 * A list of resource types in SCIM 2.0.
 */
export type ResourceTypeListV2 = ListV2 & {
  Resources?: ResourceTypeV2[];
  [k: string]: unknown;
};
/**
 * @minItems 1
 */
export type SchemasV24 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV25 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV26 = [string, ...string[]];
/**
 * @minItems 1
 */
export type PrimaryOnce1 = [
  {
    type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUri?: string;
    documentationUri?: string;
    primary?: boolean;
  },
  ...{
    type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUri?: string;
    documentationUri?: string;
    primary?: boolean;
  }[]
];
export type SlackUserId = string;
export type SlackExternalId = "";
/**
 * The primary address, then the secondary one.
 *
 * @minItems 1
 * @maxItems 2
 */
export type SlackEmails =
  | [
      {
        value: string;
        primary: boolean;
      }
    ]
  | [
      {
        value: string;
        primary: boolean;
      },
      {
        value: string;
        primary: boolean;
      }
    ];
/**
 * @maxItems 1
 */
export type SlackPhotos =
  | []
  | [
      {
        value: string;
        type: "photo";
        primary?: boolean;
      }
    ];
/**
 * @minItems 1
 * @maxItems 1
 */
export type SlackAddresses = [
  {
    streetAddress: string | null;
    locality: string | null;
    region: string | null;
    postalCode: string | null;
    country: string | null;
  }
];
/**
 * Always two: the mobile number, then the primary one.
 *
 * @minItems 2
 * @maxItems 2
 */
export type SlackPhoneNumbers = [unknown, unknown];
export type SlackText = string | null;
/**
 * @minItems 1
 * @maxItems 1
 */
export type SlackRoles = [
  {
    value: string | null;
    primary: true;
  }
];
export type SlackLocale = string | null;
export type SlackUserGroups = {
  value: string;
  display: string;
}[];
/**
 * The short form: bots, guests, and members of organisations without SCIM profile fields.
 */
export type SlackShortUserV1 = SlackUserV1 & {
  addresses?: {
    [k: string]: unknown;
  };
  phoneNumbers?: {
    [k: string]: unknown;
  };
  userType?: {
    [k: string]: unknown;
  };
  roles?: {
    [k: string]: unknown;
  };
  preferredLanguage?: {
    [k: string]: unknown;
  };
  locale?: {
    [k: string]: unknown;
  };
  "urn:scim:schemas:extension:enterprise:1.0"?: {
    [k: string]: unknown;
  };
  "urn:scim:schemas:extension:slack:profile:1.0"?: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
};
/**
 * The long form: every field of the profile is present, null when it has no value.
 */
export type SlackLongUserV1 = SlackUserV1;
export type SlackGroupId = string;
export type SlackMembers = {
  value: string;
  display?: string;
}[];
/**
 * A list of users from Slack.
 */
export type SlackUserListV1 = SlackListV1 & {
  Resources?: SlackUserV1[];
  [k: string]: unknown;
};
/**
 * A list of groups from Slack.
 */
export type SlackGroupListV1 = SlackListV1 & {
  Resources?: SlackGroupV1[];
  [k: string]: unknown;
};
/**
 * @minItems 1
 */
export type PrimaryOnce2 = [
  {
    type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUrl?: string;
    primary?: boolean;
  },
  ...{
    type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
    name: string;
    description: string;
    specUrl?: string;
    primary?: boolean;
  }[]
];
/**
 * The short form: bots, guests, and members of organisations without SCIM profile fields.
 */
export type SlackShortUserV2 = SlackUserV2 & {
  addresses?: {
    [k: string]: unknown;
  };
  phoneNumbers?: {
    [k: string]: unknown;
  };
  userType?: {
    [k: string]: unknown;
  };
  roles?: {
    [k: string]: unknown;
  };
  preferredLanguage?: {
    [k: string]: unknown;
  };
  locale?: {
    [k: string]: unknown;
  };
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: {
    [k: string]: unknown;
  };
  "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"?: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
};
/**
 * The long form: every field of the profile is present, null when it has no value.
 */
export type SlackLongUserV2 = SlackUserV2;
/**
 * A list of users from Slack.
 */
export type SlackUserListV2 = SlackListV2 & {
  Resources?: SlackUserV2[];
  [k: string]: unknown;
};
/**
 * A list of groups from Slack.
 */
export type SlackGroupListV2 = SlackListV2 & {
  Resources?: SlackGroupV2[];
  [k: string]: unknown;
};
/**
 * An error of the authentication layer, in the form of version 1.1 although version 2.0 was called.
 */
export type SlackAuthenticationErrorV2 = SlackErrorV1 & {
  Errors?: {
    code?: 400 | 401 | 403;
    [k: string]: unknown;
  };
  schemas?: {
    [k: string]: unknown;
  };
  status?: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
};
export type SlackSchemaAttributeV2 =
  | {
      name: string;
      description: string;
      type?: string;
      multiValued?: boolean;
      required?: boolean;
      caseExact?: boolean;
      mutability?: string;
      returned?: string;
      uniqueness?: string;
      multiValuedAttributeChildName?: string;
      /**
       * @minItems 1
       */
      subAttributes?: [SlackSchemaSubAttributeV2, ...SlackSchemaSubAttributeV2[]];
      /**
       * @minItems 1
       */
      subattributes?: [SlackSchemaSubAttributeV2, ...SlackSchemaSubAttributeV2[]];
      [k: string]: unknown;
    }
  | string
  | boolean
  | SlackSchemaSubAttributeV2[];
/**
 * @minItems 1
 */
export type SchemasV15 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV16 = [string, ...string[]];
export type IdV11 = string;
export type UserGroupsV11 = {
  value: string;
  display?: string;
  type?: "direct" | "indirect";
  primary?: boolean;
}[];
export type IdV12 = string;
export type PatchEmailsV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
      operation?: "delete";
    }
)[];
export type PatchValuesV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
      operation?: "delete";
    }
)[];
export type PatchPhotosV1 = (
  | string
  | {
      value?: string;
      type?: string;
      primary?: boolean;
      display?: string;
      operation?: "delete";
    }
)[];
export type PatchAddressesV1 = {
  formatted?: string;
  streetAddress?: string;
  locality?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  type?: string;
  primary?: boolean;
  operation?: "delete";
}[];
export type UserGroupsV12 = {
  value: string;
  display?: string;
  type?: "direct" | "indirect";
  primary?: boolean;
}[];
/**
 * @minItems 1
 */
export type SchemasV17 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV18 = [string, ...string[]];
export type IdV13 = string;
export type IdV14 = string;
/**
 * @minItems 1
 */
export type SchemasV27 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV28 = [string, ...string[]];
export type IdV21 = string;
export type UserGroupsV21 =
  | {
      value: string;
      $ref?: string | null;
      display?: string | null;
      type?: "direct" | "indirect" | null;
    }[]
  | null;
/**
 * @minItems 1
 */
export type SchemasV29 = [string, ...string[]];
/**
 * @minItems 1
 */
export type SchemasV210 = [string, ...string[]];
export type IdV22 = string;
/**
 * @minItems 1
 */
export type SchemasV211 = [string, ...string[]];
export type PatchOperationV2 = {
  op: string;
  path?: string;
  value?: unknown;
} & {
  op: string;
  path?: string;
  value?: unknown;
};
/**
 * The body of a request that changes a user in SCIM 2.0.
 */
export type UserPatchV2 = PatchOpV2 & {
  Operations?: {
    path?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
};
/**
 * The body of a request that changes a group in SCIM 2.0.
 */
export type GroupPatchV2 = PatchOpV2 & {
  Operations?: {
    path?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
};
/**
 * @minItems 1
 */
export type SlackWriteSchemas = [string | string[], ...(string | string[])[]];
/**
 * 21 characters, or an e-mail address that Slack shortens.
 */
export type SlackWriteUserName = string;
export type SlackWriteNickName = string;
export type SlackWriteDisplayName = string;
/**
 * @minItems 1
 */
export type SlackWriteEmails = [
  {
    value: string;
    type?: string;
    primary?: boolean;
  },
  ...{
    value: string;
    type?: string;
    primary?: boolean;
  }[]
];
export type SlackWritePhotos = {
  value: string;
  type?: "photo";
  primary?: boolean;
}[];
export type SlackWriteAddresses = {
  streetAddress?: string | null;
  locality?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
  type?: string;
  formatted?: string;
  primary?: boolean;
}[];
export type SlackWritePhoneNumbers = {
  value?: string | null;
  type?: "mobile" | "work";
  primary?: boolean;
}[];
export type SlackWriteRoles = (
  | string
  | {
      value?: string | null;
      primary?: true | false | "true" | "false";
      type?: string;
    }
)[];
export type SlackWriteText = string | null;
export type SlackWriteLocale = string | null;
/**
 * @minItems 1
 */
export type SlackWriteSchemas1 = [string | string[], ...(string | string[])[]];
/**
 * @minItems 1
 */
export type SlackWriteEmails1 = [
  {
    value: string;
    type?: string;
    primary?: boolean;
  },
  ...{
    value: string;
    type?: string;
    primary?: boolean;
  }[]
];
export type SlackUserId1 = string;
/**
 * @minItems 1
 */
export type SlackWriteSchemas2 = [string | string[], ...(string | string[])[]];
/**
 * @maxItems 15000
 */
export type SlackWriteMembers = {
  value: string;
  display?: string;
}[];
/**
 * @minItems 1
 */
export type SlackWriteSchemas3 = [string | string[], ...(string | string[])[]];
export type SlackGroupId1 = string;
/**
 * @minItems 1
 */
export type SlackWriteSchemas4 = [string | string[], ...(string | string[])[]];
export type SlackPatchEmails = {
  value: string;
  type?: string;
  primary?: boolean;
  operation?: "delete";
}[];
export type SlackPatchPhotos = {
  value: string;
  type?: "photo";
  primary?: boolean;
  operation?: "delete";
}[];
export type SlackPatchAddresses = {
  streetAddress?: string | null;
  locality?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
  type?: string;
  formatted?: string;
  primary?: boolean;
  operation?: "delete";
}[];
export type SlackPatchPhoneNumbers = {
  value?: string | null;
  type?: "mobile" | "work";
  primary?: boolean;
  operation?: "delete";
}[];
export type SlackPatchRoles = (
  | string
  | {
      value?: string | null;
      primary?: true | false | "true" | "false";
      type?: string;
      operation?: "delete";
    }
)[];
export type SlackUserId2 = string;
/**
 * @minItems 1
 */
export type SlackWriteSchemas5 = [string | string[], ...(string | string[])[]];
/**
 * @maxItems 15000
 */
export type SlackPatchMembers = {
  value: string;
  display?: string;
  operation?: "delete";
}[];
export type SlackGroupId2 = string;
/**
 * @minItems 1
 */
export type SlackWriteEmails2 = [
  {
    value: string;
    type?: string;
    primary?: boolean;
  },
  ...{
    value: string;
    type?: string;
    primary?: boolean;
  }[]
];
/**
 * @minItems 1
 */
export type SlackWriteEmails3 = [
  {
    value: string;
    type?: string;
    primary?: boolean;
  },
  ...{
    value: string;
    type?: string;
    primary?: boolean;
  }[]
];
export type SlackUserId3 = string;
export type SlackGroupId3 = string;
export type SlackPatchOperationV2 = {
  op: string;
  path?: string;
  value?: unknown;
};
/**
 * The body of a request that changes a user in Slack, in version 2.0.
 */
export type SlackUserPatchV2 = SlackPatchOpV2 & {
  Operations?: {
    path?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
};
/**
 * The body of a request that changes a group in Slack, in version 2.0.
 */
export type SlackGroupPatchV2 = SlackPatchOpV2 & {
  Operations?: {
    path?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
};

export interface SchemaTypes {
  "suite/neutral-user"?: NeutralUser;
  "suite/neutral-group"?: NeutralGroup;
  "suite/patch-intent"?: PatchIntent;
  "suite/patch-form"?: PatchForm;
  "suite/filter"?: Filter;
  "suite/coverage"?: Coverage;
  "suite/catalogue"?: Catalogue;
  "suite/exchange"?: Exchange;
  "suite/target"?: Target;
  "suite/config"?: ConfigFile;
  "suite/results"?: Results;
  "suite/plan"?: Plan;
  "suite/verdict-record"?: VerdictRecord;
  "suite/baseline"?: Baseline;
  "suite/product"?: Product;
  "suite/certification"?: Certification;
  "suite/migration-line"?: MigrationLine;
  "suite/migration"?: Migration;
  "v1.1/common"?: CommonV1;
  "v1.1/user"?: UserV1;
  "v1.1/group"?: GroupV1;
  "v1.1/enterprise-user"?: EnterpriseUserBlockV1;
  "v1.1/list"?: ListV1;
  "v1.1/user-list"?: UserListV1;
  "v1.1/group-list"?: GroupListV1;
  "v1.1/error"?: ErrorV1;
  "v1.1/service-provider-config"?: ServiceProviderConfigV1;
  "v1.1/schema"?: SchemaV1;
  "v2.0/common"?: CommonV2;
  "v2.0/user"?: UserV2;
  "v2.0/group"?: GroupV2;
  "v2.0/enterprise-user"?: EnterpriseUserBlockV2;
  "v2.0/list"?: ListV2;
  "v2.0/user-list"?: UserListV2;
  "v2.0/group-list"?: GroupListV2;
  "v2.0/schema-list"?: SchemaListV2;
  "v2.0/resource-type-list"?: ResourceTypeListV2;
  "v2.0/error"?: ErrorV2;
  "v2.0/service-provider-config"?: ServiceProviderConfigV2;
  "v2.0/resource-type"?: ResourceTypeV2;
  "v2.0/schema"?: SchemaV2;
  "slack/common"?: SlackCommon;
  "slack/v1.1/user"?: SlackUserV1;
  "slack/v1.1/user-short"?: SlackShortUserV1;
  "slack/v1.1/user-long"?: SlackLongUserV1;
  "slack/v1.1/group"?: SlackGroupV1;
  "slack/v1.1/enterprise-user"?: SlackEnterpriseBlockV1;
  "slack/v1.1/guest"?: SlackGuestBlockV1;
  "slack/v1.1/profile"?: SlackProfileBlockV1;
  "slack/v1.1/list"?: SlackListV1;
  "slack/v1.1/user-list"?: SlackUserListV1;
  "slack/v1.1/group-list"?: SlackGroupListV1;
  "slack/v1.1/service-provider-config"?: SlackServiceProviderConfig;
  "slack/v1.1/error"?: SlackErrorV1;
  "slack/v1.1/schema"?: SlackSchemaV1;
  "slack/v2.0/user"?: SlackUserV2;
  "slack/v2.0/user-short"?: SlackShortUserV2;
  "slack/v2.0/user-long"?: SlackLongUserV2;
  "slack/v2.0/group"?: SlackGroupV2;
  "slack/v2.0/enterprise-user"?: SlackEnterpriseBlockV2;
  "slack/v2.0/guest"?: SlackGuestBlockV2;
  "slack/v2.0/profile"?: SlackProfileBlockV2;
  "slack/v2.0/list"?: SlackListV2;
  "slack/v2.0/user-list"?: SlackUserListV2;
  "slack/v2.0/group-list"?: SlackGroupListV2;
  "slack/v2.0/service-provider-config"?: SlackServiceProviderConfigV2;
  "slack/v2.0/error"?: SlackErrorV2;
  "slack/v2.0/authentication-error"?: SlackAuthenticationErrorV2;
  "slack/v2.0/schema"?: SlackSchemaV2;
  "slack/v2.0/resource-type"?: SlackResourceTypeV2;
  "slack/v2.0/resource-type-list"?: SlackResourceTypeListV2;
  "slack/v2.0/schema-list"?: SlackSchemaListV2;
  "v1.1/user-create"?: UserCreateV1;
  "v1.1/user-replace"?: UserReplaceV1;
  "v1.1/user-patch"?: UserPatchV1;
  "v1.1/group-create"?: GroupCreateV1;
  "v1.1/group-replace"?: GroupReplaceV1;
  "v1.1/group-patch"?: GroupPatchV1;
  "v2.0/user-create"?: UserCreateV2;
  "v2.0/user-replace"?: UserReplaceV2;
  "v2.0/group-create"?: GroupCreateV2;
  "v2.0/group-replace"?: GroupReplaceV2;
  "v2.0/patch-op"?: PatchOpV2;
  "v2.0/user-patch"?: UserPatchV2;
  "v2.0/group-patch"?: GroupPatchV2;
  "slack/write"?: SlackWrite;
  "slack/v1.1/user-create"?: SlackUserCreateV1;
  "slack/v1.1/user-replace"?: SlackUserReplaceV1;
  "slack/v1.1/group-create"?: SlackGroupCreateV1;
  "slack/v1.1/group-replace"?: SlackGroupReplaceV1;
  "slack/v1.1/user-patch"?: SlackUserPatchV1;
  "slack/v1.1/group-patch"?: SlackGroupPatchV1;
  "slack/v2.0/user-create"?: SlackUserCreateV2;
  "slack/v2.0/user-replace"?: SlackUserReplaceV2;
  "slack/v2.0/group-create"?: SlackGroupCreateV2;
  "slack/v2.0/group-replace"?: SlackGroupReplaceV2;
  "slack/v2.0/patch-op"?: SlackPatchOpV2;
  "slack/v2.0/user-patch"?: SlackUserPatchV2;
  "slack/v2.0/group-patch"?: SlackGroupPatchV2;
}
/**
 * A version-neutral user, without URNs. An absent member is not sent, null means empty. Extension blocks are plain members: enterprise, guest, profile.
 */
export interface NeutralUser {
  id?: string;
  externalId?: string | null;
  userName?: string | null;
  nickName?: string | null;
  displayName?: string | null;
  name?: NeutralName;
  profileUrl?: string | null;
  title?: string | null;
  userType?: string | null;
  preferredLanguage?: string | null;
  locale?: string | null;
  timezone?: string | null;
  active?: boolean | null;
  password?: string;
  emails?: NeutralValue[] | null;
  phoneNumbers?: NeutralValue[] | null;
  photos?: NeutralValue[] | null;
  roles?: NeutralValue[] | null;
  addresses?: NeutralAddress[] | null;
  groups?: NeutralValue[] | null;
  enterprise?: NeutralEnterprise;
  guest?: NeutralGuest;
  profile?: NeutralProfile;
  meta?: NeutralMeta;
}
/**
 * One entry of a multi-valued attribute.
 */
export interface NeutralValue {
  value?: string | null;
  type?: string | null;
  primary?: boolean;
  display?: string | null;
}
export interface NeutralAddress {
  streetAddress?: string | null;
  locality?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
  formatted?: string | null;
  type?: string | null;
  primary?: boolean;
}
export interface NeutralMeta {
  created?: string;
  lastModified?: string;
  location?: string;
  resourceType?: string;
  version?: string;
}
/**
 * A version-neutral group.
 */
export interface NeutralGroup {
  id?: string;
  externalId?: string | null;
  displayName?: string | null;
  members?: NeutralValue[] | null;
  meta?: NeutralMeta;
}
/**
 * Give a singular attribute, a sub-attribute or an extension block a value. An object is merged with the existing one.
 */
export interface SetIntent {
  kind: "set";
  path: string;
  value: unknown;
}
/**
 * Remove an attribute, a sub-attribute, an extension block, or every value of a multi-valued attribute.
 */
export interface ClearIntent {
  kind: "clear";
  path: string;
}
/**
 * Add values to a multi-valued attribute.
 */
export interface AddIntent {
  kind: "add";
  path: string;
  values: PatchEntry[];
}
export interface PatchEntry {
  [k: string]: string | boolean | null;
}
/**
 * Remove one value of a multi-valued attribute, identified by its content (`value` for most, all fields for an address).
 */
export interface RemoveIntent {
  kind: "remove";
  path: string;
  match: PatchEntry;
}
/**
 * Replace the whole list of a multi-valued attribute.
 */
export interface ReplaceValuesIntent {
  kind: "replaceValues";
  path: string;
  values: PatchEntry[];
}
/**
 * Change one value of a multi-valued attribute, identified by its content; members that are not given stay. `{primary:true}` as `to` moves the primary.
 */
export interface ChangeValueIntent {
  kind: "changeValue";
  path: string;
  match: PatchEntry;
  to: PatchEntry;
}
/**
 * How the intents of a PATCH are written where a version has several forms for the same change. Default: the first form of each. A version ignores the members that do not apply to it.
 */
export interface PatchForm {
  cleared?: ClearedForm;
  roles?: RolesForm;
  single?: SingleForm;
  ids?: IdsForm;
  part?: PartForm;
  secondary?: SecondaryForm;
  change?: ChangeForm;
  block?: BlockForm;
  member?: MemberForm;
  path?: PathForm;
  separator?: SeparatorForm;
}
export interface CompareFilter {
  op: "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
  attribute: string;
  value: string | boolean | number | null;
}
export interface PresentFilter {
  op: "pr";
  attribute: string;
}
export interface LogicFilter {
  op: "and" | "or";
  left: Filter;
  right: Filter;
}
/**
 * SCIM 2.0 only.
 */
export interface NotFilter {
  op: "not";
  filter: Filter;
}
/**
 * `attribute[filter]`, SCIM 2.0 only.
 */
export interface ValuePathFilter {
  op: "valuePath";
  attribute: string;
  filter: Filter;
}
export interface CoveredStatement {
  id: string;
  version: "1.1" | "2.0";
  section: string;
  /**
   * Address of the section in the public text; absent for the facts about Slack.
   */
  url?: string;
  level: string;
  /**
   * What the text demands, as a sentence.
   */
  demand: string;
  /**
   * `tested`: the run gave a verdict; `not-tested`: there is a check, but this run skipped it or could not complete it; `untestable`: not observable from outside.
   */
  state: "tested" | "not-tested" | "untestable";
  verdict?: "pass" | "fail" | "warn" | "deviation" | "skip" | "error";
  /**
   * Why it was not tested.
   */
  reason?: string;
}
/**
 * catalogue.json: the requirements and differences that one run used.
 */
export interface Catalogue {
  tool: "slack-scim-conformance";
  toolVersion: string;
  requirements: CatalogueRequirement[];
  differences: CatalogueDifference[];
}
export interface CatalogueRequirement {
  title: string;
  area: Area;
  safety: "read" | "write" | "destructive";
  expect: CatalogueExpectation;
  versions: {
    "1.1"?: CatalogueClause;
    "2.0"?: CatalogueClause;
  };
}
/**
 * What the standard expects to be observed; a clause may expect something else.
 */
export interface CatalogueExpectation {
  [k: string]: unknown;
}
/**
 * A requirement as one version states it.
 */
export interface CatalogueClause {
  id: string;
  level: string;
  source: string;
  /**
   * What the version demands, as a sentence.
   */
  demand?: string;
  /**
   * Where the section can be read.
   */
  url?: string;
  /**
   * Whether the text obliges the client, so that a violation that a provider lets pass is at most a warning.
   */
  onClient?: true;
  expect?: CatalogueExpectation1;
  slack?: CatalogueSlackFact;
}
/**
 * What an observation has to show, by the name of a fact: a JSON value, or a matcher such as {"$oneOf": [200, 204]}.
 */
export interface CatalogueExpectation1 {
  [k: string]: unknown;
}
/**
 * What Slack does, and how that is known.
 */
export interface CatalogueSlackFact {
  fact: string;
  tag: "DOC" | "OBS" | "INF";
  expect?: CatalogueExpectation1;
  /**
   * Slack is assumed to follow the standard; what `expect` says is possible too.
   */
  onlyPossible?: true;
  note?: string;
}
export interface CatalogueDifference {
  id: string;
  /**
   * Ids of what is known of Slack that it rests on: docs/slack-facts.md.
   */
  facts: string[];
  area: Area;
  topic: string;
  title: string;
  /**
   * How it is known. `assumed`: what Slack does is not known.
   */
  kind: "documented" | "observed" | "assumed";
  impact: "breaking" | "silent" | "cosmetic";
  /**
   * What version 1.1 does in Slack.
   */
  v1: string;
  /**
   * What version 2.0 does in Slack.
   */
  v2: string;
  source: string;
  clientMustChange: string;
  /**
   * What the probe is expected to observe in each version.
   */
  expect?: {
    "1.1": CatalogueExpectation1;
    "2.0": CatalogueExpectation1;
  };
  assumes?: CatalogueAssumes;
  /**
   * Both versions have to show the same.
   */
  same?: true;
  /**
   * Why no probe from outside is possible.
   */
  notProbed?: string;
  /**
   * What an unchanged client does to people or data without an error, after `it`.
   */
  harm?: string;
  lesson?: CatalogueLesson;
}
/**
 * What the probe answers that is only assumed of Slack.
 */
export interface CatalogueAssumes {
  facts: string[];
  /**
   * What is assumed of each version.
   */
  expect: {
    "1.1"?: CatalogueExpectation1;
    "2.0"?: CatalogueExpectation1;
  };
}
/**
 * What a client sends for one intent today and tomorrow, and what the difference means to a reader whose run did not meet it.
 */
export interface CatalogueLesson {
  /**
   * The requests to version 1.1, in order.
   *
   * @minItems 1
   */
  today: [ExampleRequest, ...ExampleRequest[]];
  /**
   * The requests to version 2.0 for the same intent, in order.
   *
   * @minItems 1
   */
  tomorrow: [ExampleRequest, ...ExampleRequest[]];
  /**
   * What it means where the run did not see the difference.
   */
  unmet: string;
}
/**
 * A complete request with invented values, for a reader to copy.
 */
export interface ExampleRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * Below the base URL, with the query as it reads before percent-encoding.
   */
  path: string;
  /**
   * The headers that decide; the token and the media type of a body are added.
   */
  headers?: {
    [k: string]: string;
  };
  /**
   * The JSON body.
   */
  body?: {
    [k: string]: unknown;
  };
}
/**
 * One recorded request and its response, redacted when it was recorded.
 */
export interface Exchange {
  /**
   * `<version>/<running number>`.
   */
  id: string;
  version: "1.1" | "2.0";
  startedAt: string;
  durationMs: number;
  /**
   * 1 for the first attempt, 2 and above for retries.
   */
  attempt: number;
  request: RecordedRequest;
  response?: RecordedResponse;
  /**
   * Why there was no response.
   */
  error?: string;
  /**
   * Of the redacted request and response, as canonical JSON: keys sorted, no spaces.
   */
  sha256?: string;
}
export interface RecordedRequest {
  method: string;
  url: string;
  headers: RecordedHeaders;
  body?: string;
}
/**
 * Lower-case names; repeated headers joined by a comma.
 */
export interface RecordedHeaders {
  [k: string]: string;
}
/**
 * Absent without a response.
 */
export interface RecordedResponse {
  status: number;
  headers: RecordedHeaders;
  body: string;
  /**
   * Set when the body was longer than what is recorded.
   */
  truncated?: boolean;
}
/**
 * What is tested: one organisation, reached in one version or in both.
 */
export interface Target {
  $schema?: string;
  name: string;
  profile?: "slack" | "rfc";
  versions: {
    "1.1"?: TargetEndpoint;
    "2.0"?: TargetEndpoint;
  };
  auth?: TargetAuth;
  safety?: TargetSafety;
  users?: TargetUsers;
  offers?: TargetOffers;
  /**
   * `slack`: stay below Slack's published limits. `off`: no limits.
   */
  rateLimits?: "slack" | "off";
}
export interface TargetEndpoint {
  baseUrl: string;
}
export interface TargetBearerAuth {
  type?: "bearer";
  /**
   * The name of the environment variable that holds the token.
   */
  tokenEnv: string;
}
export interface TargetBasicAuth {
  type?: "basic";
  usernameEnv: string;
  passwordEnv: string;
}
export interface TargetSafety {
  mode?: "read-only" | "read-write";
  /**
   * The prefix of every name that the suite creates.
   */
  namePrefix?: string;
  /**
   * The mail domain of every user that the suite creates.
   */
  emailDomain?: string;
  maxUsers?: number;
  maxGroups?: number;
}
/**
 * Properties of users of this provider that its schemas do not describe. For profile rfc.
 */
export interface TargetUsers {
  /**
   * Attributes of each created or replaced user, as the provider's JSON; a member that is a URN is an extension. In strings, `{userName}`, `{unique}` and `{number}` stand for values of that user. `userName` gives the form of all names: it contains `{unique}`.
   */
  attributes?: {
    userName?: string;
    [k: string]: unknown;
  };
  /**
   * Attributes and sub-attributes (`name.middleName`) that users do not have, or `enterprise`.
   */
  without?: string[];
}
/**
 * Whether the provider supports a feature, where its configuration does not say so, or says otherwise. For profile rfc.
 */
export interface TargetOffers {
  patch?: boolean;
  filter?: boolean;
  sort?: boolean;
  bulk?: boolean;
  etag?: boolean;
  changePassword?: boolean;
}
/**
 * scim-conformance.json in the working directory: what the commands use where no flag says otherwise. Never a token, and never the permission to write. It refers to no other schema, so that editors can read it alone.
 */
export interface ConfigFile {
  /**
   * The path of this schema, for editors.
   */
  $schema?: string;
  /**
   * The path of the target file, as --target; --v1 and --v2 replace it too.
   */
  target?: string;
  /**
   * Which rules apply, as --profile. `slack`: what Slack documents; `rfc`: the standard alone.
   */
  profile?: "slack" | "rfc";
  /**
   * Only the requirements of these areas, as --area; --requirement replaces it too.
   *
   * @minItems 1
   */
  area?: [ConfigArea, ...ConfigArea[]];
  /**
   * Generated cases for each property, as --cases.
   */
  cases?: number;
  /**
   * The output folder, as --out.
   */
  out?: string;
  /**
   * The file of known findings, as --baseline.
   */
  baseline?: string;
  /**
   * A file for the results in the JUnit format, as --junit.
   */
  junit?: string;
  /**
   * A file for the results in the CTRF format, as --ctrf.
   */
  ctrf?: string;
  /**
   * Whether warnings are findings, as --strict; --no-strict says no.
   */
  strict?: boolean;
  /**
   * Whether only the last lines are printed, as --quiet.
   */
  quiet?: boolean;
}
/**
 * results.json: the findings of one run, version 2 of the format.
 */
export interface Results {
  resultsVersion: 2;
  tool: "slack-scim-conformance";
  toolVersion: string;
  startedAt: string;
  durationMs: number;
  target: string;
  profile: "slack" | "rfc";
  seed: number;
  /**
   * Generated cases for each property.
   */
  cases: number;
  /**
   * Whether warnings counted as findings.
   */
  strict: boolean;
  /**
   * The areas and requirements that were chosen; null: all.
   */
  selection: null | Selection;
  /**
   * Which part of a run this is; null: the whole.
   */
  shard: null | Shard;
  partial?: MissingShards;
  /**
   * Whether the organisation ran in the process of the run.
   */
  embedded: boolean;
  credentialVariables?: CredentialVariables;
  /**
   * When and why the run ended early; null: it did not.
   */
  stopped: null | Stopped;
  versions: ("1.1" | "2.0")[];
  requests: {
    total: number;
    byVersion: {
      [k: string]: number;
    };
    /**
     * Of the exchanges: of a line for each, in the order of exchanges.jsonl, with its id, a space, its digest and a line feed. Absent in results of an earlier build: they cannot be certified.
     */
    sha256?: string;
  };
  created: {
    users: number;
    groups: number;
  };
  /**
   * What the run created and could not remove, or could not verify as removed.
   */
  leftBehind: LeftBehind[];
  summary: Summary;
  baseline?: BaselineOutcome;
  checks: CheckResult[];
  differences: DifferenceResult[];
}
export interface Selection {
  areas: string[];
  requirements: string[];
}
export interface Shard {
  index: number;
  count: number;
}
/**
 * Which shards are missing in results that `merge --partial` made; absent in those of a whole run.
 */
export interface MissingShards {
  /**
   * How many shards the run has.
   */
  count: number;
  /**
   * The indexes of the missing shards, from 1.
   *
   * @minItems 1
   */
  missing: [number, ...number[]];
}
export interface Stopped {
  at: string;
  why: string;
}
export interface LeftBehind {
  resource: "User" | "Group";
  version: "1.1" | "2.0";
  id?: string;
  why: string;
}
export interface Summary {
  pass: number;
  fail: number;
  warn: number;
  deviation: number;
  skip: number;
  error: number;
}
/**
 * How the run compares with the file of --baseline; absent without one.
 */
export interface BaselineOutcome {
  /**
   * The path, as it was given.
   */
  file: string;
  /**
   * Whether the file did not exist, and this run wrote it.
   */
  written: boolean;
  /**
   * How many results an entry covers, those that no one has explained included.
   */
  known: number;
  /**
   * How many findings no entry covers, without those of new rules.
   */
  new: number;
  /**
   * How many results an entry with the status `new` covers.
   */
  unexplained: number;
  /**
   * How many entries are about what was not tested: they stay.
   */
  notObserved: number;
  /**
   * Entries that were seen after their last day: findings again.
   */
  expired: BaselineNote[];
  /**
   * Entries whose rule was tested, and whose observation was not seen.
   */
  gone: BaselineNote[];
  /**
   * Rules that were judged when the file was written and are skipped now: findings.
   */
  lost: BaselineNote[];
  /**
   * Rules that the suite did not have when the file was written.
   */
  newRules: BaselineNote[];
}
export interface BaselineNote {
  id: string;
  /**
   * Of a rule.
   */
  version?: "1.1" | "2.0";
  /**
   * What this run says: a verdict, the code of a skip, or the status of a difference.
   */
  now: string;
  reason?: string;
  owner?: string;
  ticket?: string;
  expires?: string;
}
export interface CheckResult {
  id: string;
  title: string;
  area: Area;
  version: "1.1" | "2.0";
  level: string;
  source: string;
  verdict: "pass" | "fail" | "warn" | "deviation" | "skip" | "error";
  /**
   * Why the verdict is not `pass`.
   */
  message?: string;
  reason?: Reason;
  /**
   * The value that was judged, after redaction.
   */
  observation?: {
    [k: string]: unknown;
  };
  /**
   * Facts that the check left out on purpose, by name, with the reason. They are not judged.
   */
  notObserved?: {
    [k: string]: string;
  };
  cause?: UnreportedCause;
  assumption?: Assumption;
  /**
   * Ids of the exchanges in exchanges.jsonl beside this file.
   */
  exchanges: string[];
  known?: Known;
  durationMs: number;
}
/**
 * Why there is no verdict on the rule, or why a warning is not counted.
 */
export interface Reason {
  code: ReasonCode;
  text: string;
  /**
   * Id of the check whose failure blocks this one, where it is known.
   */
  blockedBy?: string;
  /**
   * What the provider does not offer, by its name in the provider configuration.
   */
  feature?: string;
}
/**
 * Of a finding: the broken rule that it rests on, where the selection leaves that one out. In a run of both, that one is the finding.
 */
export interface UnreportedCause {
  id: string;
  verdict: "fail" | "warn";
  observation: {
    [k: string]: unknown;
  };
  notObserved?: {
    [k: string]: string;
  };
}
/**
 * Whether the observation agrees with what is assumed of Slack, where the rule has an assumption and was judged in profile `slack`.
 */
export interface Assumption {
  /**
   * Id of the fact that states the assumption.
   */
  fact: string;
  agrees: boolean;
}
/**
 * What the baseline says of a finding that it covers: such a finding does not change the exit code.
 */
export interface Known {
  /**
   * `new`: added by --baseline-update, and not explained by a person yet.
   */
  status: "accepted" | "new";
  reason: string;
  owner?: string;
  ticket?: string;
  /**
   * The last day on which the entry holds.
   */
  expires?: string;
}
export interface DifferenceResult {
  id: string;
  title: string;
  area: Area;
  known?: Known;
  /**
   * What it is about, for a person; results of 0.1.0 have none.
   */
  topic?: string;
  impact: "breaking" | "silent" | "cosmetic";
  /**
   * How it is known. `assumed`: what Slack does is not known, and no more than an assumption.
   */
  kind: "documented" | "observed" | "assumed" | "undocumented";
  status: "as-documented" | "otherwise" | "not-seen" | "not-probed";
  /**
   * What version 1.1 did, or was expected to do when not probed.
   */
  v1: string;
  /**
   * What version 2.0 did, or was expected to do when not probed.
   */
  v2: string;
  clientMustChange?: string;
  /**
   * Present where both versions showed the same, as the catalogue expects.
   */
  same?: true;
  /**
   * Ids of the requirement whose checks saw the difference, where the catalogue does not know it.
   */
  requirements?: string[];
  assumed?: AssumedAnswers;
  /**
   * Why it was not probed, or that both versions behaved the same.
   */
  note?: string;
  exchanges: string[];
  /**
   * What some of the exchanges are for, by their ids, as the probe knows it; after redaction.
   */
  captions?: {
    [k: string]: string;
  };
}
/**
 * Present where the probe answers what is only assumed of Slack.
 */
export interface AssumedAnswers {
  /**
   * Ids of the facts that state the assumptions.
   */
  facts: string[];
  versions: {
    "1.1"?: Answer;
    "2.0"?: Answer;
  };
}
/**
 * What a version showed of an assumption.
 */
export interface Answer {
  /**
   * What the assumption is about, after redaction.
   */
  observation: {
    [k: string]: unknown;
  };
  /**
   * Whether it is what is assumed.
   */
  agrees: boolean;
}
/**
 * What a run would do, as `run --dry-run --json` writes it: an estimate, from runs against the embedded organisation.
 */
export interface Plan {
  tool: "slack-scim-conformance";
  toolVersion: string;
  planVersion: 1;
  target: string;
  profile: "slack" | "rfc";
  /**
   * Whether the organisation would run in the process of the run.
   */
  embedded: boolean;
  shard?: PlannedShard;
  /**
   * Whether the run would change the organisation.
   */
  writes: boolean;
  /**
   * Generated cases for each property.
   */
  cases: number;
  creates: PlannedCreates;
  requests: PlannedRequests;
  /**
   * How many of these requests change users: each counts in the limit of its kind, rejected ones and clean-up included. On a live organisation they decide how long a run takes.
   */
  userChanges: {
    create: number;
    change: number;
    delete: number;
    total: number;
  };
  /**
   * How long these requests take at Slack's published rate limits, in milliseconds, at least.
   */
  leastMs: number;
  /**
   * Whether the run would keep these limits.
   */
  paced: boolean;
  checks: PlannedCheck[];
  differences: PlannedDifference[];
}
/**
 * Which part of a run is planned; absent: the whole.
 */
export interface PlannedShard {
  index: number;
  count: number;
}
/**
 * How many users and groups the run would create at most, by its budget.
 */
export interface PlannedCreates {
  users: number;
  groups: number;
}
/**
 * How many requests are expected, clean-up included.
 */
export interface PlannedRequests {
  total: number;
  /**
   * Each request is in one kind, such as `create users`.
   */
  byKind: {
    [k: string]: number;
  };
}
export interface PlannedCheck {
  id: string;
  title: string;
  area: string;
  version: "1.1" | "2.0";
  level: string;
  skip?: PlannedSkip;
}
/**
 * Why the check would be skipped; absent: it would run, and may still be skipped for a reason that only the run finds.
 */
export interface PlannedSkip {
  code: "read-only" | "not-applicable" | "not-offered";
  text: string;
}
export interface PlannedDifference {
  id: string;
  title: string;
  area: string;
  /**
   * Why the difference would not be probed; absent: it would be.
   */
  notProbed?: string;
}
/**
 * A line of history/*.verdicts.jsonl: what one run judged, so that a later one can say what changed. No text of the target.
 */
export interface VerdictRecord {
  startedAt: string;
  toolVersion: string;
  versions: ("1.1" | "2.0")[];
  /**
   * The selection and the shard of the run as JSON; empty: the whole.
   */
  scope: string;
  /**
   * The verdict of each check that ran, by its version and id.
   */
  checks: {
    [k: string]: "pass" | "fail" | "warn" | "deviation" | "skip" | "error" | "not-known";
  };
  /**
   * The state of each difference that was probed, by its id.
   */
  differences: {
    [k: string]: "as-documented" | "otherwise" | "not-seen" | "not-known";
  };
}
/**
 * The file of --baseline: the findings of one target that are known, each with the observation that it covers. People edit it.
 */
export interface Baseline {
  /**
   * The version of this format.
   */
  baseline: 1;
  /**
   * The name of the target, as in results.json.
   */
  target: string;
  profile: "slack" | "rfc";
  /**
   * The version of the suite that wrote the file last.
   */
  suite: string;
  /**
   * Findings of checks.
   */
  known: BaselineKnown[];
  /**
   * Findings among the differences between the versions.
   */
  differences?: BaselineDifference[];
  /**
   * Rules that were judged once and are skipped now, which is accepted.
   */
  skips?: BaselineSkip[];
  /**
   * Every rule of the suite when the file was written, so that a later run can tell lost coverage and new rules: id, version, and `untested` where no run has judged it.
   */
  rules?: string[];
}
export interface BaselineKnown {
  id: string;
  version: "1.1" | "2.0";
  /**
   * Never `error`: what the target did is not known.
   */
  verdict: "fail" | "warn";
  /**
   * The members of the observation that are not as expected, as JSON with sorted keys, without generated values; `{"$absent":true}` stands for one that is missing.
   */
  saw: string;
  status: Acceptance;
  /**
   * Why it is accepted.
   */
  reason?: string;
  /**
   * Who takes care of it: the name of a team, since reports leave out addresses of people.
   */
  owner?: string;
  /**
   * Where it is followed, such as a URL.
   */
  ticket?: string;
  /**
   * A day, in UTC.
   */
  expires?: string;
  /**
   * A day, in UTC.
   */
  firstSeen?: string;
  /**
   * A day, in UTC.
   */
  lastSeen?: string;
}
export interface BaselineDifference {
  id: string;
  /**
   * As in results.json.
   */
  status: "otherwise" | "not-seen";
  v1: string;
  v2: string;
  acceptance?: Acceptance1;
  /**
   * Why it is accepted.
   */
  reason?: string;
  /**
   * Who takes care of it: the name of a team, since reports leave out addresses of people.
   */
  owner?: string;
  /**
   * Where it is followed, such as a URL.
   */
  ticket?: string;
  /**
   * A day, in UTC.
   */
  expires?: string;
  /**
   * A day, in UTC.
   */
  firstSeen?: string;
  /**
   * A day, in UTC.
   */
  lastSeen?: string;
}
export interface BaselineSkip {
  id: string;
  /**
   * Absent: both.
   */
  version?: "1.1" | "2.0";
  /**
   * The code of the skip.
   */
  because:
    | "not-offered"
    | "not-applicable"
    | "optional"
    | "read-only"
    | "budget"
    | "blocked-by"
    | "not-selected"
    | "other-traffic"
    | "stopped";
  acceptance?: Acceptance2;
  /**
   * Why it is accepted.
   */
  reason?: string;
  /**
   * Who takes care of it: the name of a team, since reports leave out addresses of people.
   */
  owner?: string;
  /**
   * Where it is followed, such as a URL.
   */
  ticket?: string;
  /**
   * A day, in UTC.
   */
  expires?: string;
  /**
   * A day, in UTC.
   */
  firstSeen?: string;
  /**
   * A day, in UTC.
   */
  lastSeen?: string;
}
/**
 * The product that is certified, as its vendor describes it: the file of `certify --product`.
 */
export interface Product {
  $schema?: string;
  /**
   * The vendor that makes the declaration.
   */
  organization: string;
  /**
   * One line with a visible character, without control characters and directional overrides.
   */
  product: string;
  /**
   * One line with a visible character, without control characters and directional overrides.
   */
  version: string;
  /**
   * A public page on the product.
   */
  url?: string;
  /**
   * One line with a visible character, without control characters and directional overrides.
   */
  contact?: string;
  /**
   * One line with a visible character, without control characters and directional overrides.
   */
  role?: string;
  /**
   * One line with a visible character, without control characters and directional overrides.
   */
  plan?: string;
}
/**
 * certification.json: what a certification package declares of a product, computed from the results of one run. The certificate and the other documents are pure functions of it.
 */
export interface Certification {
  certificationVersion: 1;
  tool: "slack-scim-conformance";
  /**
   * The version of the suite that made the run.
   */
  toolVersion: string;
  /**
   * The day on which the run began, in UTC.
   */
  date: string;
  /**
   * Whether the target was the organisation that this tool embeds: the package then certifies nothing.
   */
  specimen: boolean;
  class: CertificationClass;
  level: CertificationLevel;
  product: Product;
  run: CertifiedRun;
  /**
   * What the product is judged against.
   */
  texts: CertifiedText[];
  numbers: CertifiedNumbers;
  /**
   * Where the product breaks a standard as Slack documents it or as it was observed, in the order of the run.
   */
  deviations: CertifiedDeviation[];
  /**
   * Broken mandatory rules; of class slack-both also unexpected differences between the versions.
   */
  failures: CertifiedFinding[];
  /**
   * Broken rules that are not mandatory, or that the text demands of clients; without what is not known of Slack.
   */
  warnings: CertifiedFinding[];
  /**
   * Rules without a verdict, grouped by the reason; the mandatory ones first.
   */
  notTested: NotTestedRules[];
  /**
   * Findings that a baseline covered in the run. The certification counts them all the same.
   */
  suppressed: SuppressedFinding[];
  evidence: CertifiedEvidence;
}
export interface CertifiedRun {
  /**
   * The name of the target, as the run had it.
   */
  target: string;
  profile: "slack" | "rfc";
  seed: number;
  /**
   * Generated cases for each property.
   */
  cases: number;
  /**
   * The versions of the class, which the run tested.
   */
  versions: CertifiedVersion[];
  startedAt: string;
  durationMs: number;
  strict: boolean;
  /**
   * Whether the organisation ran in the process of the run.
   */
  embedded: boolean;
  baseUrls: CertifiedBaseUrls;
  /**
   * The mail domain of the users that the run created; absent for a run that created none.
   */
  emailDomain?: string;
}
/**
 * The base URL of each version, as the exchanges show it.
 */
export interface CertifiedBaseUrls {
  "1.1"?: string;
  "2.0"?: string;
}
export interface CertifiedText {
  name: string;
  /**
   * When it was published, or when it was read: `2015-09`, `read 2026-11`.
   */
  date: string;
  url: string;
}
/**
 * By level: `mandatory` is MUST, SHALL and REQUIRED, and what Slack documents or was observed to do; `recommended` is SHOULD, and statements without a keyword; `optional` is MAY; `questions` are about what is only assumed of Slack, where another answer breaks no rule.
 */
export interface CertifiedNumbers {
  mandatory: RuleTally;
  recommended: RuleTally;
  optional: RuleTally;
  questions: RuleTally;
  differences?: CertifiedDifferences;
  /**
   * Recorded requests.
   */
  exchanges: number;
}
export interface RuleTally {
  /**
   * All rules of the class: `notApplicable` and `required`.
   */
  total: number;
  /**
   * Rules on what the product does not offer.
   */
  notApplicable: number;
  /**
   * All others: `tested` and `untested`.
   */
  required: number;
  /**
   * Rules with a verdict: the sum of the next five.
   */
  tested: number;
  passed: number;
  failed: number;
  /**
   * Broken without being a failure.
   */
  warned: number;
  /**
   * Not as the standard says, but as is assumed of Slack; or a question with another answer than assumed.
   */
  notKnown: number;
  /**
   * Broken as Slack documents it, or as it was observed.
   */
  deviations: number;
  untested: number;
}
/**
 * Differences between the versions, of class slack-both.
 */
export interface CertifiedDifferences {
  expected: number;
  unexpected: number;
  notProbed: number;
}
export interface CertifiedDeviation {
  id: string;
  version: CertifiedVersion;
  title: string;
  area: Area;
  level: string;
  /**
   * The section of the standard.
   */
  source: string;
  /**
   * What the standard demands, as a sentence.
   */
  demand?: string;
  /**
   * Where the section can be read.
   */
  url?: string;
  /**
   * What the product does instead, as a sentence.
   */
  sentence: string;
  /**
   * What was expected and what was seen.
   */
  message: string;
  fact: CertifiedFact;
  /**
   * Ids in exchanges.jsonl.
   */
  exchanges: string[];
}
export interface CertifiedFact {
  id: string;
  /**
   * `DOC`: Slack documents it; `OBS`: it was observed with real clients.
   */
  tag: "DOC" | "OBS";
  statement: string;
  sources: CertifiedSource[];
}
export interface CertifiedSource {
  what: string;
  date: string;
  url?: string;
  /**
   * The section, test or file.
   */
  where?: string;
}
export interface CertifiedFinding {
  /**
   * Of a rule, or of a difference, which has no version.
   */
  id: string;
  version?: CertifiedVersion;
  title: string;
  area: Area;
  /**
   * `MUST`, `SHOULD`, `DOC` …; absent for a difference.
   */
  level?: string;
  /**
   * The section of the text, or the fact; absent for a difference.
   */
  source?: string;
  /**
   * What the text demands, as a sentence; absent for Slack's own rules, whose title says it.
   */
  demand?: string;
  /**
   * Where the section can be read.
   */
  url?: string;
  /**
   * What was expected and what was seen.
   */
  message: string;
  /**
   * Ids in exchanges.jsonl.
   */
  exchanges: string[];
}
export interface NotTestedRules {
  /**
   * Of the skip in results.json; `untestable`: a black box cannot observe it, and the suite has no check of it.
   */
  code:
    | "not-offered"
    | "not-applicable"
    | "optional"
    | "read-only"
    | "budget"
    | "blocked-by"
    | "other-traffic"
    | "untestable";
  /**
   * In words.
   */
  reason: string;
  mandatory: boolean;
  /**
   * Whether the level is at most `partial` for it: mandatory rules that apply to the product.
   */
  missing: boolean;
  rules: CertifiedRule[];
}
export interface CertifiedRule {
  id: string;
  version: CertifiedVersion;
}
export interface SuppressedFinding {
  /**
   * Of a rule, or of a difference, which has no version.
   */
  id: string;
  version?: CertifiedVersion;
  title: string;
  /**
   * Whether a mandatory rule is broken: it counts as a failure.
   */
  mandatory: boolean;
  /**
   * Of the rule, or the status of the difference.
   */
  verdict: string;
  /**
   * As the baseline gives it; may be empty.
   */
  reason: string;
  owner?: string;
  ticket?: string;
  /**
   * The last day on which the entry holds.
   */
  expires?: string;
}
export interface CertifiedEvidence {
  files: CertifiedFile[];
  /**
   * Lines of exchanges.jsonl.
   */
  exchanges: number;
  /**
   * How many of them a verdict or a difference names.
   */
  cited: number;
}
export interface CertifiedFile {
  name: string;
  sha256: string;
  bytes: number;
}
/**
 * One line of requests.v2.jsonl: a recorded 1.1 request and the 2.0 requests that have the same effect.
 */
export interface MigrationLine {
  source: MigrationSource;
  /**
   * What requests of one kind share: method, path template, filter and keys of the body. It holds no value of a request.
   */
  form: string;
  status: MigrationStatus;
  v1: MigrationRequest;
  /**
   * In the order in which they are sent. Null where there is no equivalent.
   */
  v2: MigrationRequest[] | null;
  warnings: MigrationWarning[];
  differences: string[];
}
export interface MigrationSource {
  file: string;
  /**
   * A line, or an index in the HAR, counted from 1.
   */
  entry: number;
}
export interface MigrationRequest {
  /**
   * Empty where the entry is too broken to tell.
   */
  method: string;
  /**
   * With the query, without the host. Empty where the entry is too broken to tell.
   */
  path: string;
  body?: unknown;
}
export interface MigrationWarning {
  code: string;
  text: string;
}
/**
 * migration.json: what a client has to change, by the forms of its requests.
 */
export interface Migration {
  tool: "slack-scim-conformance";
  toolVersion: string;
  migrationVersion: 1;
  /**
   * The path of 1.1 in the recordings.
   */
  basePath: string;
  /**
   * Whether personal values are written; otherwise they are placeholders.
   */
  showValues: boolean;
  /**
   * The signal that ended the reading or the replay; null where neither was ended.
   */
  stopped: string | null;
  inputs: MigrationInput[];
  requests: StatusCounts;
  /**
   * The most dangerous first; at most 10,000. The status of a form is the worst of its requests, and never-worked only if no request shows more.
   */
  forms: MigrationForm[];
  other: OtherForms;
  verification?: MigrationVerification;
  /**
   * The forms that can do the most harm, and why.
   */
  dangerous: DangerousForm[];
  /**
   * What could not be read, and what is wrong in 2.0 requests; at most 1,000.
   */
  findings: MigrationFinding[];
  /**
   * How many more findings there are.
   */
  findingsOmitted: number;
  /**
   * What the recordings do not contain, and so is not shown.
   */
  notSeen: string[];
}
export interface MigrationInput {
  file: string;
  /**
   * Null where it was not recognised.
   */
  format: "har" | "jsonl" | "postman" | "curl" | null;
  entries: number;
  /**
   * Requests of 1.1, which are translated.
   */
  v1: number;
  /**
   * Requests of 2.0, which are checked.
   */
  v2: number;
  /**
   * Everything else.
   */
  other: number;
}
/**
 * How many requests have each status.
 */
export interface StatusCounts {
  same?: number;
  rewritten?: number;
  "changes-meaning"?: number;
  "no-equivalent"?: number;
  "never-worked"?: number;
  "no-effect-seen"?: number;
  unreadable?: number;
}
export interface MigrationForm {
  form: string;
  count: number;
  status: MigrationStatus;
  statuses: StatusCounts;
  first: MigrationSource;
  example?: MigrationRequest;
  /**
   * The 2.0 requests for the example; null where there is no equivalent, or the example is too large and left out.
   */
  v2: MigrationRequest[] | null;
  verified?: FormVerification;
  warnings: CountedWarning[];
  differences: string[];
  /**
   * What the code that handles the answer must change.
   */
  answer: MigrationAnswer[];
}
/**
 * What --verify showed: the example of 1.1 and the 2.0 requests, replayed on two organisations.
 */
export interface FormVerification {
  outcome: ReplayOutcome;
  /**
   * Why it was not replayed at all.
   */
  why?: string;
  /**
   * One from each state that tells something.
   */
  replays: FormReplay[];
}
export interface FormReplay {
  outcome: ReplayOutcome;
  /**
   * What was made on both organisations before the requests.
   */
  setUp: string;
  /**
   * What the answers say where one is an error, or why it was not replayed.
   */
  why?: string;
  statuses?: VerifiedStatuses;
  /**
   * What differs; at most 50.
   */
  differing?: VerifiedDifference[];
}
/**
 * The status of each answer.
 */
export interface VerifiedStatuses {
  v1: number;
  v2: number[];
}
export interface VerifiedDifference {
  /**
   * The id of a user or group of the organisation, or answer.
   */
  resource: string;
  attribute: string;
  /**
   * After the request of 1.1; absent where there is no value.
   */
  v1?: string;
  /**
   * After the requests of 2.0; absent where there is no value.
   */
  v2?: string;
}
export interface CountedWarning {
  code: string;
  text: string;
  /**
   * How many requests of the form have it.
   */
  count: number;
}
export interface MigrationAnswer {
  code: string;
  text: string;
  differences: string[];
}
/**
 * Requests of further forms, beyond 10,000.
 */
export interface OtherForms {
  count: number;
  statuses: StatusCounts;
}
/**
 * How --verify was called; absent without it.
 */
export interface MigrationVerification {
  /**
   * What --set changed: the readings on which the requests were replayed.
   */
  settings: {
    [k: string]: unknown;
  };
  /**
   * Why the verification could not run, or not to its end.
   */
  problem?: string;
}
export interface DangerousForm {
  form: string;
  why: string;
}
export interface MigrationFinding {
  file: string;
  /**
   * The entry; of a file that ends too early, the last one that was read.
   */
  entry?: number;
  /**
   * file: the file as a whole; unreadable: a 1.1 request; v2: a 2.0 request; other: another entry.
   */
  kind: "file" | "unreadable" | "v2" | "other";
  text: string;
}
/**
 * Parts that the SCIM 1.1 schemas share.
 */
export interface CommonV1 {
  [k: string]: unknown;
}
/**
 * A user as SCIM 1.1 specifies it in a response.
 */
export interface UserV1 {
  schemas: SchemasV1;
  id: IdV1;
  externalId?: ExternalIdV1;
  meta: MetaV1;
  userName: string;
  name?: NameV1;
  displayName?: string;
  nickName?: string;
  profileUrl?: string;
  title?: string;
  userType?: string;
  preferredLanguage?: LocaleV1;
  locale?: LocaleV1;
  timezone?: string;
  active?: boolean;
  emails?: EmailsV1;
  phoneNumbers?: PhoneNumbersV1;
  ims?: ValuesV1;
  photos?: PhotosV1;
  addresses?: AddressesV1;
  groups?: UserGroupsV1;
  entitlements?: ValuesV1;
  roles?: ValuesV1;
  x509Certificates?: CertificatesV1;
  "urn:scim:schemas:extension:enterprise:1.0"?: EnterpriseUserV1;
  password?: {
    [k: string]: unknown;
  };
  /**
   * This interface was referenced by `UserV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV1
    | IdV1
    | MetaV1
    | NameV1
    | boolean
    | EmailsV1
    | PhoneNumbersV1
    | ValuesV1
    | PhotosV1
    | AddressesV1
    | UserGroupsV1
    | CertificatesV1
    | EnterpriseUserV1
    | undefined;
}
export interface MetaV1 {
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
export interface NameV1 {
  formatted?: string;
  familyName?: string;
  givenName?: string;
  middleName?: string;
  honorificPrefix?: string;
  honorificSuffix?: string;
}
export interface EnterpriseUserV1 {
  employeeNumber?: string;
  costCenter?: string;
  organization?: string;
  division?: string;
  department?: string;
  manager?: {
    managerId: string;
    displayName?: string;
  };
}
/**
 * A group as SCIM 1.1 specifies it in a response.
 */
export interface GroupV1 {
  schemas: SchemasV11;
  id: IdV1;
  externalId?: ExternalIdV1;
  meta: MetaV1;
  displayName: string;
  members?: MembersV1;
  /**
   * This interface was referenced by `GroupV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV11
    | IdV1
    | MetaV1
    | MembersV1
    | undefined;
}
/**
 * The block under urn:scim:schemas:extension:enterprise:1.0.
 */
export interface EnterpriseUserBlockV1 {
  employeeNumber?: string;
  costCenter?: string;
  organization?: string;
  division?: string;
  department?: string;
  manager?: {
    managerId: string;
    displayName?: string;
  };
}
/**
 * The envelope of a list in SCIM 1.1, with any resources.
 */
export interface ListV1 {
  schemas: SchemasV12;
  totalResults: number;
  itemsPerPage?: number;
  startIndex?: number;
  Resources: {
    [k: string]: unknown;
  }[];
}
/**
 * An error as SCIM 1.1 specifies it: an array of entries, each with a description and a code as a string.
 */
export interface ErrorV1 {
  /**
   * @minItems 1
   */
  Errors: [
    {
      description: string;
      code: string;
    },
    ...{
      description: string;
      code: string;
    }[]
  ];
}
/**
 * The service provider configuration of SCIM 1.1.
 */
export interface ServiceProviderConfigV1 {
  schemas: SchemasV13;
  id?: string;
  externalId?: string;
  meta?: MetaV1;
  documentationUrl?: string;
  patch: {
    supported: boolean;
  };
  bulk: {
    supported: boolean;
    maxOperations: number;
    maxPayloadSize: number;
  };
  filter: {
    supported: boolean;
    maxResults: number;
  };
  changePassword: {
    supported: boolean;
  };
  sort: {
    supported: boolean;
  };
  etag: {
    supported: boolean;
  };
  xmlDataFormat: {
    supported: boolean;
  };
  authenticationSchemes: PrimaryOnce;
}
/**
 * A schema document of SCIM 1.1.
 */
export interface SchemaV1 {
  schemas?: SchemasV14;
  id?: string;
  meta?: MetaV1;
  name: string;
  description: string;
  schema: string;
  endpoint: string;
  attributes: SchemaAttributeV1[];
}
export interface SchemaAttributeV1 {
  name: string;
  type: string;
  multiValued: boolean;
  multiValuedAttributeChildName?: string;
  description: string;
  schema: string;
  readOnly: boolean;
  required: boolean;
  caseExact: boolean;
  subAttributes?: SchemaSubAttributeV1[];
  canonicalValues?: string[];
}
export interface SchemaSubAttributeV1 {
  name: string;
  type: string;
  multiValued?: boolean;
  multiValuedAttributeChildName?: string;
  description: string;
  readOnly: boolean;
  required: boolean;
  caseExact: boolean;
  canonicalValues?: string[];
  subAttributes?: SchemaSubAttributeV1[];
}
/**
 * Parts that the SCIM 2.0 schemas share. A null stands for an attribute without a value (RFC 7643 §2.5).
 */
export interface CommonV2 {
  [k: string]: unknown;
}
/**
 * A user as SCIM 2.0 specifies it in a response.
 */
export interface UserV2 {
  schemas: SchemasV2;
  id: IdV2;
  externalId?: ExternalIdV2;
  meta: MetaV2;
  userName: string;
  name?: NameV2;
  displayName?: string | null;
  nickName?: string | null;
  profileUrl?: string | null;
  title?: string | null;
  userType?: string | null;
  preferredLanguage?: string | null;
  locale?: string | null;
  timezone?: string | null;
  active?: boolean | null;
  emails?: EmailsV2;
  phoneNumbers?: ValuesV2;
  ims?: ValuesV2;
  photos?: PhotosV2;
  addresses?: AddressesV2;
  groups?: UserGroupsV2;
  entitlements?: ValuesV2;
  roles?: ValuesV2;
  x509Certificates?: CertificatesV2;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: EnterpriseUserV2;
  password?: {
    [k: string]: unknown;
  };
  /**
   * This interface was referenced by `UserV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV2
    | IdV2
    | ExternalIdV2
    | MetaV2
    | NameV2
    | boolean
    | EmailsV2
    | ValuesV2
    | PhotosV2
    | AddressesV2
    | UserGroupsV2
    | CertificatesV2
    | EnterpriseUserV2
    | undefined;
}
export interface MetaV2 {
  resourceType: "User";
}
/**
 * A group as SCIM 2.0 specifies it in a response.
 */
export interface GroupV2 {
  schemas: SchemasV21;
  id: IdV2;
  externalId?: ExternalIdV2;
  meta: MetaV21;
  displayName: string;
  members?: MembersV2;
  /**
   * This interface was referenced by `GroupV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV21
    | IdV2
    | ExternalIdV2
    | MetaV21
    | MembersV2
    | undefined;
}
export interface MetaV21 {
  resourceType: "Group";
}
/**
 * The envelope of a list in SCIM 2.0, with any resources.
 */
export interface ListV2 {
  schemas: SchemasV22;
  totalResults: number;
  itemsPerPage?: number;
  startIndex?: number;
  Resources?: {
    [k: string]: unknown;
  }[];
}
/**
 * A schema document of SCIM 2.0.
 */
export interface SchemaV2 {
  schemas?: SchemasV23;
  id: string;
  name?: string;
  description?: string;
  attributes: SchemaAttributeV2[];
  meta?: MetaV22;
}
export interface SchemaAttributeV2 {
  name: string;
  type:
    "string" | "boolean" | "decimal" | "integer" | "dateTime" | "binary" | "reference" | "complex";
  multiValued: boolean;
  description: string;
  required: boolean;
  canonicalValues?: string[];
  caseExact?: boolean;
  mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  returned: "always" | "never" | "default" | "request";
  uniqueness: "none" | "server" | "global";
  referenceTypes?: string[];
  subAttributes?: SchemaAttributeV2[];
}
export interface MetaV22 {
  resourceType?: string;
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
/**
 * A resource type of SCIM 2.0.
 */
export interface ResourceTypeV2 {
  schemas: SchemasV24;
  id?: string;
  name: string;
  description?: string;
  endpoint: string;
  schema: string;
  schemaExtensions?: {
    schema: string;
    required: boolean;
  }[];
  meta?: MetaV22;
}
/**
 * An error as SCIM 2.0 specifies it: the status is a string.
 */
export interface ErrorV2 {
  schemas: SchemasV25;
  status: string;
  scimType?:
    | "invalidFilter"
    | "tooMany"
    | "uniqueness"
    | "mutability"
    | "invalidSyntax"
    | "invalidPath"
    | "noTarget"
    | "invalidValue"
    | "invalidVers"
    | "sensitive";
  detail?: string;
}
/**
 * The service provider configuration of SCIM 2.0.
 */
export interface ServiceProviderConfigV2 {
  schemas: SchemasV26;
  id?: string;
  externalId?: string;
  meta?: MetaV22;
  documentationUri?: string;
  patch: {
    supported: boolean;
  };
  bulk: {
    supported: boolean;
    maxOperations: number;
    maxPayloadSize: number;
  };
  filter: {
    supported: boolean;
    maxResults: number;
  };
  changePassword: {
    supported: boolean;
  };
  sort: {
    supported: boolean;
  };
  etag: {
    supported: boolean;
  };
  authenticationSchemes: PrimaryOnce1;
}
/**
 * What Slack's two versions share in responses. Each deviation from the standard names its fact and the rule of the standard that it breaks.
 */
export interface SlackCommon {
  [k: string]: unknown;
}
/**
 * A user as Slack returns it in version 1.1, in the short or the long form.
 */
export interface SlackUserV1 {
  /**
   * @minItems 1
   */
  schemas: [
    (
      | "urn:scim:schemas:core:1.0"
      | "urn:scim:schemas:extension:enterprise:1.0"
      | "urn:scim:schemas:extension:slack:guest:1.0"
      | "urn:scim:schemas:extension:slack:profile:1.0"
    ),
    ...(
      | "urn:scim:schemas:core:1.0"
      | "urn:scim:schemas:extension:enterprise:1.0"
      | "urn:scim:schemas:extension:slack:guest:1.0"
      | "urn:scim:schemas:extension:slack:profile:1.0"
    )[]
  ];
  id: SlackUserId;
  externalId: SlackExternalId;
  meta: SlackMeta;
  userName: string;
  nickName: string;
  name: SlackName;
  displayName: string;
  profileUrl?: string;
  title?: string;
  timezone: string;
  active: boolean;
  emails: SlackEmails;
  photos?: SlackPhotos;
  addresses?: SlackAddresses;
  phoneNumbers?: SlackPhoneNumbers;
  userType?: SlackText;
  roles?: SlackRoles;
  preferredLanguage?: SlackLocale;
  locale?: SlackLocale;
  "urn:scim:schemas:extension:enterprise:1.0"?: SlackEnterprise;
  "urn:scim:schemas:extension:slack:guest:1.0"?: SlackGuest;
  "urn:scim:schemas:extension:slack:profile:1.0"?: SlackProfile;
  groups: SlackUserGroups;
  password?: {
    [k: string]: unknown;
  };
}
export interface SlackMeta {
  location: {
    [k: string]: unknown;
  };
}
export interface SlackName {
  givenName: string;
  familyName: string;
  honorificPrefix?: string | null;
}
export interface SlackEnterprise {
  employeeNumber: string | null;
  costCenter: string | null;
  organization: string | null;
  division: string | null;
  department: string | null;
  manager: {
    managerId: string | null;
  };
}
export interface SlackGuest {
  type: string;
  expiration?: string | null;
  channels?: {
    value: string;
    display?: string;
  }[];
}
export interface SlackProfile {
  startDate: string | null;
}
/**
 * A group as Slack returns it in version 1.1.
 */
export interface SlackGroupV1 {
  /**
   * @minItems 1
   */
  schemas: ["urn:scim:schemas:core:1.0", ..."urn:scim:schemas:core:1.0"[]];
  id: SlackGroupId;
  displayName: string;
  members: SlackMembers;
  meta: SlackMeta1;
}
export interface SlackMeta1 {
  location: {
    [k: string]: unknown;
  };
}
/**
 * The block under urn:scim:schemas:extension:enterprise:1.0.
 */
export interface SlackEnterpriseBlockV1 {
  employeeNumber: string | null;
  costCenter: string | null;
  organization: string | null;
  division: string | null;
  department: string | null;
  manager: {
    managerId: string | null;
  };
}
/**
 * The block under urn:scim:schemas:extension:slack:guest:1.0. Its presence makes the user a guest.
 */
export interface SlackGuestBlockV1 {
  type: string;
  expiration?: string | null;
  channels?: {
    value: string;
    display?: string;
  }[];
}
/**
 * The block under urn:scim:schemas:extension:slack:profile:1.0.
 */
export interface SlackProfileBlockV1 {
  startDate: string | null;
}
/**
 * The envelope of a list from Slack, with any resources.
 */
export interface SlackListV1 {
  /**
   * @minItems 1
   */
  schemas: ["urn:scim:schemas:core:1.0", ..."urn:scim:schemas:core:1.0"[]];
  totalResults: number;
  itemsPerPage: number;
  startIndex: number;
  /**
   * @maxItems 1000
   */
  Resources: {
    [k: string]: unknown;
  }[];
}
/**
 * The service provider configuration as Slack returns it.
 */
export interface SlackServiceProviderConfig {
  schemas?: string[];
  documentationUrl?: string;
  patch: {
    supported: boolean;
  };
  bulk: {
    supported: boolean;
    maxOperations: number;
    maxPayloadSize: number;
  };
  filter: {
    supported: boolean;
    maxResults: number;
  };
  changePassword: {
    supported: boolean;
  };
  sort: {
    supported: boolean;
  };
  etag: {
    supported: boolean;
  };
  xmlDataFormat: {
    supported: boolean;
  };
  authenticationSchemes: PrimaryOnce2;
}
/**
 * An error of version 1.1 as Slack sends it: one object, the code a number equal to the HTTP status.
 */
export interface SlackErrorV1 {
  Errors: {
    description: string;
    code: number;
  };
}
/**
 * A schema document of version 1.1, as recorded in 2019 or in a tidier form.
 */
export interface SlackSchemaV1 {
  id?: string;
  name?: string;
  description?: string;
  /**
   * @minItems 1
   */
  schema?: string | [string, ...string[]];
  endpoint?: string;
  /**
   * @minItems 1
   */
  attributes: [SlackSchemaAttributeV1, ...SlackSchemaAttributeV1[]];
  [k: string]: unknown;
}
export interface SlackSchemaAttributeV1 {
  name: string;
  description: string;
  type?: string;
  multiValued?: boolean;
  multiValuedAttributeChildName?: string;
  readOnly?: boolean;
  required?: boolean;
  caseExact?: boolean;
  /**
   * @minItems 1
   */
  subAttributes?: [SlackSchemaSubAttributeV1, ...SlackSchemaSubAttributeV1[]];
  /**
   * @minItems 1
   */
  subattributes?: [SlackSchemaSubAttributeV1, ...SlackSchemaSubAttributeV1[]];
  [k: string]: unknown;
}
export interface SlackSchemaSubAttributeV1 {
  name: string;
  description: string;
  type?: string;
  multiValued?: boolean;
  readOnly?: boolean;
  required?: boolean;
  caseExact?: boolean;
  canonicalValues?: string[];
  /**
   * @minItems 1
   */
  subAttributes?:
    | [SlackSchemaSubAttributeV1, ...SlackSchemaSubAttributeV1[]]
    | {
        [k: string]: unknown;
      };
  [k: string]: unknown;
}
/**
 * A user as Slack returns it in version 2.0, in the short or the long form.
 */
export interface SlackUserV2 {
  /**
   * @minItems 1
   */
  schemas: [
    (
      | "urn:ietf:params:scim:schemas:core:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"
    ),
    ...(
      | "urn:ietf:params:scim:schemas:core:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User"
      | "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"
    )[]
  ];
  id: SlackUserId;
  externalId: SlackExternalId;
  meta: SlackMeta2;
  userName: string;
  nickName: string;
  name: SlackName;
  displayName: string;
  profileUrl?: string;
  title?: string;
  timezone: string;
  active: boolean;
  emails: SlackEmails;
  photos?: SlackPhotos;
  addresses?: SlackAddresses;
  phoneNumbers?: SlackPhoneNumbers;
  userType?: SlackText;
  roles?: SlackRoles;
  preferredLanguage?: SlackLocale;
  locale?: SlackLocale;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: SlackEnterprise;
  "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"?: SlackGuest;
  "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User"?: {
    [k: string]: unknown;
  };
  "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"?: SlackProfile;
  groups: SlackUserGroups;
  password?: {
    [k: string]: unknown;
  };
}
export interface SlackMeta2 {
  location: {
    [k: string]: unknown;
  };
}
/**
 * A group as Slack returns it in version 2.0.
 */
export interface SlackGroupV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:Group",
    ..."urn:ietf:params:scim:schemas:core:2.0:Group"[]
  ];
  id: SlackGroupId;
  displayName: string;
  members: SlackMembers;
  meta: SlackMeta3;
}
export interface SlackMeta3 {
  location: {
    [k: string]: unknown;
  };
}
/**
 * The block under urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.
 */
export interface SlackEnterpriseBlockV2 {
  employeeNumber: string | null;
  costCenter: string | null;
  organization: string | null;
  division: string | null;
  department: string | null;
  manager: {
    managerId: string | null;
  };
}
/**
 * The block under urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User. Its presence makes the user a guest.
 */
export interface SlackGuestBlockV2 {
  type: string;
  expiration?: string | null;
  channels?: {
    value: string;
    display?: string;
  }[];
}
/**
 * The block under urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User.
 */
export interface SlackProfileBlockV2 {
  startDate: string | null;
}
/**
 * The envelope of a list from Slack, with any resources.
 */
export interface SlackListV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:api:messages:2.0:ListResponse",
    ..."urn:ietf:params:scim:api:messages:2.0:ListResponse"[]
  ];
  totalResults: number;
  itemsPerPage: number;
  startIndex: number;
  /**
   * @maxItems 1000
   */
  Resources: {
    [k: string]: unknown;
  }[];
}
/**
 * The service provider configuration of version 2.0: Slack answers in the form of version 1.1.
 */
export interface SlackServiceProviderConfigV2 {
  schemas?: string[];
  documentationUrl?: string;
  patch: {
    supported: boolean;
  };
  bulk: {
    supported: boolean;
    maxOperations: number;
    maxPayloadSize: number;
  };
  filter: {
    supported: boolean;
    maxResults: number;
  };
  changePassword: {
    supported: boolean;
  };
  sort: {
    supported: boolean;
  };
  etag: {
    supported: boolean;
  };
  xmlDataFormat: {
    supported: boolean;
  };
  authenticationSchemes: PrimaryOnce2;
}
/**
 * An error of version 2.0 as Slack documents it: the status is a number.
 */
export interface SlackErrorV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:api:messages:2.0:Error",
    ..."urn:ietf:params:scim:api:messages:2.0:Error"[]
  ];
  detail: string;
  status: number;
  Errors?: {
    [k: string]: unknown;
  };
}
/**
 * A schema document of version 2.0, as recorded in 2024 or in a tidier form.
 */
export interface SlackSchemaV2 {
  /**
   * @minItems 1
   */
  schemas?: [
    "urn:ietf:params:scim:schemas:core:2.0:Schema",
    ..."urn:ietf:params:scim:schemas:core:2.0:Schema"[]
  ];
  id?: string;
  name?: string;
  description?: string;
  /**
   * @minItems 1
   */
  attributes: [SlackSchemaAttributeV2, ...SlackSchemaAttributeV2[]];
  meta?: {
    resourceType?: "schema" | "Schema";
    location?: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * A sub-attribute, or one in the loose values of an extension.
 */
export interface SlackSchemaSubAttributeV2 {
  name: string;
  description: string;
  type?: string;
  multiValued?: boolean;
  required?: boolean;
  caseExact?: boolean;
  readOnly?: boolean;
  mutability?: string;
  returned?: string;
  uniqueness?: string;
  canonicalValues?: string[];
  multiValuedAttributeChildName?: string;
  /**
   * @minItems 1
   */
  subAttributes?:
    | [SlackSchemaSubAttributeV2, ...SlackSchemaSubAttributeV2[]]
    | {
        [k: string]: unknown;
      };
  [k: string]: unknown;
}
/**
 * A resource type as Slack returns it.
 */
export interface SlackResourceTypeV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
    ..."urn:ietf:params:scim:schemas:core:2.0:ResourceType"[]
  ];
  id: string;
  name: string;
  endpoint: string;
  description?: string;
  schema: string;
  schemaExtensions?: {
    schema: string;
    required: boolean;
  }[];
  meta: {
    location: string;
    resourceType: "ResourceType";
  };
}
/**
 * Slack's list of resource types: without counters.
 */
export interface SlackResourceTypeListV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:api:messages:2.0:ListResponse",
    ..."urn:ietf:params:scim:api:messages:2.0:ListResponse"[]
  ];
  totalResults?: number;
  itemsPerPage?: number;
  startIndex?: number;
  /**
   * @minItems 1
   */
  Resources: [SlackResourceTypeV2, ...SlackResourceTypeV2[]];
}
/**
 * Slack's list of schema documents.
 */
export interface SlackSchemaListV2 {
  /**
   * @minItems 1
   */
  schemas: [
    "urn:ietf:params:scim:api:messages:2.0:ListResponse",
    ..."urn:ietf:params:scim:api:messages:2.0:ListResponse"[]
  ];
  totalResults?: number;
  itemsPerPage?: number;
  startIndex?: number;
  /**
   * @minItems 1
   */
  Resources: [SlackSchemaV2, ...SlackSchemaV2[]];
}
/**
 * The body of a request that creates a user in SCIM 1.1.
 */
export interface UserCreateV1 {
  schemas?: SchemasV15;
  id?: {
    [k: string]: unknown;
  };
  externalId?: ExternalIdV1;
  meta?: {
    [k: string]: unknown;
  };
  userName: string;
  name?: NameV1;
  displayName?: string;
  nickName?: string;
  profileUrl?: string;
  title?: string;
  userType?: string;
  preferredLanguage?: LocaleV1;
  locale?: LocaleV1;
  timezone?: string;
  active?: boolean;
  emails?: EmailsV1;
  phoneNumbers?: PhoneNumbersV1;
  ims?: ValuesV1;
  photos?: PhotosV1;
  addresses?: AddressesV1;
  groups?: {
    [k: string]: unknown;
  };
  entitlements?: ValuesV1;
  roles?: ValuesV1;
  x509Certificates?: CertificatesV1;
  "urn:scim:schemas:extension:enterprise:1.0"?: EnterpriseUserV1;
  password?: string;
  /**
   * This interface was referenced by `UserCreateV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV15
    | ExternalIdV1
    | NameV1
    | boolean
    | EmailsV1
    | PhoneNumbersV1
    | ValuesV1
    | PhotosV1
    | AddressesV1
    | CertificatesV1
    | EnterpriseUserV1
    | undefined;
}
/**
 * The body of a request that replaces a user in SCIM 1.1. Read-only members may be sent back and are ignored.
 */
export interface UserReplaceV1 {
  schemas?: SchemasV16;
  id?: IdV11;
  externalId?: ExternalIdV1;
  meta?: MetaV11;
  userName: string;
  name?: NameV1;
  displayName?: string;
  nickName?: string;
  profileUrl?: string;
  title?: string;
  userType?: string;
  preferredLanguage?: LocaleV1;
  locale?: LocaleV1;
  timezone?: string;
  active?: boolean;
  emails?: EmailsV1;
  phoneNumbers?: PhoneNumbersV1;
  ims?: ValuesV1;
  photos?: PhotosV1;
  addresses?: AddressesV1;
  groups?: UserGroupsV11;
  entitlements?: ValuesV1;
  roles?: ValuesV1;
  x509Certificates?: CertificatesV1;
  "urn:scim:schemas:extension:enterprise:1.0"?: EnterpriseUserV1;
  password?: string;
  /**
   * This interface was referenced by `UserReplaceV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV16
    | IdV11
    | MetaV11
    | NameV1
    | boolean
    | EmailsV1
    | PhoneNumbersV1
    | ValuesV1
    | PhotosV1
    | AddressesV1
    | UserGroupsV11
    | CertificatesV1
    | EnterpriseUserV1
    | undefined;
}
export interface MetaV11 {
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
/**
 * The body of a request that changes a user in SCIM 1.1: a part of the resource, and in meta.attributes what to remove.
 */
export interface UserPatchV1 {
  schemas?: SchemasV14;
  id?: IdV12;
  externalId?: ExternalIdV1;
  meta?: {
    attributes?: string[];
    created?: string;
    lastModified?: string;
    location?: string;
    version?: string;
  };
  userName?: string;
  name?: NameV1;
  displayName?: string;
  nickName?: string;
  profileUrl?: string;
  title?: string;
  userType?: string;
  preferredLanguage?: LocaleV1;
  locale?: LocaleV1;
  timezone?: string;
  active?: boolean;
  emails?: PatchEmailsV1;
  phoneNumbers?: PatchValuesV1;
  ims?: PatchValuesV1;
  photos?: PatchPhotosV1;
  addresses?: PatchAddressesV1;
  groups?: UserGroupsV12;
  entitlements?: PatchValuesV1;
  roles?: PatchValuesV1;
  x509Certificates?: PatchValuesV1;
  "urn:scim:schemas:extension:enterprise:1.0"?: EnterpriseUserV1;
  password?: string;
  /**
   * This interface was referenced by `UserPatchV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV14
    | IdV12
    | {
        attributes?: string[];
        created?: string;
        lastModified?: string;
        location?: string;
        version?: string;
      }
    | NameV1
    | boolean
    | PatchEmailsV1
    | PatchValuesV1
    | PatchPhotosV1
    | PatchAddressesV1
    | UserGroupsV12
    | EnterpriseUserV1
    | undefined;
}
/**
 * The body of a request that creates a group in SCIM 1.1.
 */
export interface GroupCreateV1 {
  schemas?: SchemasV17;
  id?: {
    [k: string]: unknown;
  };
  externalId?: ExternalIdV1;
  meta?: {
    [k: string]: unknown;
  };
  displayName: string;
  members?: MembersV1;
  /**
   * This interface was referenced by `GroupCreateV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV17
    | ExternalIdV1
    | MembersV1
    | undefined;
}
/**
 * The body of a request that replaces a group in SCIM 1.1. Read-only members may be sent back and are ignored.
 */
export interface GroupReplaceV1 {
  schemas?: SchemasV18;
  id?: IdV13;
  externalId?: ExternalIdV1;
  meta?: MetaV12;
  displayName: string;
  members?: MembersV1;
  /**
   * This interface was referenced by `GroupReplaceV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV18
    | IdV13
    | MetaV12
    | MembersV1
    | undefined;
}
export interface MetaV12 {
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
/**
 * The body of a request that changes a group in SCIM 1.1.
 */
export interface GroupPatchV1 {
  schemas?: SchemasV14;
  id?: IdV14;
  externalId?: ExternalIdV1;
  meta?: {
    attributes?: string[];
    created?: string;
    lastModified?: string;
    location?: string;
    version?: string;
  };
  displayName?: string;
  members?: {
    value: string;
    display?: string;
    type?: "User" | "Group";
    primary?: boolean;
    operation?: "delete";
  }[];
  /**
   * This interface was referenced by `GroupPatchV1`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | SchemasV14
    | IdV14
    | {
        attributes?: string[];
        created?: string;
        lastModified?: string;
        location?: string;
        version?: string;
      }
    | {
        value: string;
        display?: string;
        type?: "User" | "Group";
        primary?: boolean;
        operation?: "delete";
      }[]
    | undefined;
}
/**
 * The body of a request that creates a user in SCIM 2.0.
 */
export interface UserCreateV2 {
  schemas: SchemasV27;
  id?: {
    [k: string]: unknown;
  };
  externalId?: ExternalIdV2;
  meta?: {
    [k: string]: unknown;
  };
  userName: string;
  name?: NameV2;
  displayName?: string | null;
  nickName?: string | null;
  profileUrl?: string | null;
  title?: string | null;
  userType?: string | null;
  preferredLanguage?: string | null;
  locale?: string | null;
  timezone?: string | null;
  active?: boolean | null;
  emails?: EmailsV2;
  phoneNumbers?: ValuesV2;
  ims?: ValuesV2;
  photos?: PhotosV2;
  addresses?: AddressesV2;
  groups?: {
    [k: string]: unknown;
  };
  entitlements?: ValuesV2;
  roles?: ValuesV2;
  x509Certificates?: CertificatesV2;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: EnterpriseUserV2;
  password?: string;
  /**
   * This interface was referenced by `UserCreateV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV27
    | ExternalIdV2
    | string
    | NameV2
    | boolean
    | EmailsV2
    | ValuesV2
    | PhotosV2
    | AddressesV2
    | CertificatesV2
    | EnterpriseUserV2
    | undefined;
}
/**
 * The body of a request that replaces a user in SCIM 2.0. Read-only members may be sent back and are ignored.
 */
export interface UserReplaceV2 {
  schemas: SchemasV28;
  id?: IdV21;
  externalId?: ExternalIdV2;
  meta?: MetaV23;
  userName: string;
  name?: NameV2;
  displayName?: string | null;
  nickName?: string | null;
  profileUrl?: string | null;
  title?: string | null;
  userType?: string | null;
  preferredLanguage?: string | null;
  locale?: string | null;
  timezone?: string | null;
  active?: boolean | null;
  emails?: EmailsV2;
  phoneNumbers?: ValuesV2;
  ims?: ValuesV2;
  photos?: PhotosV2;
  addresses?: AddressesV2;
  groups?: UserGroupsV21;
  entitlements?: ValuesV2;
  roles?: ValuesV2;
  x509Certificates?: CertificatesV2;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: EnterpriseUserV2;
  password?: string;
  /**
   * This interface was referenced by `UserReplaceV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV28
    | IdV21
    | ExternalIdV2
    | MetaV23
    | NameV2
    | boolean
    | EmailsV2
    | ValuesV2
    | PhotosV2
    | AddressesV2
    | UserGroupsV21
    | CertificatesV2
    | EnterpriseUserV2
    | undefined;
}
export interface MetaV23 {
  resourceType?: string;
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
/**
 * The body of a request that creates a group in SCIM 2.0.
 */
export interface GroupCreateV2 {
  schemas: SchemasV29;
  id?: {
    [k: string]: unknown;
  };
  externalId?: ExternalIdV2;
  meta?: {
    [k: string]: unknown;
  };
  displayName: string;
  members?: MembersV2;
  /**
   * This interface was referenced by `GroupCreateV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV29
    | ExternalIdV2
    | string
    | MembersV2
    | undefined;
}
/**
 * The body of a request that replaces a group in SCIM 2.0. Read-only members may be sent back and are ignored.
 */
export interface GroupReplaceV2 {
  schemas: SchemasV210;
  id?: IdV22;
  externalId?: ExternalIdV2;
  meta?: MetaV24;
  displayName: string;
  members?: MembersV2;
  /**
   * This interface was referenced by `GroupReplaceV2`'s JSON-Schema definition
   * via the `patternProperty` "^[A-Za-z][A-Za-z0-9+.-]*:".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | null
    | SchemasV210
    | IdV22
    | ExternalIdV2
    | MetaV24
    | MembersV2
    | undefined;
}
export interface MetaV24 {
  resourceType?: string;
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}
/**
 * The body of a PATCH in SCIM 2.0.
 */
export interface PatchOpV2 {
  schemas: SchemasV211;
  /**
   * @minItems 1
   */
  Operations: [PatchOperationV2, ...PatchOperationV2[]];
}
/**
 * What Slack's two versions share in requests.
 */
export interface SlackWrite {
  [k: string]: unknown;
}
/**
 * The body of a request that creates a user in Slack, in version 1.1.
 */
export interface SlackUserCreateV1 {
  schemas: SlackWriteSchemas;
  externalId?: string;
  userName: SlackWriteUserName;
  nickName?: SlackWriteNickName;
  name?: SlackWriteName;
  displayName?: SlackWriteDisplayName;
  profileUrl?: string;
  title?: string;
  timezone?: string;
  active?: boolean;
  emails: SlackWriteEmails;
  photos?: SlackWritePhotos;
  addresses?: SlackWriteAddresses;
  phoneNumbers?: SlackWritePhoneNumbers;
  roles?: SlackWriteRoles;
  userType?: SlackWriteText;
  preferredLanguage?: SlackWriteLocale;
  locale?: SlackWriteLocale;
  "urn:scim:schemas:extension:enterprise:1.0"?: SlackWriteEnterprise;
  "urn:scim:schemas:extension:slack:guest:1.0"?: SlackWriteGuest;
  "urn:scim:schemas:extension:slack:profile:1.0"?: SlackWriteProfile;
  password?: string;
}
export interface SlackWriteName {
  givenName?: string;
  familyName?: string;
  honorificPrefix?: string | null;
}
export interface SlackWriteEnterprise {
  employeeNumber?: string | null;
  costCenter?: string | null;
  organization?: string | null;
  division?: string | null;
  department?: string | null;
  manager?: {
    managerId?: string | null;
  };
}
export interface SlackWriteGuest {
  type?: "multi";
  expiration?: string | null;
  channels?: unknown[];
}
export interface SlackWriteProfile {
  startDate?: string | null;
}
/**
 * The body of a request that replaces a user in Slack, in version 1.1. Read-only members may be sent back and are ignored.
 */
export interface SlackUserReplaceV1 {
  schemas?: SlackWriteSchemas1;
  externalId?: string;
  userName: SlackWriteUserName;
  nickName?: SlackWriteNickName;
  name?: SlackWriteName;
  displayName?: SlackWriteDisplayName;
  profileUrl?: string;
  title?: string;
  timezone?: string;
  active?: boolean;
  emails: SlackWriteEmails1;
  photos?: SlackWritePhotos;
  addresses?: SlackWriteAddresses;
  phoneNumbers?: SlackWritePhoneNumbers;
  roles?: SlackWriteRoles;
  userType?: SlackWriteText;
  preferredLanguage?: SlackWriteLocale;
  locale?: SlackWriteLocale;
  "urn:scim:schemas:extension:enterprise:1.0"?: SlackWriteEnterprise;
  "urn:scim:schemas:extension:slack:guest:1.0"?: SlackWriteGuest;
  "urn:scim:schemas:extension:slack:profile:1.0"?: SlackWriteProfile;
  id?: SlackUserId1;
  meta?: {
    [k: string]: unknown;
  };
  groups?: unknown[];
}
/**
 * The body of a request that creates a group in Slack, in version 1.1.
 */
export interface SlackGroupCreateV1 {
  schemas: SlackWriteSchemas2;
  displayName: string;
  members?: SlackWriteMembers;
}
/**
 * The body of a request that replaces a group in Slack, in version 1.1. Without members it becomes empty.
 */
export interface SlackGroupReplaceV1 {
  schemas: SlackWriteSchemas3;
  displayName: string;
  members?: SlackWriteMembers;
  id?: SlackGroupId1;
  meta?: {
    [k: string]: unknown;
  };
}
/**
 * The body of a request that changes a user in Slack, in version 1.1: a part of the user, and in meta.attributes what to remove.
 */
export interface SlackUserPatchV1 {
  schemas?: SlackWriteSchemas4;
  userName?: SlackWriteUserName;
  nickName?: SlackWriteNickName;
  name?: SlackWriteName;
  displayName?: SlackWriteDisplayName;
  title?: string;
  timezone?: string;
  active?: boolean;
  emails?: SlackPatchEmails;
  photos?: SlackPatchPhotos;
  addresses?: SlackPatchAddresses;
  phoneNumbers?: SlackPatchPhoneNumbers;
  roles?: SlackPatchRoles;
  userType?: SlackWriteText;
  preferredLanguage?: SlackWriteLocale;
  locale?: SlackWriteLocale;
  "urn:scim:schemas:extension:enterprise:1.0"?: SlackWriteEnterprise;
  "urn:scim:schemas:extension:slack:guest:1.0"?: SlackWriteGuest;
  "urn:scim:schemas:extension:slack:profile:1.0"?: SlackWriteProfile;
  id?: SlackUserId2;
  meta?: {
    attributes?: string[];
  };
}
/**
 * The body of a request that changes a group in Slack, in version 1.1.
 */
export interface SlackGroupPatchV1 {
  schemas: SlackWriteSchemas5;
  displayName?: string;
  members?: SlackPatchMembers;
  id?: SlackGroupId2;
  meta?: {
    attributes?: string[];
  };
}
/**
 * The body of a request that creates a user in Slack, in version 2.0.
 */
export interface SlackUserCreateV2 {
  /**
   * @minItems 1
   */
  schemas: [string, ...string[]];
  externalId?: string;
  userName: SlackWriteUserName;
  nickName?: SlackWriteNickName;
  name?: SlackWriteName;
  displayName?: SlackWriteDisplayName;
  profileUrl?: string;
  title?: string;
  timezone?: string;
  active?: boolean;
  emails: SlackWriteEmails2;
  photos?: SlackWritePhotos;
  addresses?: SlackWriteAddresses;
  phoneNumbers?: SlackWritePhoneNumbers;
  roles?: SlackWriteRoles;
  userType?: SlackWriteText;
  preferredLanguage?: SlackWriteLocale;
  locale?: SlackWriteLocale;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: SlackWriteEnterprise;
  "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"?: SlackWriteGuest;
  "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"?: SlackWriteProfile;
  password?: string;
}
/**
 * The body of a request that replaces a user in Slack, in version 2.0. Read-only members may be sent back and are ignored.
 */
export interface SlackUserReplaceV2 {
  /**
   * @minItems 1
   */
  schemas: [string, ...string[]];
  externalId?: string;
  userName: SlackWriteUserName;
  nickName?: SlackWriteNickName;
  name?: SlackWriteName;
  displayName?: SlackWriteDisplayName;
  profileUrl?: string;
  title?: string;
  timezone?: string;
  active?: boolean;
  emails: SlackWriteEmails3;
  photos?: SlackWritePhotos;
  addresses?: SlackWriteAddresses;
  phoneNumbers?: SlackWritePhoneNumbers;
  roles?: SlackWriteRoles;
  userType?: SlackWriteText;
  preferredLanguage?: SlackWriteLocale;
  locale?: SlackWriteLocale;
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: SlackWriteEnterprise;
  "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User"?: SlackWriteGuest;
  "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User"?: SlackWriteProfile;
  id?: SlackUserId3;
  meta?: {
    [k: string]: unknown;
  };
  groups?: unknown[];
}
/**
 * The body of a request that creates a group in Slack, in version 2.0.
 */
export interface SlackGroupCreateV2 {
  /**
   * @minItems 1
   */
  schemas: [string, ...string[]];
  displayName: string;
  members?: SlackWriteMembers;
}
/**
 * The body of a request that replaces a group in Slack, in version 2.0. Without members it becomes empty.
 */
export interface SlackGroupReplaceV2 {
  /**
   * @minItems 1
   */
  schemas: [string, ...string[]];
  displayName: string;
  members?: SlackWriteMembers;
  id?: SlackGroupId3;
  meta?: {
    [k: string]: unknown;
  };
}
/**
 * The body of a PATCH in Slack, in version 2.0.
 */
export interface SlackPatchOpV2 {
  /**
   * @minItems 1
   */
  schemas: [string, ...string[]];
  Operations: SlackPatchOperationV2[];
}
