import { createServer } from "node:http";
import { scim } from "@better-auth/scim";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { toNodeHandler } from "better-auth/node";

const port = Number(process.env.PORT ?? 4702);
const token = "better-auth-test-token-0123456789abcdef";

const plugin = scim({
  connections: [{ id: "main", credentials: [{ type: "bearer", id: "test", token }] }],
});
const core = ["user", "session", "account", "verification"];
const tables = Object.entries(plugin.schema ?? {}).map(
  ([name, { modelName }]) => modelName ?? name,
);
const database = Object.fromEntries([...core, ...tables].map((table) => [table, []]));

const auth = betterAuth({
  baseURL: `http://127.0.0.1:${port}`,
  secret: "a-secret-of-the-test-server-0123456789",
  database: memoryAdapter(database),
  plugins: [plugin],
  rateLimit: { enabled: false },
});

createServer(toNodeHandler(auth)).listen(port, "127.0.0.1", () => {
  console.log(`SCIM 2.0 at http://127.0.0.1:${port}/api/auth/scim/v2`);
  console.log(`export SLACK_SCIM_TOKEN=${token}`);
});
