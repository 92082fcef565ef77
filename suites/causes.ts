/** What a check observed, as its result has it. */
type Observation = Readonly<Record<string, unknown>>;

/**
 * Rules, and those that cannot be judged while they are broken. If both are broken, only the first is a
 * finding; the other one is skipped, `blocked-by` (docs/judging.md, "One cause, one finding").
 *
 * A rule is listed only where the fault of the first alone breaks it, so that nothing is hidden that
 * would still be broken once the first is mended. Where only some of its faults have an effect,
 * {@link cascades} says which.
 */
const effects: Readonly<Record<string, readonly string[]>> = {
  // Without an id there is neither identity nor location.
  "SCIM11-CS-5.1-01": ["SCIM11-CS-5.1-02", "SCIM11-API-3.2-01"],
  "SCIM20-7643-3.1-01": ["SCIM20-7643-3.1-02", "SCIM20-7643-3.1-12"],
  // With ids that change, no user can be compared with an earlier state.
  "SCIM11-CS-5.1-03": ["SCIM11-API-3-10", "SCIM11-API-3.9-14"],
  "SCIM20-7643-3.1-03": ["SCIM20-7644-3.2-07", "SCIM20-7644-3.12-14"],
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
  "SCIM20-7644-3.5.2.3-04": ["SCIM20-7644-3.5.2.1-04"],
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

/** Effects of a fault that shows in what a check observed. */
interface Cascade {
  cause: string;
  /** Whether the observation shows the fault that has these effects. */
  when: (seen: Observation) => boolean;
  effects: readonly string[];
  /** Whether what the affected check observed is nothing but the effect. */
  where?: (seen: Observation) => boolean;
  /** A second fault, where it takes both to explain all that the affected check observed. */
  also?: Fault;
}

/** A broken rule, and the fault that has to be seen of it. */
type Fault = Pick<Cascade, "cause" | "when">;

const has = (value: unknown, ...names: readonly string[]) =>
  Array.isArray(value) && names.every((name) => value.includes(name));
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
const isNoJson = ({ type }: Observation) => !/json/i.test(String(type));
const always = () => true;

/** Whether filters found nothing, or returned 500, and nothing else. */
const isNothingOr500 = (seen: Observation) =>
  Object.values(seen).every((one) => isNothing(one) || is500(one));
const isNothing = (found: unknown) => isEmpty(found) || found === false;
const is500 = (seen: unknown) => seen === 500 || seen === "HTTP 500";
const isAll500 = (seen: Observation) => Object.values(seen).every(is500);

const listed = (prefix: string, ...numbers: readonly string[]) =>
  numbers.map((number) => `${prefix}${number}`);

/** Rules on what filters find, for which each fact is what one filter found. */
const onFilters = {
  "1.1": [
    ...listed("SCIM11-API-3.2.2.1-", "05", "06", "07", "08", "13", "14", "15", "16", "17", "18"),
    ...listed("SCIM11-API-3.2.2.1-", "11", "12", "19", "20", "21", "23", "24"),
    ...["SCIM11-API-3.8-01"],
  ],
  "2.0": [
    ...listed("SCIM20-7644-3.4.2.2-", "06", "07", "08", "09", "10", "11", "12", "13", "15"),
    ...listed("SCIM20-7644-3.4.2.2-", "16", "17", "18", "19", "20", "21", "24", "26"),
    ...["SCIM20-7644-5-01"],
  ],
} as const;

const findsNothing = ({ matching, notMatching }: Observation) =>
  isEmpty(matching) && isEmpty(notMatching);

const cascades: readonly Cascade[] = [
  // Without meta there is no version in it, and no selection keeps it.
  { cause: "SCIM11-API-3.2-01", when: always, effects: ["SCIM11-API-3.11-02"] },
  {
    ...{ cause: "SCIM11-API-3.2-01", when: always, effects: ["SCIM11-API-3.7-02"] },
    where: ({ id }) => id !== false,
  },
  {
    cause: "SCIM20-7643-3.1-12",
    when: ({ created, location }) => created === "absent" && location === "absent",
    effects: ["SCIM20-7644-3.14-02"],
  },
  {
    cause: "SCIM11-API-3.10-01",
    when: ({ wrong }) => has(wrong, "User.meta.location"),
    effects: ["SCIM11-CS-5.1-12"],
    where: ({ user }) => user === "absent",
  },
  // An error without SCIM's body has no explanation and no scimType.
  {
    cause: "SCIM11-API-3.9-01",
    when: ({ withoutBody }) => has(withoutBody, "missing", "unreadable"),
    effects: ["SCIM11-API-3.2.2.1-22", "SCIM11-API-3.1-05", "SCIM11-API-3.5-11"],
    where: ({ status = 400, code = "" }) => [400, 413].includes(Number(status)) && code === "",
  },
  {
    cause: "SCIM20-7644-3.12-01",
    when: ({ request }) => has(request, "missing", "unreadable"),
    effects: ["SCIM20-7643-2.1-03", "SCIM20-7644-3.1-01"],
    where: ({ without, others }) => String(without ?? "error") === "error" && !hasListUrn(others),
  },
  {
    cause: "SCIM20-7644-3.12-01",
    when: ({ request }) => has(request, "missing", "unreadable"),
    effects: listed("SCIM20-7644-", "3.4.2.2-23", "3.3-07", "3.3-09", "3.7-08", "3.5.2.2-07"),
    where: ({ status = 400, scimType = "absent", refused = "HTTP 400" }) =>
      [400, 409, 413].includes(Number(status)) && scimType === "absent" && refused === "HTTP 400",
  },
  // An error without a status repeats none.
  {
    cause: "SCIM20-7644-3.12-02",
    when: ({ codes }) => has(codes, "absent"),
    effects: ["SCIM20-7644-3.12-03"],
  },
  // Resources without schemas name none.
  {
    cause: "SCIM11-CS-3-05",
    when: ({ without }) => has(without, "Group", "User"),
    effects: ["SCIM11-CS-5.2-01", "SCIM11-CS-4-02"],
  },
  {
    cause: "SCIM20-7643-2.1-03",
    when: ({ without }) => has(without, "Group", "User"),
    effects: ["SCIM20-7643-3-01", "SCIM20-7643-3-05", "SCIM20-7643-3.3-01"],
  },
  // Another media type than JSON's is another one in every response.
  {
    cause: "SCIM11-API-3.6-02",
    when: isNoJson,
    effects: ["SCIM11-API-3-06", "SCIM11-API-3.6-03"],
    where: ({ type = "" }) => isNoJson({ type }),
  },
  {
    cause: "SCIM20-7644-3.8-02",
    when: isNoJson,
    effects: ["SCIM20-7644-3.8-01", "SCIM20-7644-3.8-03"],
    where: isNoJson,
  },
  // A path without its filter addresses all values.
  {
    cause: "SCIM20-7644-3.5.2.2-03",
    when: ({ addresses }) => isEmpty(addresses),
    effects: ["SCIM20-7644-3.5.2.2-04", "SCIM20-7644-3.5.2.2-07"],
    where: ({ members }) => isEmpty(members),
  },
  // What replaces all values where it should add one.
  {
    cause: "SCIM11-API-3.3.2-11",
    when: ({ addresses }) => String(addresses) === "new",
    effects: listed("SCIM11-API-3.3.2-", "12", "14", "19"),
  },
  // Pages that begin at the first result, and a total that is the size of the page.
  {
    cause: "SCIM11-API-3.2.2.3-08",
    when: always,
    effects: ["SCIM11-API-3.2.2.3-07", "SCIM11-API-3.2.2.3-09"],
    where: ({ said = 1, totalKept = true }) => said === 1 && totalKept === true,
  },
  {
    cause: "SCIM11-API-3.2.2.3-06",
    when: always,
    effects: ["SCIM11-API-3.2.2.3-09"],
    where: ({ totalKept, results = 0 }) => totalKept === false && results === 0,
  },
  {
    cause: "SCIM20-7644-3.4.2.4-07",
    when: always,
    effects: ["SCIM20-7644-3.4.2.4-06"],
    where: ({ startIndex }) => startIndex === 1,
  },
  // A filter that finds everything, whatever it says, shows nothing of what filters mean.
  {
    cause: "SCIM11-API-3.2.2.1-02",
    when: ({ notMatching }) => has(notMatching, "another user", "b", "c"),
    effects: [
      ...onFilters["1.1"],
      ...listed("SCIM11-API-3.2.2.1-", "03", "04", "09", "10", "22"),
      ...listed("SCIM11-API-3.2.2.2-", "02", "03", "04", "05", "07"),
      ...["SCIM11-API-3.2.2-04", "SCIM11-API-3.2.1-02"],
    ],
  },
  {
    cause: "SCIM20-7644-3.4.2.2-02",
    when: ({ notMatching }) => has(notMatching, "another user", "b", "c"),
    effects: [
      ...onFilters["2.0"],
      ...listed("SCIM20-7644-3.4.2.2-", "03", "04", "05", "14", "23"),
      ...listed("SCIM20-7644-3.4.2.3-", "02", "03", "04"),
      ...["SCIM20-7644-3.4.2-05", "SCIM20-7644-3.1-03", "SCIM20-7644-3.4.3-03"],
    ],
  },
  {
    cause: "SCIM11-API-3.2.2.1-02",
    when: ({ notMatching }) => has(notMatching, "another user", "b", "c"),
    effects: ["SCIM11-CS-9-09"],
    where: ({ wrong }) => String(wrong) === "filter",
  },
  {
    cause: "SCIM20-7644-3.4.2.2-02",
    when: ({ notMatching }) => has(notMatching, "another user", "b", "c"),
    effects: ["SCIM20-7643-5-11"],
    where: ({ wrong }) => String(wrong) === "filter",
  },
  // Nor does one that finds nothing, not even the user who has exactly the value.
  {
    ...{ cause: "SCIM11-API-3.2.2.1-02", when: findsNothing, effects: onFilters["1.1"] },
    where: (seen) => Object.values(seen).every(isNothing),
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-02", when: findsNothing, effects: onFilters["2.0"] },
    where: (seen) => Object.values(seen).every(isNothing),
  },
  // A filter that the provider cannot read returns 500, whatever it cannot read in it.
  {
    ...{ cause: "SCIM11-API-3.2.2.1-22", when: ({ status }) => is500(status), where: isAll500 },
    effects: [...onFilters["1.1"], ...listed("SCIM11-API-3.2.2.1-", "09", "10")],
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-23", when: ({ status }) => is500(status), where: isAll500 },
    effects: [...onFilters["2.0"], ...listed("SCIM20-7644-3.4.2.2-", "03", "04", "14")],
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-02", when: findsNothing, effects: onFilters["2.0"] },
    where: isNothingOr500,
    also: { cause: "SCIM20-7644-3.4.2.2-23", when: ({ status }) => is500(status) },
  },
  // What is not removed is listed, and its name is taken.
  {
    cause: "SCIM11-API-3.4-03",
    when: ({ userRead }) => userRead === 200,
    effects: ["SCIM11-API-3.4-04", "SCIM11-API-3.4-05"],
    where: ({ status = 409 }) => status === 409,
  },
  {
    cause: "SCIM20-7644-3.6-02",
    when: ({ userRead }) => userRead === 200,
    effects: ["SCIM20-7644-3.6-03", "SCIM20-7644-3.6-04"],
    where: ({ status = 409 }) => status === 409,
  },
  // A PUT without an effect writes nothing.
  {
    cause: "SCIM20-7644-3.5.1-03",
    when: ({ title, familyName }) => title !== "Director" && familyName !== "Byron",
    effects: [
      ...listed("SCIM20-7643-", "2.1-01", "2.2-01", "2.3-02", "2.3-05", "2.3-12", "2.5-02"),
      ...listed("SCIM20-7643-", "3-03", "3.1-17", "4.1.1-13", "4.1.2-08", "4.1.2-13"),
      ...listed("SCIM20-7643-", "4.3-03", "4.3-04"),
    ],
  },
  // Members that no response shows.
  {
    cause: "SCIM11-API-3.1-02",
    when: ({ group }) => has(group, "members"),
    effects: ["SCIM11-API-3.5-09", ...listed("SCIM11-API-3.3.2-", "08", "16", "18", "19", "21")],
    where: ({ members }) => isEmpty(members),
  },
  {
    cause: "SCIM20-7644-3.3-05",
    when: ({ group }) => has(group, "members"),
    effects: listed("SCIM20-7644-3.5.2.", "2-04", "2-07", "3-05"),
    where: ({ members }) => isEmpty(members),
  },
  // Members that a create ignores are not looked up.
  {
    cause: "SCIM20-7644-3.3-05",
    when: ({ group }) => has(group, "members"),
    effects: ["SCIM20-7643-4.2-02"],
    where: ({ status }) => status === 201,
  },
  // What PATCH removes is gone.
  {
    cause: "SCIM20-7643-4.1.1-16",
    when: ({ emptied }) => /PATCH that removes userName/.test(String(emptied)),
    effects: ["SCIM20-7644-3.5.2.2-06"],
    where: ({ changed }) => String(changed) === "userName",
  },
  // A string that is stored where a boolean belongs.
  {
    cause: "SCIM20-7643-2.3-13",
    when: ({ stored }) => Array.isArray(stored) && stored.some((one) => /^active: /.test(one)),
    effects: ["SCIM20-7643-2.3-05"],
    where: ({ outcome }) => /active is "/.test(String(outcome)),
  },
  // An id that is another one in each response identifies nothing.
  {
    cause: "SCIM11-CS-5.1-03",
    when: ({ ids }) => Number(ids) > 2,
    effects: [
      ...listed("SCIM11-API-", "2-04", "3.1-02", "3.2.1-01", "3.2.1-02", "3.3.1-03", "3.11-04"),
      ...listed("SCIM11-API-3.3.2-", "08", "16", "18", "19", "20", "21", "23"),
      ...listed("SCIM11-CS-", "5.1-12", "6.2-07", "7-02"),
    ],
  },
  {
    cause: "SCIM20-7643-3.1-03",
    when: ({ ids }) => Number(ids) > 2,
    effects: [
      ...listed("SCIM20-7643-", "3.1-07", "3.1-19", "4.1.2-09", "4.3-03", "7-08"),
      ...listed("SCIM20-7644-", "3.1-03", "3.3-05", "3.4.1-01", "3.4.2.2-22", "3.4.3-03"),
      ...listed("SCIM20-7644-", "3.5.1-08", "3.5.2.2-04", "3.5.2.2-07", "3.5.2.3-02"),
      ...listed("SCIM20-7644-", "3.5.2.3-05", "3.14-04"),
    ],
  },
];

function hasListUrn(others: unknown): boolean {
  return Array.isArray(others) && others.length > 1;
}

/** A rule that another may break, and how the two observations show that it did. */
interface Cause {
  id: string;
  explains: (cause: Observation, effect: Observation) => boolean;
  also?: Fault;
}

const causes = new Map<string, Cause[]>();
const add = (rule: string, cause: Cause) => causes.set(rule, [...(causes.get(rule) ?? []), cause]);
for (const [id, rules] of Object.entries(effects)) {
  for (const rule of rules) add(rule, { id, explains: always });
}
for (const { cause: id, when, effects: rules, where = always, also } of cascades) {
  const cause: Cause = { id, explains: (one, other) => when(one) && where(other) };
  for (const rule of rules) add(rule, also === undefined ? cause : { ...cause, also });
}

/** The rules that a rule rests on: each may be the cause that breaks it. */
export function causesOf(id: string): readonly Cause[] {
  return causes.get(id) ?? [];
}

/** Every rule that rests on others. */
export const resting: readonly string[] = [...causes.keys()];
