/** The SCIM versions that Slack serves: 1.1 at `/scim/v1`, 2.0 at `/scim/v2`. */
export const versions = ["1.1", "2.0"] as const;

export type Version = (typeof versions)[number];
