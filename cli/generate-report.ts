import { text } from "node:stream/consumers";
import { generateTests } from "../reports/allure/generate.ts";
import { optimizeLate } from "./late-optimization.ts";
import { gateOfWritten } from "./written-gate.ts";

/** The process that the command starts to make Allure's page: see `reports/allure/generator.ts`. */
optimizeLate();
const directory = await text(process.stdin);
if (directory !== "") await generateTests(directory, gateOfWritten(directory));
