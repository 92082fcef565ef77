import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Known } from "./known.ts";

export interface OwnMarks {
  /** The mail domain of the users that a run creates. */
  ownEmailDomain?: string;
  /** What all names of a run contain: its prefix, with the tag of the run when it has one. */
  ownNamePrefix?: string;
}

/** Domains that RFC 2606 and RFC 6761 reserve: no mail is delivered there. */
const reservedDomain = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$/i;

/** Distinguishes resources of a run from those of others. */
export class Ownership {
  readonly #domain: string | undefined;
  readonly #label: string | undefined;
  readonly #known: Known;

  constructor({ ownEmailDomain, ownNamePrefix }: OwnMarks, known: Known) {
    this.#domain = ownEmailDomain?.toLowerCase();
    this.#label = ownNamePrefix ? letters(ownNamePrefix) : undefined;
    this.#known = known;
  }

  isOwnAddress(address: string, domain = domainOf(address)): boolean {
    return domain === this.#domain || this.#known.wasSent(address);
  }

  /** For text that passed the gate before: an address at a reserved domain in it was the run's own. */
  isOwnOrReserved(address: string, domain = domainOf(address)): boolean {
    return (
      this.isOwnAddress(address, domain) || reservedDomain.test(domain) || this.hasLabel(address)
    );
  }

  /** Whether only this run gives such a name; a server may have changed its case and signs. */
  hasLabel(name: string): boolean {
    return this.#label !== undefined && this.#label !== "" && letters(name).includes(this.#label);
  }

  /** Whether a text alone shows that it is the run's: a name or an address that it gives, or sent. */
  isOwnText(text: string): boolean {
    return (
      this.hasLabel(text) ||
      this.#known.wasSent(text) ||
      (text.includes("@") && this.isOwnAddress(text))
    );
  }

  /** Whether the run created a user or group: by its id, its addresses or its name. */
  isOwn(resource: JsonObject): boolean {
    if (this.#known.wasCreated(resource.id)) return true;
    const addresses = addressesOf(resource);
    if (addresses.length > 0 && addresses.every((one) => domainOf(one) === this.#domain)) {
      return true;
    }
    return namesOf(resource).some((name) => this.hasLabel(name));
  }

  /**
   * Whether the response to a create holds what was sent: then its id is the run's. So does a response
   * that names no one.
   */
  isEcho(resource: JsonObject): boolean {
    const names = [...namesOf(resource), ...addressesOf(resource)];
    return (
      names.length === 0 ||
      this.isOwn(resource) ||
      names.some((name) => this.#known.wasSent(name) && !this.#known.isStranger(name))
    );
  }
}

function namesOf({ userName, nickName, displayName, externalId }: JsonObject): string[] {
  return [userName, nickName, displayName, externalId].filter(
    (name): name is string => typeof name === "string" && name !== "",
  );
}

function addressesOf({ emails }: JsonObject): string[] {
  return (Array.isArray(emails) ? emails : [])
    .map((entry) => (isObject(entry) ? entry.value : entry))
    .filter((value): value is string => typeof value === "string" && value.includes("@"));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
