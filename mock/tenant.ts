import type { NeutralUser } from "../schemas/types.generated.ts";
import type { Version } from "../schemas/version.ts";
import type { VersionRules } from "./call.ts";
import { compileRules } from "./faults/compile.ts";
import type { Fault } from "./faults/fault.ts";
import { faultsNamed } from "./faults/index.ts";
import { WriteLocks } from "./limits/locks.ts";
import { RateLimits } from "./limits/rate-limits.ts";
import type { Organization } from "./organization/organization.ts";
import { addPeople } from "./organization/people.ts";
import { type SeedOptions, seededOrganization } from "./organization/seed.ts";
import { type MockSettings, settingsFrom } from "./settings.ts";

/** What an organisation starts with: generated accounts, and further users. */
export interface TenantSeed extends SeedOptions {
  readonly people: readonly NeutralUser[];
}

/** The state behind the server: one organisation, its settings and its faults. */
export class Tenant {
  readonly token: string;
  readonly limits = new RateLimits(() => performance.now());
  readonly locks = new WriteLocks();
  readonly #start: () => Organization;
  #organization: Organization;
  #settings: MockSettings;
  #faults: readonly Fault[] = [];
  #rules: Record<Version, VersionRules>;

  /** @throws PeopleError for a further user that the organisation cannot have */
  constructor(token: string, seed: TenantSeed, settings: MockSettings, faults: readonly string[]) {
    this.token = token;
    this.#start = () => {
      const organization = seededOrganization(seed);
      addPeople(organization, seed.people, settings);
      return organization;
    };
    this.#organization = this.#start();
    this.#settings = settings;
    this.#faults = faultsNamed(faults);
    this.#rules = this.#compiled();
  }

  get organization(): Organization {
    return this.#organization;
  }

  get settings(): Readonly<MockSettings> {
    return this.#settings;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  rulesOf(version: Version): VersionRules {
    return this.#rules[version];
  }

  /** @throws Error naming an unknown setting or one of the wrong type */
  changeSettings(changes: Readonly<Record<string, unknown>>): void {
    this.#settings = settingsFrom(changes, this.#settings);
    this.#rules = this.#compiled();
  }

  /** Plants exactly these faults. @throws Error naming an unknown fault */
  setFaults(names: readonly string[]): void {
    this.#faults = faultsNamed(names);
    this.#rules = this.#compiled();
  }

  /** Restores the seeded organisation; settings and faults stay. */
  reset(): void {
    this.#organization = this.#start();
    this.limits.clear();
    this.locks.clear();
  }

  #compiled(): Record<Version, VersionRules> {
    return {
      "1.1": compileRules("1.1", this.#settings, this.#faults),
      "2.0": compileRules("2.0", this.#settings, this.#faults),
    };
  }
}
