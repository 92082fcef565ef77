/** What a check observed, as its result has it. */
export type Observation = Readonly<Record<string, unknown>>;

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
  /**
   * Whether what the affected check observed is nothing but the effect.
   * @param broken the part of what it observed that is not as expected; all of it, for most cascades
   */
  where?: (seen: Observation, broken: Observation) => boolean;
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

/** Whether all that is broken is of one kind: what filters found, or the status of their rejection. */
const all = (is: (seen: unknown) => boolean) => (_: Observation, broken: Observation) =>
  Object.values(broken).every(is);
/** A value in single quotes that finds nothing was accepted all the same. */
const acceptsQuotes = ({ singleQuotes }: Observation) => isEmpty(singleQuotes);
const isNothing = (found: unknown) => found === undefined || found === false || isEmpty(found);
const isEverything = (found: unknown) =>
  [200, false, "another user"].some((one) => one === found) ||
  has(found, "another user", "a", "b", "c");
const isStatus = (status: number) => (seen: unknown) =>
  seen === status || seen === `HTTP ${status}` || seen === false;

/** Statuses, other than 400, with which servers reject a filter that they cannot read. */
const rejections = [403, 404, 422, 500, 501] as const;

const listed = (prefix: string, ...numbers: readonly string[]) =>
  numbers.map((number) => `${prefix}${number}`);

const putIsIgnored = ({ title, familyName }: Observation) =>
  title !== "Director" && familyName !== "Byron";

const changesNothing = ({ title, displayName }: Observation) =>
  title !== "Principal" && displayName !== "Countess";

/** That no attribute changes by PATCH, according to the rule that tries each. */
const noneChanges = ({ displayName, withoutEffect }: Observation) =>
  displayName !== "Countess" && Array.isArray(withoutEffect) && withoutEffect.length > 1;
const noPatch = (cause: string): Fault => ({ cause, when: noneChanges });

/** Rules on what filters find: each fact is what one filter found, or depends on one. */
const onFilters = {
  "1.1": [
    ...listed("SCIM11-API-3.2.2.1-", "03", "04", "05", "06", "07", "08", "11", "12", "13", "14"),
    ...listed("SCIM11-API-3.2.2.1-", "15", "16", "17", "18", "19", "20", "21", "23", "24"),
    ...listed("SCIM11-API-3.2.2.2-", "02", "03", "04", "05", "07"),
    ...["SCIM11-API-3.8-01"],
  ],
  "2.0": [
    ...listed("SCIM20-7644-3.4.2.2-", "05", "06", "07", "08", "09", "10", "11", "12", "13", "15"),
    ...listed("SCIM20-7644-3.4.2.2-", "16", "17", "18", "19", "20", "21", "22", "24", "26"),
    ...listed("SCIM20-7644-3.4.2.3-", "02", "03", "04"),
    ...["SCIM20-7644-5-01"],
  ],
} as const;

/** Rules on the rejection of filters. */
const onRejection = {
  "1.1": listed("SCIM11-API-3.2.2.1-", "09", "10"),
  "2.0": listed("SCIM20-7644-3.4.2.2-", "03", "04", "14"),
} as const;

const findsNothing = ({ matching, notMatching }: Observation) =>
  isEmpty(matching) && isEmpty(notMatching);
const findsAll = ({ notMatching }: Observation) => has(notMatching, "another user", "b", "c");

/** Where `co` and `sw` find everything, or no operator is known to be unknown. */
const ignoresOperators = ({ foundByOperator }: Observation) =>
  Array.isArray(foundByOperator) && foundByOperator.length > 0;
const ignoresUnknown = ({ status, ignoresFilter }: Observation) =>
  status === 200 && ignoresFilter === true;

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
    effects: ["SCIM20-7643-3-01", "SCIM20-7643-3-05", "SCIM20-7643-3.3-01", "SCIM20-7644-3.9-05"],
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
    ...{ cause: "SCIM11-API-3.2.2.1-02", when: findsAll },
    effects: [
      ...[...onFilters["1.1"], ...onRejection["1.1"], "SCIM11-API-3.2.2.1-22"],
      ...["SCIM11-API-3.2.2-04", "SCIM11-API-3.2.1-02"],
    ],
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-02", when: findsAll },
    effects: [
      ...[...onFilters["2.0"], ...onRejection["2.0"], "SCIM20-7644-3.4.2.2-23"],
      ...["SCIM20-7644-3.4.2-05", "SCIM20-7644-3.1-03", "SCIM20-7644-3.4.3-03"],
    ],
  },
  // Nor does one that finds nothing, not even the user who has exactly the value.
  {
    ...{ cause: "SCIM11-API-3.2.2.1-02", when: findsNothing, effects: onFilters["1.1"] },
    where: all(isNothing),
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-02", when: findsNothing },
    effects: onFilters["2.0"],
    where: (seen, broken) => !acceptsQuotes(seen) && all(isNothing)(seen, broken),
  },
  ...[findsAll, findsNothing].flatMap((when): Cascade[] => [
    {
      ...{ cause: "SCIM11-API-3.2.2.1-02", when, effects: ["SCIM11-CS-9-09"] },
      where: ({ wrong }) => String(wrong) === "filter",
    },
    {
      ...{ cause: "SCIM20-7644-3.4.2.2-02", when, effects: ["SCIM20-7643-5-11"] },
      where: ({ wrong }) => String(wrong) === "filter",
    },
  ]),
  // A filter is declined with an error of SCIM: another 400 does not say that it is declined.
  {
    cause: "SCIM11-API-3.9-01",
    when: ({ withoutBody }) => has(withoutBody, "missing", "unreadable"),
    effects: onFilters["1.1"],
    where: all(isStatus(400)),
  },
  {
    cause: "SCIM20-7644-3.12-01",
    when: ({ request }) => has(request, "missing", "unreadable"),
    effects: onFilters["2.0"],
    where: all(isStatus(400)),
  },
  // A filter that cannot be read is ignored, whatever it is that cannot be read.
  {
    ...{ cause: "SCIM11-API-3.2.2.1-02", when: ignoresOperators, where: all(isEverything) },
    effects: [...onFilters["1.1"], "SCIM11-API-3.2.2.1-22"],
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-02", when: ignoresOperators, where: all(isEverything) },
    effects: [...onFilters["2.0"], "SCIM20-7644-3.4.2.2-23"],
  },
  {
    ...{ cause: "SCIM11-API-3.2.2.1-22", when: ignoresUnknown, where: all(isEverything) },
    effects: [...onFilters["1.1"], ...onRejection["1.1"]],
  },
  {
    ...{ cause: "SCIM20-7644-3.4.2.2-23", when: ignoresUnknown, where: all(isEverything) },
    effects: [...onFilters["2.0"], ...onRejection["2.0"]],
  },
  // Or it is rejected with a wrong status: 400 is demanded.
  ...rejections.flatMap((status): Cascade[] => {
    const where = all(isStatus(status));
    const unread: Fault = {
      cause: "SCIM20-7644-3.4.2.2-23",
      when: (seen) => seen.status === status,
    };
    return [
      {
        ...{ cause: "SCIM11-API-3.2.2.1-22", when: (seen) => seen.status === status, where },
        effects: [...onFilters["1.1"], ...onRejection["1.1"]],
      },
      { ...unread, where, effects: [...onFilters["2.0"], ...onRejection["2.0"]] },
      {
        ...{ cause: "SCIM20-7644-3.4.2.2-02", when: findsNothing, effects: onFilters["2.0"] },
        where: (seen, broken) =>
          !acceptsQuotes(seen) &&
          all((one) => isNothing(one) || isStatus(status)(one))(seen, broken),
        also: unread,
      },
      {
        ...{ cause: "SCIM11-API-3.2.2.1-02", when: findsNothing, effects: onFilters["1.1"] },
        where: all((seen) => isNothing(seen) || isStatus(status)(seen)),
        also: { ...unread, cause: "SCIM11-API-3.2.2.1-22" },
      },
    ];
  }),
  // A user whom DELETE leaves active is not reactivated.
  {
    ...{ cause: "SLACK-DELETE-01", when: ({ active }) => active === true },
    effects: ["SLACK-DELETE-07", "SLACK-DELETE-08"],
    where: (_, broken) => Object.keys(broken).join() === "afterDelete",
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
    when: putIsIgnored,
    effects: [
      ...listed("SCIM20-7643-", "2.1-01", "2.2-01", "2.3-02", "2.3-05", "2.3-12", "2.5-02"),
      ...listed("SCIM20-7643-", "3-03", "3.1-17", "4.1.1-13", "4.1.2-08", "4.1.2-13"),
      ...listed("SCIM20-7643-", "4.3-03", "4.3-04"),
    ],
  },
  {
    ...{ cause: "SCIM20-7644-3.5.1-03", when: putIsIgnored, effects: ["SCIM20-7644-3.8-01"] },
    where: (_, broken) => Object.keys(broken).join() === "familyName",
  },
  {
    ...{ cause: "SCIM20-7644-3.5.1-03", when: putIsIgnored },
    effects: ["SCIM20-7644-3.5.1-09", "SCIM20-7644-3.8-06"],
    where: ({ status, plainText }) => (status ?? plainText) === 200,
  },
  // What a PUT should have set before a PATCH is not there.
  {
    ...{ cause: "SCIM20-7644-3.5.1-03", when: putIsIgnored, effects: ["SCIM20-7644-3.5.2.1-05"] },
    where: (_, broken) => Object.keys(broken).join() === "alsoChanged",
  },
  {
    ...{ cause: "SCIM20-7644-3.5.1-03", when: putIsIgnored },
    // Each by itself: whose user was created with the values, and needed no PUT, may find them.
    effects: listed("SCIM20-7644-3.5.2.", "2-03", "2-05", "3-06", "3-07"),
    where: ({ refused }) => String(refused).startsWith("HTTP 400"),
  },
  {
    ...{ cause: "SCIM20-7644-3.5.1-03", when: putIsIgnored },
    effects: listed("SCIM20-7644-3.5.2.", "2-04", "2-07", "1-06"),
    where: ({ members = [], lastModified }) => isEmpty(members) && lastModified !== "as before",
  },
  // A PATCH without an effect sets nothing, and looks at nothing.
  {
    ...{
      cause: "SCIM20-7644-3.5.2.3-01",
      when: changesNothing,
      also: noPatch("SCIM20-7644-3.5.2.3-02"),
    },
    effects: [
      ...["SCIM20-7643-4.1.1-13", "SCIM20-7644-3.12-09"],
      ...listed("SCIM20-7644-3.10-", "01", "02", "03", "04"),
      ...listed("SCIM20-7644-3.5.2-", "02", "03", "04", "05", "06", "08", "09", "11", "13", "14"),
      ...listed("SCIM20-7644-3.5.2.1-", "01", "02", "03"),
      ...listed("SCIM20-7644-3.5.2.2-", "01", "02", "03", "06"),
      ...listed("SCIM20-7644-3.5.2.3-", "03", "04"),
    ],
  },
  {
    ...{ cause: "SCIM20-7644-3.5.2.3-01", when: changesNothing },
    ...{ effects: ["SCIM20-7644-3.5.2.3-02"], where: noneChanges },
  },
  {
    ...{ cause: "SCIM11-API-3.3.2-02", when: changesNothing },
    ...{ effects: ["SCIM11-API-3.3.2-09"], where: noneChanges },
  },
  {
    ...{ cause: "SCIM11-API-3.3.2-02", when: changesNothing, also: noPatch("SCIM11-API-3.3.2-09") },
    effects: [
      ...listed("SCIM11-API-3.3.2-", "05", "07", "10", "11", "13", "14", "15", "22"),
      ...["SCIM11-CS-6.1-10", "SCIM11-API-3.8-04", "SCIM11-API-3.9-09"],
    ],
  },
  // The same of groups.
  {
    cause: "SCIM20-7644-3.5.2.3-05",
    when: ({ members }) => String(members) === "first",
    effects: ["SCIM20-7644-3.5.2.2-08", "SCIM20-7644-3.5.2.2-04"],
    where: ({ members }) => String(members) === "first,second",
  },
  {
    cause: "SCIM11-API-3.3.2-08",
    when: ({ members }) => String(members) === "first",
    effects: listed("SCIM11-API-3.3.2-", "16", "20", "21"),
    where: ({ members }) => ["first", "first,second"].includes(String(members)),
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
  {
    cause: "SCIM20-7644-3.12-06",
    when: ({ invalidValue }) => invalidValue === "absent",
    effects: ["SCIM20-7644-3.3-09"],
    where: (_, broken) => Object.keys(broken).join() === "scimType" && broken.scimType === "absent",
  },
  // Members that a create ignores are not looked up.
  {
    cause: "SCIM11-API-3.1-02",
    when: ({ group }) => has(group, "members"),
    effects: ["SCIM11-CS-8-02"],
    where: ({ status }) => status === 201,
  },
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
  explains: (cause: Observation, effect: Observation, broken: Observation) => boolean;
  also?: Fault;
}

const causes = new Map<string, Cause[]>();
const add = (rule: string, cause: Cause) => causes.set(rule, [...(causes.get(rule) ?? []), cause]);
for (const [id, rules] of Object.entries(effects)) {
  for (const rule of rules) add(rule, { id, explains: always });
}
for (const { cause: id, when, effects: rules, where = always, also } of cascades) {
  const cause: Cause = { id, explains: (one, ...other) => when(one) && where(...other) };
  for (const rule of rules) add(rule, also === undefined ? cause : { ...cause, also });
}

/** The rules that a rule rests on: each may be the cause that breaks it. */
export function causesOf(id: string): readonly Cause[] {
  return causes.get(id) ?? [];
}

/** Every rule that rests on others. */
export const resting: readonly string[] = [...causes.keys()];
