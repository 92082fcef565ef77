import type { JsonObject } from "../../client/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import type { Probe } from "../probe.ts";
import { afterPatch, shown, userChangeInForms } from "./forms.ts";

const clearDepartment: PatchIntent = { kind: "clear", path: "enterprise.department" };
const startDate = "2024-04-10T00:00:00Z";

/** The enterprise and profile extensions: part (d) of the catalogue. */
export const extensionProbes: readonly Probe[] = [
  {
    id: "DIFF-ENT-01",
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        intents: () => [{ kind: "set", path: "enterprise", value: { department: "Sales" } }],
        done: ({ enterprise }, { sent }) => {
          const { department, costCenter } = shown(enterprise, "enterprise extension");
          return department === "Sales" && costCenter === sent.enterprise?.costCenter;
        },
      }),
  },
  {
    id: "DIFF-ENT-02",
    safety: "write",
    observe: async (t) => {
      const { id: managerId } = await t.createdUser();
      const managed = await afterPatch(
        t,
        () => [{ kind: "clear", path: "enterprise.managerId" }],
        { enterprise: { department: "Research", managerId } },
        { change: joinedBy(".", "manager.managerId") },
      );
      const department = async (separator: "." | ":") => {
        const user = await afterPatch(
          t,
          () => [clearDepartment],
          {},
          {
            change: joinedBy(separator, "department"),
          },
        );
        return shown(user.enterprise, "enterprise extension").department ? "no effect" : "removes";
      };
      const { managerId: left } = shown(managed.enterprise, "enterprise extension");
      return {
        managerByDot: left ? "no effect" : "removes",
        departmentByDot: await department("."),
        departmentByColon: await department(":"),
      };
    },
  },
  {
    id: "DIFF-PROF-01",
    safety: "write",
    observe: (t) =>
      userChangeInForms(t, {
        state: () => ({ profile: { startDate: "2020-01-01T00:00:00Z" } }),
        intents: () => [{ kind: "set", path: "profile", value: { startDate } }],
        done: ({ profile }) =>
          Date.parse(shown(profile, "profile extension").startDate ?? "") === Date.parse(startDate),
      }),
  },
];

/** Joins the URN and the attribute in whatever path the body holds by the separator given. */
function joinedBy(separator: "." | ":", attribute: string) {
  return (body: JsonObject): unknown =>
    JSON.parse(
      JSON.stringify(body).replace(new RegExp(`[.:]${attribute}"`), `${separator}${attribute}"`),
    );
}
