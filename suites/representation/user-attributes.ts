import { clause, doc } from "../clause.ts";
import { asJson, at } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { withValues } from "../with-values.ts";
import { distinct, onUsers } from "./seen.ts";

/** Rules for every returned user: SCIM 1.1 core schema §6.1, RFC 7643 §4.1.1. */
export const userAttributes: readonly Requirement[] = [
  onUsers(
    "every user has a non-empty userName",
    {
      "1.1": clause("SCIM11-CS-6.1-01", doc("FACT-USER-10")),
      "2.0": clause("SCIM20-7643-4.1.1-01", doc("FACT-USER-10")),
    },
    { without: 0 },
    (users) => ({
      without: users.filter((user) => {
        const userName = at(user, "userName");
        return typeof userName !== "string" || userName === "";
      }).length,
    }),
  ),
  onUsers(
    "nickName is not the userName",
    {
      "1.1": clause("SCIM11-CS-6.1-06", nickNameIsUserName()),
      "2.0": clause("SCIM20-7643-4.1.1-08", nickNameIsUserName()),
    },
    { equal: "none" },
    (users) => {
      const equal = users.filter(
        (user) =>
          at(user, "nickName") !== undefined && at(user, "nickName") === at(user, "userName"),
      ).length;
      const fact = equal === 0 ? "none" : equal === users.length ? "all" : "some";
      return { equal: withValues(fact, { users: users.length, "with equal names": equal }) };
    },
  ),
  onUsers(
    "timezone is a name of the IANA time zone database",
    {
      "1.1": clause("SCIM11-CS-6.1-09", doc("FACT-USER-33")),
      "2.0": clause("SCIM20-7643-4.1.1-12", doc("FACT-USER-33")),
    },
    { unknown: [] },
    (users) => ({
      unknown: distinct(
        users
          .map((user) => asJson(at(user, "timezone")) ?? "")
          .filter((zone) => zone !== "" && !isTimeZone(zone))
          .map(String),
      ),
    }),
  ),
];

function nickNameIsUserName() {
  return doc("FACT-USER-19", { equal: "all" }, "nickName and userName mirror each other");
}

function isTimeZone(name: unknown): boolean {
  try {
    return typeof name === "string" && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
