/**
 * Rules, and those that cannot be judged while they are broken. If both are broken, only the first is a
 * finding; the other one is skipped, `blocked-by` (docs/judging.md, "One cause, one finding").
 *
 * A rule is listed only where the fault of the first alone breaks it, so that nothing is hidden that
 * would still be broken once the first is mended.
 */
const effects: Readonly<Record<string, readonly string[]>> = {
  // Without an id there is neither identity nor location.
  "SCIM11-CS-5.1-01": ["SCIM11-CS-5.1-02", "SCIM11-API-3.2-01"],
  "SCIM20-7643-3.1-01": ["SCIM20-7643-3.1-02", "SCIM20-7643-3.1-12"],
  // Without meta there is none of its sub-attributes.
  "SCIM11-API-3.2-01": [
    "SCIM11-CS-5.1-09",
    "SCIM11-CS-5.1-10",
    "SCIM11-CS-5.1-11",
    "SCIM11-CS-5.1-12",
    "SCIM11-API-3.10-01",
  ],
  "SCIM20-7643-3.1-12": [
    "SCIM20-7643-3.1-14",
    "SCIM20-7643-3.1-15",
    "SCIM20-7643-3.1-16",
    "SCIM20-7643-3.1-17",
    "SCIM20-7643-3.1-19",
    "SCIM20-7644-3.3-08",
    "SCIM20-7644-3.13-01",
  ],
  // What is not served has no form.
  "SCIM20-7644-4-01": ["SCIM20-7644-3.2-02"],
  "SCIM20-7644-4-04": ["SCIM20-7644-4-05"],
  "SCIM20-7644-3.8-02": ["SCIM20-7644-3.8-04"],
  // A parameter that is ignored is ignored everywhere.
  "SCIM11-API-3.7-03": ["SCIM11-API-3.7-04"],
  "SCIM20-7644-3.9-01": ["SCIM20-7644-3.4.2.5-01", "SCIM20-7644-3.9-03", "SCIM20-7644-3.9-04"],
  "SCIM20-7644-3.9-02": ["SCIM20-7644-3.4.2.5-02", "SCIM20-7644-3.9-03"],
  // Read-only attributes that are stored.
  "SCIM20-7644-3.3-01": ["SCIM20-7643-3.1-13", "SCIM20-7643-4.1.2-11"],
  // Names that need not be unique are not rejected, with no status.
  "SCIM11-CS-6.1-02": ["SCIM11-API-3.1-04", "SCIM11-API-3.1-05", "SCIM11-API-3.9-09"],
  "SCIM20-7643-4.1.1-03": [
    "SCIM20-7643-4.1.1-04",
    "SCIM20-7643-7-13",
    "SCIM20-7644-3.3-07",
    "SCIM20-7644-3.12-09",
  ],
  // What is not rejected has no status and no scimType.
  "SCIM11-CS-6.1-03": ["SCIM11-API-3.1-07", "SCIM11-CS-6.1-01"],
  "SCIM20-7643-4.1.1-02": ["SCIM20-7644-3.3-09", "SCIM20-7643-4.1.1-01"],
  // A body that is no error has none of its members.
  "SCIM11-API-3.9-01": ["SCIM11-API-3.9-02", "SCIM11-API-3.9-03", "SCIM11-API-3-08"],
  "SCIM20-7644-3.12-01": ["SCIM20-7644-3.12-02", "SCIM20-7644-3.12-03", "SCIM20-7644-3.12-06"],
  // An object that replaces a complex attribute does so with each operation.
  "SCIM20-7644-3.5.2.1-04": ["SCIM20-7644-3.5.2.3-04"],
  "SCIM20-7644-3.5.2.1-03": ["SCIM20-7644-3.5.2.1-05", "SCIM20-7644-3.5.2.1-07"],
  // Where null is rejected or ignored, it clears nothing.
  "SCIM20-7643-2.5-01": ["SCIM20-7643-2.5-02"],
  // Filters in paths.
  "SCIM20-7644-3.5.2.2-03": [
    "SCIM20-7644-3.5.2-14",
    "SCIM20-7644-3.5.2.2-05",
    "SCIM20-7644-3.5.2.3-06",
    "SCIM20-7644-3.5.2.3-07",
    "SCIM20-7644-3.5.2.3-08",
  ],
};

const causes = new Map<string, string[]>();
for (const [cause, rules] of Object.entries(effects)) {
  for (const rule of rules) causes.set(rule, [...(causes.get(rule) ?? []), cause]);
}

/** The rules that a rule rests on: each may be the cause that breaks it. */
export function causesOf(id: string): readonly string[] {
  return causes.get(id) ?? [];
}

/** Every rule that rests on others. */
export const resting: readonly string[] = [...causes.keys()];
