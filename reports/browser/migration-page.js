import { addCopyButtons } from "./copy.js";
import { listen } from "./list.js";
import { readRows } from "./rows.js";

const rows = readRows();
for (const { element } of rows) addCopyButtons(element);
listen(rows);
