import { listen } from "./list.js";
import { readRows } from "./rows.js";

listen(readRows());
