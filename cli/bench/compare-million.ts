import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ComparePoint,
  type GrowthData,
  type TimeLeftPoint,
  updateGrowth,
} from "./growth-data.ts";
import { type Ended, probed, type Served, servedFormula } from "./probed.ts";

/**
 * `compare` of a million users, and of fewer, that a stand-in writes from a formula: memory, and a
 * comparison at the limits of Slack that is killed half-way and resumed.
 */
const million = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const shares = Array.from({ length: 20 }, (_, index) => (index + 1) * 5);
/** The shares of the list at which the time left is looked at, in percent. */
const looks = [10, 30, 50, 70, 90];

const urlsOf = ({ url }: Served) => ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];

/** The part of comparison.json that a resumed comparison must have too. */
function outcome(out: string) {
  const result = JSON.parse(readFileSync(join(out, "comparison.json"), "utf8"));
  const { users, groups, rules, requests, durationMs } = result;
  return { requests: Number(requests), durationMs, same: JSON.stringify({ users, groups, rules }) };
}

function mustFind(ended: Ended): Ended {
  // 1: the stand-in's versions differ in a few users.
  if (ended.status !== 1) throw new Error(`compare ended with ${ended.status}`);
  return ended;
}

async function whole(users: number): Promise<ComparePoint> {
  const groups = users / 50;
  const organisation = await servedFormula(users, groups);
  const out = join(folder, `whole-${users}`);
  const args = ["compare", ...urlsOf(organisation), "--out", out];
  const { peakMb, residentMb } = mustFind(await probed(folder, args));
  organisation.stop();
  const { requests, durationMs } = outcome(out);
  const point = {
    users,
    groups,
    seconds: Math.round(durationMs / 100) / 10,
    requests,
    peakMb,
    residentMb: shares.map((share) => ({
      share,
      mb: residentMb[Math.ceil((residentMb.length * share) / 100) - 1] ?? 0,
    })),
  };
  const at = (share: number) => point.residentMb.find((one) => one.share === share)?.mb;
  console.log(
    `compare, ${users} users: ${point.seconds} s, ${requests} requests, ` +
      `${at(10)} MB at 10 %, ${at(50)} MB at 50 %, ${at(100)} MB at 100 %, at most ${peakMb} MB`,
  );
  return point;
}

interface Told {
  at: number;
  share: number;
  said: string;
}

/** At the limits of Slack; killed after half of the users, then resumed. */
async function atLimits(): Promise<NonNullable<GrowthData["atLimits"]>> {
  const organisation = await servedFormula(million, million / 50);
  const out = join(folder, "limits");
  const target = join(folder, "target.json");
  writeFileSync(
    target,
    JSON.stringify({
      name: "a million users",
      profile: "slack",
      versions: {
        "1.1": { baseUrl: `${organisation.url}/scim/v1` },
        "2.0": { baseUrl: `${organisation.url}/scim/v2` },
      },
      auth: { type: "bearer", tokenEnv: "SLACK_SCIM_TOKEN" },
      safety: {
        ...{ mode: "read-only", namePrefix: "scimct-", emailDomain: "scimct.example" },
        ...{ maxUsers: 1, maxGroups: 1 },
      },
      rateLimits: "slack",
    }),
  );
  const told: Told[] = [];
  let stop: () => void = () => undefined;
  const killedAtPercent = 50;
  const start = performance.now();
  const onLine = (line: string) => {
    const [, done = "", total = "", said = ""] =
      /users, ([\d,]+) of ([\d,]+),.*?((?:about|a few) .*) left/.exec(line) ?? [];
    if (said === "") return;
    const share = (100 * number(done)) / number(total);
    told.push({ at: performance.now() - start, share, said });
    if (share >= killedAtPercent) stop();
  };
  const args = ["compare", "--target", target, "--out", out];
  await probed(folder, args, onLine, (child) => {
    stop = () => void child.kill("SIGKILL");
  });
  stop = () => undefined;
  const killed = performance.now();
  const ended = mustFind(await probed(folder, [...args, "--resume"], onLine));
  organisation.stop();
  const end = performance.now() - start;
  const result = outcome(out);
  const reference = outcome(join(folder, `whole-${million}`));
  const timeLeft: TimeLeftPoint[] = looks.flatMap((look) => {
    const one = told.find(({ share }) => share >= look);
    if (!one) return [];
    return [
      {
        share: Math.round(one.share),
        said: one.said,
        wasSeconds: Math.round((end - one.at) / 1000),
      },
    ];
  });
  console.log(
    `at the limits of Slack, killed at ${killedAtPercent} % and resumed: ${Math.round(end / 1000)} s ` +
      `(${Math.round((killed - start) / 1000)} s + ${Math.round(ended.seconds)} s), ` +
      `${result.same === reference.same ? "the same result as in one go" : "ANOTHER RESULT"}`,
  );
  for (const { share, said, wasSeconds } of timeLeft) {
    console.log(`  at ${share} %: "${said} left"; it was ${wasSeconds} s`);
  }
  return {
    users: million,
    requests: result.requests,
    seconds: Math.round(end / 1000),
    killedAtPercent,
    isSameAsWhole: result.same === reference.same,
    timeLeft,
  };
}

const number = (text: string) => Number(text.replaceAll(",", ""));

try {
  updateGrowth({
    compare: [await whole(million / 100), await whole(million / 10), await whole(million)],
  });
  updateGrowth({ atLimits: await atLimits() });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
