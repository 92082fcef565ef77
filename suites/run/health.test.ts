import { beforeEach, describe, expect, test } from "vitest";
import { TransportError, type Version } from "../../client/index.ts";
import { Health } from "./health.ts";
import { RunStop } from "./run-stop.ts";
import { Trouble } from "./trouble.ts";

let now: number;
let stop: RunStop;
let isBack: boolean;
let asked: Version[];
let health: Health;

beforeEach(() => {
  now = 0;
  stop = new RunStop();
  isBack = false;
  asked = [];
  health = new Health({
    stop,
    now: () => now,
    date: () => Date.parse("2026-01-01T00:00:10Z"),
    wait: async (ms) => {
      now += ms;
    },
    ask: async (version) => {
      asked.push(version);
      return isBack;
    },
  });
});

const timeout = new TransportError("timeout", "GET /Users: no answer in time");
const broken = new TransportError("broken", "GET /Users: the connection broke");
type Seen = { status: number; text?: string } | TransportError;

function saw(seen: Seen, times = 1, path = "/Users", version: Version = "2.0") {
  const came = seen instanceof TransportError ? seen : { text: "", ...seen };
  for (let time = 0; time < times; time += 1) health.saw(version, "GET", path, came);
}

/** Whether requests of a version pass, once its health is known. */
async function admitted(version: Version = "2.0", path = "/Users"): Promise<string> {
  try {
    await health.admit(version, "GET", path);
    return "admitted";
  } catch (error) {
    return error instanceof Trouble ? error.code : String(error);
  }
}

describe("a version that has stopped working stops the run", () => {
  test.each<[string, Seen]>([
    ["503", { status: 503 }],
    ["a redirect", { status: 302 }],
    ["a page instead of JSON", { status: 200, text: "<html>maintenance</html>" }],
    ["JSON that is cut off", { status: 200, text: '{"schemas":[' }],
    ["an array", { status: 200, text: "[]" }],
    ["an object that is not SCIM", { status: 200, text: '{"ok":false,"error":"down"}' }],
    ["nothing at all", { status: 200, text: "" }],
    ["a rejected token", { status: 401, text: '{"Errors":{"code":401}}' }],
    ["a firewall's page", { status: 403, text: "<html>denied</html>" }],
    ["a gateway's page", { status: 404, text: "<html>not found</html>" }],
    ["a gateway's JSON", { status: 404, text: '{"message":"no route matched"}' }],
    ["500", { status: 500 }],
    ["broken connections", broken],
  ])("after 30 times %s in a row, if it is not back", async (_what, came) => {
    saw(came, 29);
    expect(await admitted()).toBe("admitted");
    expect(asked).toEqual([]);
    saw(came);
    expect(await admitted()).toBe("aborted");
    expect(asked).toEqual(["2.0", "2.0", "2.0"]);
    expect(stop.stopped?.why).toMatch(
      /^SCIM 2\.0 has given no usable answer since 2026-01-01T00:00:00\.000Z \(10 s\): 30 failures/,
    );
  });

  test("after a minute without a usable answer, however few requests were sent", async () => {
    saw(timeout, 1, "/Users/1");
    now += 59_999;
    saw(timeout, 1, "/Users/2");
    expect(asked).toEqual([]);
    now += 1;
    saw(timeout, 1, "/Groups");
    await admitted();
    expect(asked).toHaveLength(3);
    expect(stop.stopped?.why).toContain("the last one GET /Users: no answer in time");
  });

  test("one failure alone does not count, however long ago the last answer", async () => {
    saw({ status: 200, text: '{"id":"U1"}' });
    now += 600_000;
    saw(broken);
    expect(asked).toEqual([]);
    expect(await admitted()).toBe("admitted");
  });

  test("after three timeouts in a row, since each takes long", async () => {
    for (const path of ["/Users/1", "/Users", "/Groups"]) saw(timeout, 1, path);
    await admitted();
    expect(asked).toHaveLength(3);
    expect(stop.stopped?.why).toContain("no answer in time");
  });

  test("429 alone stops it after ninety seconds, whatever the number", async () => {
    saw({ status: 429 }, 100);
    now += 89_999;
    saw({ status: 429 });
    expect(asked).toEqual([]);
    now += 1;
    saw({ status: 429 });
    await admitted();
    expect(stop.stopped?.why).toContain("HTTP 429");
  });

  test("429 among other failures counts with them", async () => {
    saw({ status: 429 }, 29);
    saw({ status: 503 });
    expect(await admitted()).toBe("aborted");
  });

  test("after eight timeouts in all, even if other requests succeed", () => {
    for (let time = 0; time < 7; time += 1) {
      saw(timeout, 1, "/Users");
      saw({ status: 204 }, 1, "/Users");
    }
    expect(stop.stopped).toBeUndefined();
    saw(timeout);
    expect(stop.stopped?.why).toBe("8 requests got no response in time");
  });
});

describe("a version that works goes on", () => {
  test("if there was a usable answer between the failures", async () => {
    const usable: Seen[] = [
      { status: 200, text: ' {"id":"U1"}\n' },
      { status: 204 },
      { status: 304 },
      { status: 400, text: '{"detail":"no"}' },
      { status: 404, text: '{"Errors":{"description":"no_such_user","code":404}}' },
      { status: 501 },
    ];
    for (const one of usable) {
      saw({ status: 503 }, 29);
      saw(one);
    }
    expect(asked).toEqual([]);
    expect(await admitted()).toBe("admitted");
  });

  test("if it is back before the run stops: its requests were held back until then", async () => {
    isBack = true;
    saw({ status: 503 }, 30);
    expect(await admitted()).toBe("admitted");
    expect(asked).toEqual(["2.0"]);
    expect(stop.stopped).toBeUndefined();
    // The count starts again.
    saw({ status: 503 }, 29);
    expect(asked).toHaveLength(1);
  });

  test("each version is judged by its own responses", async () => {
    saw({ status: 503 }, 29, "/Users", "1.1");
    saw({ status: 204 }, 1, "/Users", "2.0");
    saw({ status: 503 }, 1, "/Users", "1.1");
    expect(await admitted("2.0")).not.toBe("timeout");
    await admitted("1.1");
    expect(asked).toEqual(["1.1", "1.1", "1.1"]);
  });

  test("a request that the run itself aborted does not count", () => {
    saw(new TransportError("aborted", "aborted"), 100);
    expect(asked).toEqual([]);
  });
});

describe("an endpoint that does not respond", () => {
  test("gets no requests after two in a row; the others do", async () => {
    saw(timeout, 1);
    expect(await admitted()).toBe("admitted");
    saw(timeout, 1, "/Users?count=1");
    expect(await admitted()).toBe("timeout");
    expect(await admitted("2.0", "/Users/U1")).toBe("admitted");
    expect(await admitted("1.1")).toBe("admitted");
  });

  test("is tried once in five minutes, and used again when it responds", async () => {
    isBack = true;
    saw(timeout, 4, "/Users/U1");
    now += 299_999;
    expect(await admitted("2.0", "/Users/U2")).toBe("timeout");
    now += 1;
    expect(await admitted("2.0", "/Users/U2")).toBe("admitted");
    expect(await admitted("2.0", "/Users/U3")).toBe("timeout");
    saw({ status: 204 }, 1, "/Users/U2");
    expect(await admitted("2.0", "/Users/U3")).toBe("admitted");
  });
});

describe("an endpoint that still returns 429 after waiting", () => {
  test("gets no requests in both versions, which share the limits; the others do", async () => {
    saw({ status: 429 }, 1, "/Users/U1");
    expect(await admitted("2.0", "/Users/U2")).toBe("rate-limited");
    expect(await admitted("1.1", "/Users/U2")).toBe("rate-limited");
    expect(await admitted("2.0", "/Users")).toBe("admitted");
    now += 300_000;
    expect(await admitted("2.0", "/Users/U2")).toBe("admitted");
  });

  test("still gets requests while an attempt may be retried", async () => {
    health.sawLimited("2.0");
    expect(await admitted()).toBe("admitted");
  });
});

describe("a finding", () => {
  test("is trusted while there are usable answers", async () => {
    saw({ status: 503 }, 2);
    saw({ status: 204 });
    expect(await health.confirms("2.0", true)).toBe(true);
    expect(asked).toEqual([]);
  });

  test("is trusted after a failure if the version works nevertheless", async () => {
    isBack = true;
    saw({ status: 503 });
    expect(await health.confirms("2.0", true)).toBe(true);
    expect(asked).toEqual(["2.0"]);
  });

  test("that rests on no 5xx is trusted until three failures in a row", async () => {
    saw({ status: 401 }, 2);
    expect(await health.confirms("2.0", false)).toBe(true);
    expect(asked).toEqual([]);
    saw({ status: 401 });
    expect(await health.confirms("2.0", false)).toBe(false);
  });

  test("is not trusted if the version does not work, and the run stops", async () => {
    saw({ status: 503 });
    expect(await health.confirms("1.1", true)).toBe(true);
    expect(await health.confirms("2.0", true)).toBe(false);
    expect(stop.stopped?.why).toContain("HTTP 503");
  });
});

test("no request passes once the run has stopped", async () => {
  stop.stop("interrupted");
  expect(await admitted()).toBe("aborted");
});
