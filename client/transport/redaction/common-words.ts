/**
 * Words of SCIM, of Slack and of this suite that are names of people too: if they were removed
 * from sentences, correct behaviour would look wrong.
 */
const words = new Set(
  (
    "absent accepted active address addresses admin administrator answer array attribute attributes " +
    "author body bulk channel changed client code content count created deactivated default " +
    "deleted description detail display displayname division email emails empty enterprise " +
    "equal error errors everyone external externalid false field filter found general given " +
    "group groups guest header hidden home https identifier ignored internal invalid items itself json " +
    "kept known label language list locale location manager media member members message meta " +
    "missing mobile name names nickname nobody nothing number object offered optional order " +
    "organization other owner page patch path person phone photo present primary profile " +
    "provider public query random readable refused rejected removed replaced request required " +
    "resource resources response result roles root same schema schemas scim search sent server " +
    "service slack slackbot sorted start started state status string success support system team " +
    "test tester testing tests text time timezone title token true type undefined unique unknown unset " +
    "update user userid username users value values version wanted work workspace wrong"
  ).split(" "),
);

export function isCommonWord(word: string): boolean {
  return words.has(word.toLowerCase());
}
