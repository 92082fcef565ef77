import { isKnownName } from "../../../client/member-names.ts";

/** Words of error messages that are not names of people, in lower case. */
const plain = new Set(
  (
    "a all already also and any are as at be because been but by can cannot contain contains could " +
    "did does either every exist exists failed for from had has have if into is it its least length " +
    "longer more must new none not of once one only or out outside please range " +
    "request same should syntax than that the their there these they this too try unable under until up " +
    "used using was were when which while with within without would you your " +
    "absent accepted access active address addresses allowed answer api app approved array attribute " +
    "attributes authenticated authentication authorization authorized body boolean bulk bytes channel " +
    "character characters combination conflict connection content count created deactivated default " +
    "delegation deleted denied disabled display does domain duplicate element email emails employee empty " +
    "endpoint enough enterprise entity equal error errors exceeded existing expected external false " +
    "field fields filter forbidden format found general group groups header https identifier ignored " +
    "incomplete integer internal invalid invitation invited item items json kept known left limit " +
    "limited limits list location lower maximum member members message method minimum minutes most missing " +
    "modified multiple mutability name names nickname nothing null number object of operation " +
    "operations operator optional order organization other own parameter parameters parse password " +
    "path payload permission permitted plan present primary profile provider query readable reached " +
    "read-only refused rejected removed replaced required reserved resource resources response " +
    "restricted result results retry roles schema schemas scim scope scopes search seconds self sent " +
    "server service setting settings several slack sorted special specials started starts status " +
    "string success support supported syntax system taken target temporarily text throttled time " +
    "timeout times token true truncation type unauthorized unavailable undefined unexpected unique " +
    "uniqueness unknown unset unsupported update url used user userid username usernames users valid " +
    "value values version violation wanted word words workspace write wrong"
  ).split(" "),
);

/** Words that are names or short forms of names too: no name where they are written small. */
const alsoNames = new Set(
  "an bad bot call do free guest in long manager may no on owner owners role so team title to will".split(
    " ",
  ),
);

const acronyms = new Set(
  "API DELETE GET HTTP HTTPS ID JSON PATCH POST PUT SCIM SSO URI URL URN".split(" "),
);

/**
 * Whether a text is a word of error messages, in lower case, or the name of an attribute as the
 * standards write it, with parts or without.
 *
 * @param isFirst whether a sentence begins with it, which may give it a capital
 */
export function isOrdinary(text: string, isFirst: boolean): boolean {
  if (plain.has(text) || alsoNames.has(text) || acronyms.has(text)) return true;
  if (isFirst && /^[A-Z][a-z-]*$/.test(text) && plain.has(text.toLowerCase())) return true;
  return text.split(".").every((name) => /^[a-z]/.test(name) && isKnownName(name));
}
