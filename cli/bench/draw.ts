import { readFileSync, writeFileSync } from "node:fs";
import { readGrowth } from "./growth-data.ts";
import { growthChart, growthTables, withTables } from "./growth-page.ts";

/** Draws docs/growth.svg and writes the tables of docs/performance.md, both from docs/growth.json. */
const data = readGrowth(process.cwd());
const page = "docs/performance.md";
writeFileSync("docs/growth.svg", growthChart(data));
writeFileSync(page, withTables(readFileSync(page, "utf8"), growthTables(data)));
console.log(`docs/growth.svg and the tables of ${page} were written`);
