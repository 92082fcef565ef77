import type { FactId } from "../../../facts/index.ts";
import { type Block, blocks, v1Urns, v2Urns } from "../attributes.ts";
import type { Draft } from "../draft.ts";
import { type Rule, writes } from "../rule.ts";

/** Renames the key of an extension block, whatever its letter case. */
function renamed(block: Block, source: FactId, difference: string): Rule {
  return {
    id: `urns/${block}`,
    source: [source],
    differences: [difference],
    warning: {
      code: "urn-renamed",
      text: `The ${block} extension has another URN in 2.0. Under the old one it is dropped without an error.`,
    },
    on: writes,
    resource: "Users",
    apply({ members }) {
      const key = [...members.keys()].find((name) => name.toLowerCase() === v1Urns[block]);
      if (key === undefined) return false;
      // Where the body has both, the one that 1.1 knows is the one that takes effect today.
      members.set(v2Urns[block], members.get(key));
      members.delete(key);
      return true;
    },
  };
}

const hasOld = ({ members }: Draft, block: Block) =>
  [...members.keys()].some((name) => name.toLowerCase() === v1Urns[block]);

/** The keys of extension blocks. */
export const urnRules: readonly Rule[] = [
  {
    id: "urns/of-both",
    source: ["FACT-FORMAT-50"],
    differences: [],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "The body has an extension twice, under its URNs of 1.1 and of 2.0. 1.1 does not know the second: the first is written.",
    },
    on: writes,
    resource: "Users",
    apply(draft) {
      const both = blocks.filter(
        (block) => draft.members.has(v2Urns[block]) && hasOld(draft, block),
      );
      for (const block of both) draft.members.delete(v2Urns[block]);
      return both.length > 0;
    },
  },
  {
    id: "urns/of-2.0-already",
    source: ["FACT-FORMAT-50"],
    differences: [],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "The body has an extension under its URN of 2.0, which 1.1 does not know. In 2.0 it takes effect.",
    },
    consequence: "changes-meaning",
    on: writes,
    resource: "Users",
    apply: ({ members }) => blocks.some((block) => members.has(v2Urns[block])),
  },
  renamed("enterprise", "FACT-FORMAT-52", "DIFF-URN-03"),
  renamed("guest", "FACT-FORMAT-53", "DIFF-URN-04"),
  renamed("profile", "FACT-FORMAT-54", "DIFF-URN-05"),
];
