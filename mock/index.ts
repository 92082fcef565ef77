import type { NeutralUser } from "../schemas/types.generated.ts";
import { addControl } from "./control/control.ts";
import { listFaults } from "./faults/index.ts";
import { serverOf } from "./http/server.ts";
import { listSettings } from "./list-settings.ts";
import { recordingOf } from "./recording/recording.ts";
import { type MockSettings, settingsFrom } from "./settings.ts";
import { Tenant } from "./tenant.ts";

export type { FaultArea, FaultInfo } from "./faults/fault.ts";
export type { SettingInfo } from "./settings/setting-info.ts";
export type { MockSettings } from "./settings.ts";
export { listFaults, listSettings };

/** How to start an organisation. */
export interface MockOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** The only accepted token; default `xoxp-mock-admin`. */
  token?: string;
  /** Seeded members, default 20. The first eight are the special ones: owners, a bot, an admin, a guest … */
  users?: number;
  /** Seeded groups, default 3. */
  groups?: number;
  /** Further users, created after the seeded ones; their ids are kept. */
  people?: readonly NeutralUser[];
  /** The same seed gives the same organisation; default 1. */
  seed?: number;
  /** Slack's limits, or none; default none. */
  rateLimits?: "real" | "off";
  /** Names of faults to plant, see `listFaults`. */
  faults?: readonly string[];
  settings?: Partial<MockSettings>;
  /** Serves `/control` on loopback, which changes faults and settings while it runs; default off. */
  control?: boolean;
  /**
   * A file for a HAR recording of all traffic, without tokens, passwords and mail addresses of real
   * domains; valid after each request, also when the process is killed. Replaces a regular file.
   */
  har?: string;
  /** Takes one line for each request, redacted: method, path, status, and the code of an error. */
  log?: (line: string) => void;
  /** Takes a line where the recording ends early, such as on a full disk; default: a Node.js warning. */
  warn?: (line: string) => void;
}

/** A running organisation. */
export interface Mock {
  /** Such as `http://127.0.0.1:3000`; v1.1 is at `/scim/v1`, v2.0 at `/scim/v2`. */
  readonly url: string;
  readonly token: string;
  readonly settings: Readonly<MockSettings>;
  /** @throws Error naming a setting that does not exist or has the wrong type */
  changeSettings(changes: Partial<MockSettings>): void;
  /** Plants exactly these faults. @throws Error naming an unknown fault */
  setFaults(names: readonly string[]): void;
  /** Restores the seeded organisation and full rate limits; settings and faults stay. */
  reset(): void;
  close(): Promise<void>;
}

function wholeNumber(name: string, value: number, largest: number): number {
  if (!Number.isInteger(value) || value < 0 || value > largest) {
    throw new Error(`option ${name} must be an integer from 0 to ${largest}`);
  }
  return value;
}

/** The schemas are read only where there is something to check. */
async function checkedPeople(list: MockOptions["people"]): Promise<readonly NeutralUser[]> {
  if (list === undefined) return [];
  const { peopleOf } = await import("./organization/check-people.ts");
  return peopleOf(list);
}

/**
 * Starts an organisation with its own HTTP server.
 *
 * @throws Error with a message of one line for an invalid option, fault, setting or user, or a port in use
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { host = "127.0.0.1", token = "xoxp-mock-admin" } = options;
  const port = wholeNumber("port", options.port ?? 0, 65_535);
  const seed = {
    users: wholeNumber("users", options.users ?? 20, 1_000_000),
    groups: wholeNumber("groups", options.groups ?? 3, 1_000_000),
    seed: wholeNumber("seed", options.seed ?? 1, Number.MAX_SAFE_INTEGER),
    people: await checkedPeople(options.people),
  };
  const settings = settingsFrom({ rateLimits: options.rateLimits ?? "off", ...options.settings });
  const tenant = new Tenant(token, seed, settings, options.faults ?? []);
  const recording = recordingOf(options, () => {
    const { workspaceToken, insufficientToken } = tenant.settings;
    return [token, workspaceToken, insufficientToken];
  });
  let url = "";
  const app = serverOf(tenant, () => url, recording.watch);
  if (options.control) addControl(app, tenant);
  url = await app.listen({ port, host });
  try {
    // Only now: a port in use must not cost an earlier recording.
    recording.begin();
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    url,
    token,
    get settings() {
      return tenant.settings;
    },
    changeSettings: (changes) => tenant.changeSettings(changes),
    setFaults: (names) => tenant.setFaults(names),
    reset: () => tenant.reset(),
    async close() {
      await app.close();
      recording.end();
    },
  };
}
