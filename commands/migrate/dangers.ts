import type { MigrationForm } from "../../schemas/index.ts";

/**
 * Why a form is dangerous, the worst first: what changes data without an error is worse than what fails.
 * Where both versions surprise in the same way, such as with the type of phones, the change to 2.0 adds no danger.
 */
const dangers: readonly { readonly codes: readonly string[]; readonly why: string }[] = [
  { codes: ["stranger-if-filter-ignored"], why: "A write can reach another person or group" },
  { codes: ["empties-group"], why: "It can remove all members of a group" },
  { codes: ["put-without-active"], why: "It can deactivate people" },
  { codes: ["permanent"], why: "It cannot be undone" },
  {
    codes: ["unconditional-in-2.0", "only-secondary-removed"],
    why: "It can remove more than before",
  },
  { codes: ["put-omissions-blank"], why: "It clears what it does not mention" },
  { codes: ["reactivates", "guest-urn-silent"], why: "It can change who has access" },
];

const byStatus: Readonly<Partial<Record<MigrationForm["status"], string>>> = {
  "changes-meaning": "2.0 does something else",
  "no-equivalent": "2.0 has no such request",
  unreadable: "It could not be read",
  "no-effect-seen": "In 2.0 it begins to have an effect",
  "never-worked": "In 2.0 it may begin to work",
};
const statuses = Object.keys(byStatus);

/** Forms to look at first. */
const most = 5;

/** How dangerous a form is, 0 for the worst, and why; undefined where nothing is. */
function dangerOf({ status, warnings }: MigrationForm): { rank: number; why: string } | undefined {
  const codes = new Set(warnings.map(({ code }) => code));
  const rank = dangers.findIndex((danger) => danger.codes.some((code) => codes.has(code)));
  // What 1.1 rejected as a duplicate, 2.0 rejects too.
  const isDuplicate = status === "never-worked" && !codes.has("never-worked");
  const whyStatus = isDuplicate ? undefined : byStatus[status];
  if (rank < 0) {
    return whyStatus === undefined
      ? undefined
      : { rank: dangers.length + statuses.indexOf(status), why: whyStatus };
  }
  // What needs a decision comes before what works; what never worked has harmed no one so far.
  const within = whyStatus === undefined ? 0.5 : status === "never-worked" ? 0.75 : 0;
  return { rank: rank + within, why: dangers[rank]?.why ?? "" };
}

/** Forms with the most dangerous first, then the most frequent. */
export function byDanger(forms: readonly MigrationForm[]): MigrationForm[] {
  const rankOf = (form: MigrationForm) => dangerOf(form)?.rank ?? Number.POSITIVE_INFINITY;
  const ranked = forms.map((form) => ({ form, rank: rankOf(form) }));
  ranked.sort((one, other) =>
    one.rank === other.rank ? other.form.count - one.form.count : one.rank - other.rank,
  );
  return ranked.map(({ form }) => form);
}

/**
 * The forms that can do the most harm: the worst of each reason first, so that many forms with one
 * danger do not hide another.
 * @param forms in the order of {@link byDanger}
 */
export function mostDangerous(forms: readonly MigrationForm[]): { form: string; why: string }[] {
  const dangerous = forms.flatMap((form) => {
    const danger = dangerOf(form);
    return danger ? [{ form: form.form, why: danger.why }] : [];
  });
  const seen = new Set<string>();
  const firsts = dangerous.filter(({ why }) => !seen.has(why) && seen.add(why));
  const rest = dangerous.filter((one) => !firsts.includes(one));
  return [...firsts, ...rest].slice(0, most);
}
