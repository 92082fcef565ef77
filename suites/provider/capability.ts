/** A feature of the provider configuration: RFC 7643 §5, SCIM 1.1 core schema §9. */
export type Capability = "patch" | "filter" | "sort" | "bulk" | "etag" | "changePassword";

/** Features that are said to be supported, or not; the others are not mentioned. */
export type Offered = Readonly<Partial<Record<Capability, boolean>>>;
