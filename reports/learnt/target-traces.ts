import type { Exchange } from "../../schemas/index.ts";
import { mockHeader } from "../../schemas/mock-header.ts";
import type { readCreated } from "../run-directory.ts";
import type { Identifying } from "./anonymous.ts";

/** What the recorded exchanges of a run say of its target. */
export interface TargetTraces extends Identifying {
  /** A response says that it is the mock's. */
  isMock: boolean;
}

/** What the exchanges of a run, by id, and what it created say of its target. */
export function tracesOf(
  byId: ReadonlyMap<string, Exchange>,
  created: ReturnType<typeof readCreated>,
): TargetTraces {
  const exchanges = [...byId.values()];
  return {
    ...created,
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
