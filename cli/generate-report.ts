import { env } from "node:process";
import { generateTests } from "../reports/allure/generate.ts";
import { gateOfWritten } from "./written-gate.ts";

/** The process that `write-report.ts` starts. */
const directory = env.SCIM_RUN_DIRECTORY ?? "";
await generateTests(directory, gateOfWritten(directory));
