/** What of a run must not be sent to anyone: it names the organisation, or what was created in it. */
export interface Identifying {
  /** Hosts of the target, with their ports. */
  hosts: readonly string[];
  /** Names of users and groups that the run created. */
  names: readonly string[];
  /** Ids that the target gave them. */
  ids: readonly string[];
}

/** Ids as Slack writes them: of a user, a team, an enterprise, a group. */
const slackId = /\b[UWTES][A-Z0-9]{8,}\b/g;
const mailAddress = /[^\s"'<>()[\]{},;:\\]+@[^\s"'<>()[\]{},;:\\]+/g;
const origin = /\bhttps?:\\?\/\\?\/[^\s"'\\/?#]+/gi;

/**
 * A text, already redacted, without what identifies an organisation or a person: hosts, addresses,
 * names and ids.
 */
export function anonymous(text: string, { hosts, names, ids }: Identifying): string {
  const known = [
    ...hosts.flatMap((host) => [host, host.replace(/:\d+$/, "")]).map((host) => [host, "HOST"]),
    ...names.map((name) => [name, "NAME"]),
    ...ids.map((id) => [id, "ID"]),
  ] as const;
  // The longest first, since one may contain another.
  const ordered = [...known].sort(([one = ""], [other = ""]) => other.length - one.length);
  let clean = text.replace(origin, "https://HOST").replace(mailAddress, "ADDRESS");
  for (const [found = "", word = ""] of ordered) {
    if (found !== "") clean = clean.replace(new RegExp(escaped(found), "gi"), word);
  }
  return clean.replace(slackId, "ID");
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
