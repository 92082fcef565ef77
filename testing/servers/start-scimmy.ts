import { startScimmy } from "./scimmy-server.ts";

/** Starts the server of the tests for other tools, such as the peers of docs/peers.md. */
const { url, credentials } = await startScimmy(Number(process.env.PORT ?? 0));
process.stdout.write(`${url} with the token ${credentials}\n`);
