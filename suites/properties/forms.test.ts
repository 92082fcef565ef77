import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimClient, versions } from "../../client/index.ts";
import {
  groupPatchArbitrary,
  patchFormArbitrary,
  storedUser,
  userArbitrary,
  userPatchArbitrary,
} from "../../generators/index.ts";
import { violations } from "../../schemas/index.ts";

const group = { displayName: "g", members: [{ value: "U01AB2CD3EF" }] };

describe.each(versions)("PATCH bodies of %s", (version) => {
  const { dialect } = new ScimClient({ version, baseUrl: "http://localhost", credentials: "t" });
  const form = patchFormArbitrary({ version });

  test("any generated change of a user, in any documented form, satisfies Slack's schema", () => {
    const drawn = userArbitrary({ classes: ["full"] })
      .map(storedUser)
      .chain((user) =>
        fc.record({ intents: userPatchArbitrary(user, { documentedIn: version }), form }),
      );
    for (const patch of fc.sample(drawn, { seed: 1, numRuns: 500 })) {
      const body = dialect.encodePatch(patch.intents, patch.form);
      expect(violations(`slack/v${version}/user-patch`, body), JSON.stringify(body)).toEqual([]);
    }
  });

  test("any generated change of a group, in any documented form, satisfies Slack's schema", () => {
    const drawn = fc.record({
      intents: groupPatchArbitrary(group, { memberIds: ["U01AB2CD3EF", "U01AB2CD3EG"] }),
      form,
    });
    for (const patch of fc.sample(drawn, { seed: 1, numRuns: 200 })) {
      const body = dialect.encodePatch(patch.intents, patch.form);
      expect(violations(`slack/v${version}/group-patch`, body), JSON.stringify(body)).toEqual([]);
    }
  });
});
