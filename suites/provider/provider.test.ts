import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { bothVersions, withRun } from "../../testing/runs/mock-run.ts";
import type { CompleteOptions } from "../../testing/servers/complete/options.ts";
import { startComplete } from "../../testing/servers/complete/server.ts";
import { type Tampering, tamperWith } from "../../testing/tampering/tampering.ts";
import { isOf, refused } from "../../testing/variations/variation.ts";
import type { RunConfig } from "../run/run-config.ts";
import type { RunContext } from "../run/run-context.ts";
import type { Provider } from "./provider.ts";

/** The provider of a run against a server that has everything except what the options leave out. */
async function discovered<T>(
  options: CompleteOptions,
  use: (provider: Provider, run: RunContext) => Promise<T>,
  { tampering = {}, ...config }: Partial<RunConfig> & { tampering?: Tampering } = {},
): Promise<T> {
  const server = await startComplete("2.0", options);
  const front = await tamperWith(server.url, tampering);
  try {
    return await withRun(
      { "2.0": front.url },
      { profile: "rfc", credentials: server.credentials, ...config },
      (run) => use(providerOfRun(run), run),
    );
  } finally {
    await front.close();
    await server.close();
  }
}

function providerOfRun(run: RunContext): Provider {
  const context = run.checks.get("2.0");
  if (!context) throw new Error("the run tests version 2.0");
  return context.provider;
}

/** A server that publishes none of its schemas. */
const unpublished: Tampering = {
  response: (answer, { path }) => {
    if (isOf(path, "Schemas")) refused(answer, 404);
  },
};

const paths = ["title", "phoneNumbers", "enterprise", "favouriteColour", "guest", "externalId"];

async function offeredOf({ offers }: Provider): Promise<string[]> {
  const answers = await Promise.all(paths.map((path) => offers.attribute(path)));
  return paths.filter((_, index) => answers[index]);
}

test("schemas state which attributes users have and must have, and which are returned", async () => {
  const options = { without: ["phoneNumbers"], required: ["name.familyName"] };
  await discovered(options, async (provider, run) => {
    expect(await offeredOf(provider)).toEqual(["title", "enterprise", "externalId"]);
    expect(await provider.offers.attribute("Name.FamilyName")).toBe(true);
    expect(await provider.requires.attribute("name.familyName")).toBe(true);
    expect(await provider.requires.attribute("title")).toBe(false);
    expect(await provider.shows.attribute("password")).toBe(false);
    expect(await provider.shows.attribute("title")).toBe(true);
    // The schema of users, and the list of schemas for the extension.
    expect(run.log.size).toBe(2);
  });
});

test.each(["1.1", "2.0"] as const)(
  "schemas in the form that Slack returned say it too: %s",
  async (version) => {
    // A run by the standards asks for schemas by their ids, also in 1.1.
    const mock = await startMock({ settings: { schemasByUrn: true } });
    try {
      const baseUrl = bothVersions(mock.url)[version] ?? "";
      await withRun({ [version]: baseUrl }, { profile: "rfc", writes: false }, async (run) => {
        const context = run.checks.get(version);
        if (!context) throw new Error(`the run tests version ${version}`);
        const { provider, client } = context;
        const known = ["title", "name.familyName", "active", "emails.type", "enterprise"];
        for (const path of [...known, "groups.display", "roles.primary"]) {
          expect(await provider.offers.attribute(path), path).toBe(true);
        }
        for (const path of ["favouriteColour", "name.middleName", "undefined"]) {
          expect(await provider.offers.attribute(path), path).toBe(false);
        }
        expect(await provider.requires.attribute("userName")).toBe(true);
        const paths = (await provider.documents.attributes("User")).map(({ path }) => path);
        const { enterprise } = client.dialect.urns;
        expect(paths).toContain(`${enterprise}.manager.managerId`);
      });
    } finally {
      await mock.close();
    }
  },
);

test("if no schema is published, a probe user shows the attributes, once", async () => {
  const options = { without: ["enterprise", "phoneNumbers"] };
  await discovered(
    options,
    async (provider, run) => {
      const offered = ["title", "favouriteColour", "externalId"];
      expect(await offeredOf(provider)).toEqual(offered);
      const { size } = run.log;
      expect(await offeredOf(provider)).toEqual(offered);
      expect(run.log.size).toBe(size);
    },
    { tampering: unpublished },
  );
});

test("a read-only run sends no probe user", async () => {
  await discovered(
    {},
    async (provider, run) => {
      expect(await provider.offers.attribute("phoneNumbers")).toBe(true);
      expect(await provider.offers.attribute("enterprise")).toBe(true);
      // The schema of users, and the list of schemas.
      expect(run.log.size).toBe(2);
    },
    { tampering: unpublished, writes: false },
  );
});

test("the target file overrules the schemas", async () => {
  await discovered(
    {},
    async (provider) => {
      expect(await provider.offers.attribute("title")).toBe(false);
      expect(provider.writes.typicalUser()).not.toHaveProperty("title");
    },
    { users: { without: ["title"] } },
  );
});

test("typical users have only published attributes, once these are known", async () => {
  await discovered({ without: ["title"], required: ["userType"] }, async (provider) => {
    await provider.learnUsers();
    const user = provider.writes.typicalUser();
    expect(user).not.toHaveProperty("title");
    expect(user).toHaveProperty("userType");
    expect(Object.keys(provider.requires.partOf(user)).sort()).toEqual(["userName", "userType"]);
  });
});

test("there are no groups if they are rejected and no document names them", async () => {
  await discovered({ noGroups: 501 }, async ({ offers }) =>
    expect(await offers.groups()).toBe(false),
  );
  await discovered({}, async ({ offers }) => expect(await offers.groups()).toBe(true));
});

test("the configuration states what is supported", async () => {
  await discovered({}, async ({ offers }) => expect(await offers.capability("sort")).toBe(true));
  const silent: Tampering = {
    response: (answer, { path }) => {
      if (isOf(path, "ServiceProviderConfig")) refused(answer, 404);
    },
  };
  await discovered(
    {},
    async ({ offers }) => {
      expect(await offers.capability("sort")).toBe(false);
      expect(await offers.sortOrder()).toBe(false);
    },
    { tampering: silent },
  );
});

test("a missing document blocks other rules, but is compared in Slack", async () => {
  const missing = { status: 404 };
  await discovered({}, async ({ documents }) =>
    expect(() => documents.needs(missing, "no schemas")).toThrow("no schemas"),
  );
  await discovered({}, async ({ documents }) => documents.needs(missing, "no schemas"), {
    profile: "slack",
  });
});

test("Slack is known: nothing is requested", async () => {
  await discovered(
    { noGroups: 501 },
    async (provider, run) => {
      await provider.learnUsers();
      expect(await provider.offers.groups()).toBe(true);
      expect(await provider.offers.attribute("guest")).toBe(true);
      // Whatever the configuration says of PATCH (FACT-DISCOVERY-26).
      expect(await provider.offers.capability("patch")).toBe(true);
      expect(await provider.offers.capability("filter")).toBe(true);
      expect(await provider.offers.capability("bulk")).toBe(false);
      expect(await provider.requires.attribute("userName")).toBe(false);
      const { userName, nickName } = provider.writes.typicalUser();
      expect(nickName).toBe(userName);
      expect(run.log.size).toBe(0);
    },
    { profile: "slack" },
  );
});

test("in Slack an organisation without profile fields hides what only the long form shows", async () => {
  await discovered(
    {},
    async ({ shows }) => {
      expect(shows.hiddenOf({ userName: "ada" })).toContain("phoneNumbers");
      expect(shows.hiddenOf({ userName: "ada", roles: [{ value: "Analyst" }] })).toEqual([]);
    },
    { profile: "slack" },
  );
  await discovered({}, async ({ shows }) => expect(shows.hiddenOf({ userName: "a" })).toEqual([]));
});
