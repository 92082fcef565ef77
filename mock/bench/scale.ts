import { isObject } from "../../schemas/json-value.ts";
import { type Mock, startMock } from "../index.ts";

const rounds = 40;

/** Milliseconds of one call, the median of some. */
async function timed(mock: Mock, path: string): Promise<number> {
  const headers = { authorization: `Bearer ${mock.token}` };
  const seen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await (await fetch(`${mock.url}/scim/v1/${path}`, { headers })).text();
    seen.push(performance.now() - started);
  }
  return seen.sort((a, b) => a - b)[rounds / 2] ?? 0;
}

async function lastUser(mock: Mock, users: number): Promise<{ name: string; email: string }> {
  const headers = { authorization: `Bearer ${mock.token}` };
  const path = `/scim/v1/Users?count=1&startIndex=${users}`;
  const page: unknown = await (await fetch(mock.url + path, { headers })).json();
  const user: unknown = isObject(page) && Array.isArray(page.Resources) ? page.Resources[0] : {};
  const name = isObject(user) ? String(user.userName) : "";
  return { name, email: `${name}@acme.example` };
}

/** Start, look-ups and a page of 1000 in an organisation of a given size. */
async function measure(users: number, groups: number): Promise<void> {
  const started = performance.now();
  const mock = await startMock({ users, groups });
  const start = performance.now() - started;
  const { name, email } = await lastUser(mock, users);
  const filter = (text: string) => `Users?filter=${encodeURIComponent(text)}`;
  const byName = await timed(mock, filter(`userName eq "${name}"`));
  const byEmail = await timed(mock, filter(`email eq "${email}"`));
  const page = await timed(mock, `Users?count=1000&startIndex=${Math.max(1, users - 999)}`);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${users} users, ${groups} groups: started in ${start.toFixed(0)} ms, userName eq ${byName.toFixed(2)} ms, ` +
      `email eq ${byEmail.toFixed(2)} ms, page of 1000 ${page.toFixed(1)} ms, at most ${megabytes.toFixed(0)} MB`,
  );
  await mock.close();
}

await measure(1_000, 50);
await measure(100_000, 5_000);
