import { complex, type RecordedAttribute, text } from "./attribute.ts";

/*
 * The descriptions name the URNs of v1.1 in both versions (FACT-DISCOVERY-84). In 2019 v1.1 described
 * the enterprise extension only (FACT-DISCOVERY-61).
 */

/**
 * The enterprise extension, which is called multi-valued (FACT-DISCOVERY-52, FACT-DISCOVERY-53,
 * FACT-DISCOVERY-83).
 */
export function recordedEnterprise(urn: string): RecordedAttribute {
  return complex(
    urn,
    "The following SCIM extension defines attributes commonly used in representing users that belong to, or act on behalf of a business or enterprise. The enterprise user extension is identified using the following URI: 'urn:scim:schemas:extension:enterprise:1.0'.",
    [
      text(
        "employeeNumber",
        "Numeric or alphanumeric identifier assigned to a person, typically based on order of hire or association with an organization.",
      ),
      text("costCenter", "Identifies the name of a cost center."),
      text("organization", "Identifies the name of an organization."),
      text("division", "Identifies the name of a division."),
      text("department", "Identifies the name of a department."),
      complex(
        "manager",
        'The User\'s manager. A complex type that optionally allows Service Providers to represent organizational hierarchy by referencing the "id" attribute of another User.',
        [
          text(
            "managerId",
            "The id of the SCIM resource representing the User's manager. REQUIRED.",
          ),
        ],
        { partsForm: "one-object" },
      ),
    ],
    { multiValued: true },
  );
}

/** The guest extension (FACT-DISCOVERY-98). */
export function recordedGuest(urn: string): RecordedAttribute {
  return complex(
    urn,
    "The following SCIM extension defines attributes representing a Slack guest user. The Slack guest user extension is identified using the following URI: 'urn:scim:schemas:extension:slack:guest:1.0'.",
    [
      text(
        "type",
        "Identifies the guest type. The acceptable value is 'multi' for a multi channel guest.",
        { required: true },
      ),
      {
        name: "expiration",
        type: "datetime",
        description:
          "Identifies date and time the guest account will expire. The accepted format is ISO 8601. E.G 2020-10-31T23:59:59Z",
      },
      complex(
        "channels",
        "A list of channels the user belongs to.",
        [
          text("value", "The id of the channel a user has access to. REQUIRED.", {
            required: true,
            readOnly: true,
          }),
          text("display", "The channel name.", { readOnly: true }),
        ],
        { multiValued: true, childName: "channel" },
      ),
    ],
  );
}

/** The profile extension (FACT-DISCOVERY-82). */
export function recordedProfile(urn: string): RecordedAttribute {
  return complex(
    urn,
    "The following SCIM extension defines attributes related to the Slack user profile. The Slack user profile extension is identified using the following URI: 'urn:scim:schemas:extension:slack:profile:1.0'.",
    [
      {
        name: "startDate",
        type: "datetime",
        description:
          "Identifies date and time the user started within the organization. Used to create and display profile Celebrations. The accepted format is ISO 8601. E.G 2020-10-31T23:59:59Z",
      },
    ],
  );
}
