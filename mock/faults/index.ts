import type { Fault, FaultInfo } from "./fault.ts";
import { firstFaults } from "./first.ts";

const catalogue: readonly Fault[] = [...firstFaults];

const byName = new Map(catalogue.map((fault) => [fault.name, fault]));

/** The faults of these names. @throws Error naming an unknown one */
export function faultsNamed(names: readonly string[]): readonly Fault[] {
  return names.map((name) => {
    const fault = byName.get(name);
    if (!fault) throw new Error(`unknown fault ${name}: the mock's list of faults names all`);
    return fault;
  });
}

/** Every fault that can be planted, by area. */
export function listFaults(): readonly FaultInfo[] {
  return catalogue.map(({ name, area, versions, breaks, summary }) => ({
    name,
    area,
    versions,
    breaks,
    summary,
  }));
}
