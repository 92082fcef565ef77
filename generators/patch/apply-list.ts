import type {
  NeutralAddress,
  NeutralUser,
  NeutralValue,
  PatchEntry,
  PatchIntent,
} from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { due } from "../errors.ts";
import type { Effect } from "./effect.ts";
import {
  type StoredPhones,
  selectAddress,
  selectEmails,
  selectPhones,
  selectRole,
  writtenEmails,
  writtenPhones,
} from "./storage.ts";

const storedLists = ["emails", "phoneNumbers", "addresses", "roles"] as const;
type StoredList = (typeof storedLists)[number];

export function isStoredList(path: string): path is StoredList {
  return storedLists.some((name) => name === path);
}

function toValue(entry: PatchEntry): NeutralValue {
  return {
    ...(typeof entry.value === "string" ? { value: entry.value } : {}),
    ...(typeof entry.type === "string" ? { type: entry.type } : {}),
    ...(typeof entry.primary === "boolean" ? { primary: entry.primary } : {}),
  };
}

function toAddress(entry: PatchEntry): NeutralAddress {
  const { primary, ...parts } = entry;
  const texts = Object.entries(parts).filter(([, value]) => typeof value === "string");
  return {
    ...Object.fromEntries(texts),
    ...(typeof primary === "boolean" ? { primary } : {}),
  };
}

function emails(user: NeutralUser, intent: PatchIntent, version?: Version): Effect {
  const stored = selectEmails(user.emails ?? []);
  const [primary, secondary] = stored;
  const result = (values: readonly (string | undefined)[], inferred = false): Effect => ({
    user: {
      ...user,
      emails: writtenEmails(values.flatMap((value) => (value ? [value] : [])).slice(0, 2)),
    },
    inferred,
  });
  switch (intent.kind) {
    case "clear":
      // DOC: removing all of them removes the secondary one only.
      return result([primary]);
    case "replaceValues": {
      const values = selectEmails(intent.values.map(toValue));
      if (values.length === 0) return result([primary], true);
      // INF (FACT-USER-57): v2.0 may reject an array with a new primary address.
      return result(values, version !== "1.1" && values[0] !== primary);
    }
    case "add": {
      const given = intent.values.map(toValue);
      if (given.length > 1) return result(selectEmails(given));
      // INF: a single new entry replaces the address that it marks, the other address stays.
      const [entry] = given;
      if (entry?.primary === true) return result([entry.value ?? undefined, secondary], true);
      return result([primary, entry?.value ?? undefined], true);
    }
    case "remove": {
      const { value } = intent.match;
      if (value === primary || intent.match.primary === true) {
        return {
          user,
          refusal: due(["missing_primary_email"], "DOC", "the primary address cannot be removed"),
        };
      }
      const found = value === secondary || intent.match.primary === false;
      // INF: the removal of an unknown address is not documented.
      return found ? result([primary]) : result(stored, true);
    }
    case "changeValue": {
      const index = intent.match.primary === false ? 1 : stored.indexOf(String(intent.match.value));
      const to = toValue(intent.to);
      if (index < 0 || index >= stored.length) return result(stored, true);
      const changed = stored.map((value, place) => (place === index ? (to.value ?? value) : value));
      // RFC 7644 §3.5.2: the other one is no longer primary. Slack documents no such call: INF.
      return to.primary === true && index > 0
        ? result([changed[1], changed[0]], true)
        : // DOC for v2.0, and only for the secondary one found by `primary eq false`; v1.1 documents
          // that both addresses are sent instead.
          result(changed, version !== "2.0" || intent.match.primary !== false);
    }
    default:
      return result(stored, true);
  }
}

function phoneNumbers(user: NeutralUser, intent: PatchIntent, version?: Version): Effect {
  const stored: StoredPhones = {};
  for (const { value, type } of user.phoneNumbers ?? []) {
    if (value) stored[type === "mobile" ? "mobile" : "primary"] = value;
  }
  const result = (phones: StoredPhones, inferred = false): Effect => ({
    user: { ...user, phoneNumbers: writtenPhones(phones) },
    inferred,
  });
  const slotOf = (value: unknown) =>
    (["primary", "mobile"] as const).find((slot) => stored[slot] === value);
  switch (intent.kind) {
    case "clear":
      return result({});
    case "add":
      // DOC: each entry goes to the number that it means, the other one stays.
      return result({ ...stored, ...selectPhones(intent.values.map(toValue)) });
    case "replaceValues": {
      const phones = selectPhones(intent.values.map(toValue));
      // INF: whether a number that is not given is removed.
      const lost = Object.keys(stored).some((slot) => !(slot in phones));
      return result(phones, lost);
    }
    case "remove": {
      const slot = slotOf(intent.match.value);
      if (!slot) return result(stored, true);
      const { [slot]: _, ...rest } = stored;
      return result(rest);
    }
    case "changeValue": {
      const slot = slotOf(intent.match.value);
      const { value } = toValue(intent.to);
      // DOC for v2.0; v1.1 documents that the entry of the number is sent instead.
      return slot && value
        ? result({ ...stored, [slot]: value }, version !== "2.0")
        : result(stored, true);
    }
    default:
      return result(stored, true);
  }
}

function roles(user: NeutralUser, intent: PatchIntent, version?: Version): Effect {
  const result = (entries: NeutralValue[], inferred = false): Effect => ({
    user: { ...user, roles: selectRole(entries) },
    inferred,
  });
  const stored = user.roles ?? [];
  switch (intent.kind) {
    case "clear":
      return result([]);
    case "add":
    case "replaceValues":
      // DOC: the one stored role is replaced.
      return result(intent.values.map(toValue));
    case "remove":
      // DOC for v1.1: by value; INF: the effect of another value, and of a value path in v2.0.
      return stored[0]?.value === intent.match.value
        ? result([], version !== "1.1")
        : result(stored, true);
    case "changeValue":
      // INF: no version documents a change of the stored role in place.
      return result([{ ...stored[0], ...toValue(intent.to) }], true);
    default:
      return result(stored, true);
  }
}

function addresses(user: NeutralUser, intent: PatchIntent, version?: Version): Effect {
  const result = (entries: NeutralAddress[], inferred = false): Effect => ({
    user: { ...user, addresses: selectAddress(entries) },
    inferred,
  });
  const stored = selectAddress(user.addresses ?? []);
  switch (intent.kind) {
    case "clear":
      return result([]);
    case "add":
    case "replaceValues":
      // DOC: the one stored address is replaced.
      return result(intent.values.map(toAddress));
    case "remove": {
      // DOC for v1.1: all five values have to match; INF: a value path in v2.0.
      const [address] = selectAddress([toAddress(intent.match)]);
      const same = JSON.stringify(address) === JSON.stringify(stored[0]);
      return same ? result([], version !== "1.1") : result(stored, true);
    }
    case "changeValue":
      // INF: no version documents a change of one part.
      return result([{ ...stored[0], ...toAddress(intent.to) }], true);
    default:
      return result(stored, true);
  }
}

const rules: Record<
  StoredList,
  (user: NeutralUser, intent: PatchIntent, version?: Version) => Effect
> = {
  emails,
  phoneNumbers,
  roles,
  addresses,
};

/** The effect of one intent on a list of which Slack stores one or two values. */
export function applyToList(
  user: NeutralUser,
  path: StoredList,
  intent: PatchIntent,
  version?: Version,
): Effect {
  return rules[path](user, intent, version);
}
