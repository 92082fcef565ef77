import { clearable, multiValued, v2Urns } from "../attributes.ts";
import type { Rule } from "../rule.ts";

/** What a PUT of a user should name, because it clears what it leaves out. */
const whole = [...clearable, "nickName", "name", ...multiValued, v2Urns.enterprise];

/** A whole user. */
export const putRules: readonly Rule[] = [
  {
    id: "puts/omissions",
    source: ["FACT-PUT-11", "RFC 7644 §3.5.1"],
    differences: ["DIFF-PUT-01", "DIFF-PUT-02"],
    warning: {
      code: "put-omissions-blank",
      text: "PUT clears what the body leaves out, in both versions; the RFC lets 2.0 keep it or set a default. Where a change was meant, PATCH; else send every attribute.",
    },
    on: ["replace"],
    resource: "Users",
    apply: ({ members, hasBody }) => hasBody && whole.some((name) => !members.has(name)),
  },
  {
    id: "puts/without-active",
    source: ["FACT-PUT-18", "FACT-PUT-19"],
    differences: ["DIFF-PUT-01"],
    warning: {
      code: "put-without-active",
      text: "The body has no active, and an example of 2.0 comes back deactivated after such a PUT. Send active: true or false.",
    },
    on: ["replace"],
    resource: "Users",
    apply: ({ members, hasBody }) => hasBody && (members.get("active") ?? null) === null,
  },
  {
    id: "puts/rename",
    source: ["FACT-PUT-20", "FACT-PUT-21"],
    differences: [],
    warning: {
      code: "rename-needs-nickName",
      text: "userName and nickName differ: nickName wins in a PUT, in both versions. Send the same value in both.",
    },
    on: ["replace"],
    resource: "Users",
    apply({ members }) {
      const nickName = members.get("nickName") ?? null;
      return nickName !== null && nickName !== members.get("userName");
    },
  },
];
