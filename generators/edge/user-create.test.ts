import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NeutralUser, type SchemaName, violations } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { edgeUserArbitrary, userArbitrary } from "../index.ts";

const names = {
  "1.1": {
    core: "urn:scim:schemas:core:1.0",
    enterprise: "urn:scim:schemas:extension:enterprise:1.0",
    guest: "urn:scim:schemas:extension:slack:guest:1.0",
    profile: "urn:scim:schemas:extension:slack:profile:1.0",
  },
  "2.0": {
    core: "urn:ietf:params:scim:schemas:core:2.0:User",
    enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    guest: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
    profile: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
  },
} as const;

/** The body of a create, with the values unchanged. */
function wire(user: NeutralUser, version: Version): Record<string, unknown> {
  const { core, ...urns } = names[version];
  const { enterprise, guest, profile, ...body } = user;
  const { managerId, ...work } = enterprise ?? {};
  const blocks: [string, object][] = [];
  if (enterprise) {
    const manager = managerId === undefined ? {} : { manager: { managerId } };
    blocks.push([urns.enterprise, { ...work, ...manager }]);
  }
  if (guest) blocks.push([urns.guest, guest]);
  if (profile) blocks.push([urns.profile, profile]);
  return {
    schemas: [core, ...blocks.map(([urn]) => urn)],
    ...body,
    ...Object.fromEntries(blocks),
  };
}

/** Values that Slack rejects but its schemas allow: emoji, blank names, an empty address. */
const beyondSchemas = /emoji|only spaces|^emails empty/;

describe.each(["1.1", "2.0"] as const)("against Slack's schema of a create in %s", (version) => {
  const name: SchemaName = `slack/v${version}/user-create`;

  test("plain users are valid", () => {
    const plain = userArbitrary({
      classes: ["minimal", "typical", "full", "guest"],
      managerIds: ["W0123456789"],
    });
    for (const user of fc.sample(plain, { seed: 1, numRuns: 1000 })) {
      expect(violations(name, wire(user, version))).toEqual([]);
    }
  });

  test("a rejected user violates a rule at the changed attribute, unless only the tenant can know it", () => {
    const refused = edgeUserArbitrary({ outcomes: ["refused"], tags: ["DOC", "OBS"] });
    const untold = new Set<string>();
    for (const edge of fc.sample(refused, { seed: 2, numRuns: 1000 })) {
      const root = edge.attribute.split(".")[0] ?? "";
      const broken = violations(name, wire(edge.user, version)).filter(
        ({ path, member }) => path.startsWith(`/${root}`) || member === root,
      );
      if (broken.length === 0) untold.add(edge.name);
    }
    expect([...untold].filter((edge) => !beyondSchemas.test(edge))).toEqual([]);
  });

  test("values that Slack is known to accept are valid", () => {
    const taken = edgeUserArbitrary({ outcomes: ["accepted", "converted"] });
    const broken = fc.sample(taken, { seed: 3, numRuns: 5000 }).flatMap(({ name: edge, user }) => {
      const messages = violations(name, wire(user, version)).map(({ message }) => message);
      return messages.length > 0 ? [`${edge}: ${messages}`] : [];
    });
    expect(broken).toEqual([]);
  });
});
