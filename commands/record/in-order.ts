import type { RecordedExchange } from "./exchange.ts";

/** So many exchanges, or bytes of their bodies, wait at most for one that began before them. */
const mostWaiting = 100;
const mostBytes = 64 * 1024 * 1024;
/** They wait so long at most: what waits is lost when the process is killed. */
const longestMs = 1000;

interface Place {
  exchange?: RecordedExchange;
  /** Runs while the exchange waits. */
  timer?: NodeJS.Timeout;
  /** Others no longer wait for it: it is written when it ends. */
  isLate?: true;
}

/**
 * Passes exchanges on in the order in which their requests began. One that takes long holds the others
 * back only within bounds.
 */
export class InOrder {
  readonly #write: (exchange: RecordedExchange) => void;
  readonly #places: Place[] = [];
  #waiting = 0;
  #bytes = 0;

  constructor(write: (exchange: RecordedExchange) => void) {
    this.#write = write;
  }

  /** A request begins. @returns what takes the exchange */
  begin(): (exchange: RecordedExchange) => void {
    const place: Place = {};
    this.#places.push(place);
    return (exchange) => {
      if (place.isLate) {
        this.#write(exchange);
        return;
      }
      place.exchange = exchange;
      this.#waiting += 1;
      this.#bytes += bytesOf(exchange);
      this.#pass();
      if (this.#places.includes(place)) {
        place.timer = setTimeout(() => this.#passUntil(place), longestMs);
      }
    };
  }

  #pass(): void {
    for (;;) {
      const [first] = this.#places;
      if (!first) return;
      if (first.exchange) this.#take(first, first.exchange);
      else if (this.#waiting < mostWaiting && this.#bytes < mostBytes) return;
      else first.isLate = true;
      this.#places.shift();
    }
  }

  /** Passes on one that has waited long enough, and those before it that have ended. */
  #passUntil(place: Place): void {
    for (const each of this.#places.splice(0, this.#places.indexOf(place) + 1)) {
      if (each.exchange) this.#take(each, each.exchange);
      else each.isLate = true;
    }
    this.#pass();
  }

  #take(place: Place, exchange: RecordedExchange): void {
    clearTimeout(place.timer);
    this.#waiting -= 1;
    this.#bytes -= bytesOf(exchange);
    this.#write(exchange);
  }
}

/** What the bodies of an exchange take of the memory. */
export function bytesOf({ request, response }: RecordedExchange): number {
  return (request.body.bytes?.length ?? 0) + (response?.body.bytes?.length ?? 0);
}
