import { asJson, at, typeOf } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckContext } from "../run/check-context.ts";

const emptyCreate = (t: CheckContext) =>
  t.once("a create of nothing", () => t.users.create({}, { rawBody: "{}" }));

/** Where an error carries something: the paths that either version could use. */
function holders(json: unknown, ...paths: string[]): string[] {
  return paths.filter((path) => at(json, ...path.split(".")) !== undefined);
}

/** The structure of errors: part (a) of the catalogue. */
export const errorStructureProbes: readonly Probe[] = [
  {
    id: "DIFF-ERR-01",
    safety: "write",
    observe: async (t) => {
      const { error } = await emptyCreate(t);
      return { envelope: error?.envelope };
    },
  },
  {
    id: "DIFF-ERR-02",
    safety: "write",
    observe: async (t) => {
      const { json, error } = await emptyCreate(t);
      return {
        member: holders(json, "detail", "Errors.description")[0],
        codeWord: error !== undefined && error.code !== "",
      };
    },
  },
  {
    id: "DIFF-ERR-03",
    safety: "write",
    observe: async (t) => {
      const { json, error } = await emptyCreate(t);
      return { member: holders(json, "status", "Errors.code")[0], type: typeOf(error?.status) };
    },
  },
  {
    id: "DIFF-ERR-04",
    safety: "write",
    observe: async (t) => ({ schemas: asJson(at((await emptyCreate(t)).json, "schemas")) }),
  },
];
