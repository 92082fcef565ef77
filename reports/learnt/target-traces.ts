import type { Exchange } from "../../schemas/index.ts";
import { mockHeader } from "../../schemas/mock-header.ts";
import { readCreated, readExchanges } from "../run-directory.ts";
import type { Identifying } from "./anonymous.ts";

/** What the recorded exchanges of a run say of its target. */
export interface TargetTraces extends Identifying {
  /** A response says that it is the mock's. */
  isMock: boolean;
}

/** Reads what the files of a run say of its target. */
export function readTraces(directory: string): TargetTraces {
  const exchanges = [...readExchanges(directory).values()];
  return {
    ...readCreated(directory),
    hosts: [...new Set(exchanges.flatMap(({ request }) => hostOf(request.url)))],
    isMock: exchanges.some(saysMock),
  };
}

function hostOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).host] : [];
}

function saysMock({ response }: Exchange): boolean {
  return Object.keys(response?.headers ?? {}).some((name) => name.toLowerCase() === mockHeader);
}
