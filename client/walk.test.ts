import { describe, expect, test } from "vitest";
import { TransportError } from "./transport/transport-error.ts";
import { type AskForPage, walkPages } from "./walk.ts";

/** A page of resources with these ids. */
function page(ids: readonly string[], totalResults?: unknown) {
  const resources = ids.map((id) => () => ({ id, wire: { id }, read: () => id }));
  return { resources, totalResults };
}

const ids = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `U${from + at}`);

/** A list with a number of resources and any totalResults. */
function server(
  real: number,
  said: (startIndex: number) => unknown,
  most = 10,
): AskForPage<string> {
  return async (startIndex, count) => {
    const length = Math.max(0, Math.min(count, most, real - startIndex + 1));
    return page(ids(length, startIndex), said(startIndex));
  };
}

/** All resources of a walk, and the number of its requests. */
async function walked(ask: AskForPage<string>, from?: number) {
  let asked = 0;
  const counted: AskForPage<string> = (...where) => {
    asked += 1;
    if (asked > 1000) throw new Error("the walk does not end");
    return ask(...where);
  };
  const seen: string[] = [];
  for await (const { resources } of walkPages(counted, from === undefined ? {} : { from })) {
    seen.push(...resources.map((each) => each().id ?? ""));
  }
  return { seen, asked };
}

describe("a list with a correct totalResults", () => {
  test.each([0, 1, 9, 10, 11, 20, 25])(
    "%i resources are all read, with no unnecessary request",
    async (real) => {
      const { seen, asked } = await walked(server(real, () => real));
      expect(seen).toEqual(ids(real));
      expect(asked).toBe(Math.max(1, Math.ceil(real / 10)));
    },
  );

  test("is read from a given start", async () => {
    const { seen } = await walked(
      server(25, () => 25),
      24,
    );
    expect(seen).toEqual(["U24", "U25"]);
  });
});

describe("a list with a wrong totalResults", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "25"],
    ["too many", 1000],
    ["none", 0],
    ["a negative number", -1],
    ["fewer than one page holds", 5],
    ["fewer than two pages hold", 19],
  ])("%s: all are read", async (_, said) => {
    expect((await walked(server(25, () => said))).seen).toEqual(ids(25));
  });

  test("one that grows meanwhile is read to its end", async () => {
    const { seen } = await walked(server(35, (startIndex) => (startIndex === 1 ? 25 : 35)));
    expect(seen).toEqual(ids(35));
  });
});

describe("an endless list is abandoned", () => {
  const endless = (ask: AskForPage<string>, why = "its pages repeat") =>
    expect(walked(ask)).rejects.toMatchObject({
      name: "TransportError",
      kind: "broken",
      message: `the list has no end: ${why}`,
    });

  test("every startIndex gives the same page", async () => {
    await endless(async () => page(ids(10), 100));
    await endless(async () => page(ids(10)));
  });

  test("pages alternate", async () => {
    await endless(async (startIndex) => page(ids(10, (startIndex % 3) * 100), 1_000_000));
  });

  test("resources without an id repeat", async () => {
    const resources = [() => ({ id: undefined, wire: { a: 1 }, read: () => "" })];
    await endless(async () => ({ resources, totalResults: 7 }));
  });

  test("it always has more resources than announced", async () => {
    let asked = 0;
    await endless(async (startIndex) => {
      asked += 1;
      return page(ids(1000, startIndex), startIndex + 5000);
    }, "it has more than 11002 resources, but totalResults is 16001");
    // 5001 were announced: twice as many and a thousand are read.
    expect(asked).toBe(12);
  });

  test("it is a TransportError: a failure of the target, not a finding", async () => {
    await expect(walked(async () => page(ids(10)))).rejects.toBeInstanceOf(TransportError);
  });
});

test("a page may repeat when the list grows meanwhile", async () => {
  const list = ["U1", "U2", "U3"];
  const { seen } = await walked(async (startIndex) => {
    const one = list.slice(startIndex - 1, startIndex);
    if (startIndex === 1) list.unshift("U0");
    return page(one, list.length);
  });
  expect(seen).toEqual(["U1", "U1", "U2", "U3"]);
});

describe("a page that is too large or too slow", () => {
  test.each(["too-large", "timeout"] as const)(
    "%s: half as many resources are requested",
    async (kind) => {
      const counts: number[] = [];
      const all = server(25, () => 25, 1000);
      const { seen } = await walked(async (startIndex, count) => {
        counts.push(count);
        if (count > 300) throw new TransportError(kind, "too much");
        return all(startIndex, count);
      });
      expect(seen).toEqual(ids(25));
      expect(counts).toEqual([1000, 500, 250]);
    },
  );

  test("a single resource that is too large, or another failure, ends the walk", async () => {
    const failing = (kind: "too-large" | "broken") =>
      walked(async () => {
        throw new TransportError(kind, kind);
      });
    await expect(failing("too-large")).rejects.toThrow("too-large");
    await expect(failing("broken")).rejects.toThrow("broken");
  });
});

describe("how many resources of a list are read at most", () => {
  /** An endless list with pages of a given size. @returns the number of requested pages, and the error */
  async function pagesOf(length: number, said: (startIndex: number) => unknown) {
    let asked = 0;
    const failure = await walked(async (startIndex) => {
      asked += 1;
      return page(ids(length, startIndex), said(startIndex));
    }).catch(String);
    return { asked, failure };
  }

  test("twice as many as announced, and a thousand more", async () => {
    const { asked, failure } = await pagesOf(100, (startIndex) => (startIndex === 1 ? 1000 : 1e9));
    // 3000 are, the page that begins at 3001 is too much.
    expect(asked).toBe(31);
    expect(failure).toContain("it has more than 3000 resources, but totalResults is 1000000000");
  });

  test("the size of the first page counts, if it is more than announced", async () => {
    const { asked } = await pagesOf(1000, (startIndex) => (startIndex === 1 ? 1 : 1e9));
    expect(asked).toBe(4);
  });

  test.each([0, -1, undefined])("ten million, when totalResults is %s", async (totalResults) => {
    let asked = 0;
    const walk = walkPages<string>(async (startIndex) => {
      asked += 1;
      const first = () => ({ id: `U${startIndex}`, wire: {}, read: () => "" });
      // The others are never read: a real array of a million costs time.
      const array: (typeof first)[] = Object.create(Array.prototype);
      return { resources: Object.assign(array, { 0: first, length: 1_000_000 }), totalResults };
    });
    const toTheEnd = async () => {
      for await (const _ of walk);
    };
    await expect(toTheEnd()).rejects.toThrow("it has more than 10000000 resources");
    expect(asked).toBe(11);
  });

  test("the same page may repeat twice, not three times", async () => {
    const repeated = (times: number) => {
      let left = times;
      return walked(async (startIndex) => {
        if (startIndex > 1 && left > 0) {
          left -= 1;
          return page(["U1"], 100);
        }
        return page(startIndex === 1 ? ["U1"] : [], 100);
      });
    };
    expect((await repeated(2)).seen).toEqual(["U1", "U1", "U1"]);
    await expect(repeated(3)).rejects.toThrow("its pages repeat");
  });

  test.each<[string, (startIndex: number) => string[]]>([
    ["that begin alike", (startIndex) => ["U0", "U1", `U${startIndex + 5}`]],
    ["that end alike", (startIndex) => [`U${startIndex}`, "U0"]],
    ["of other lengths", (startIndex) => ["U0", ...ids(startIndex), "U1"]],
  ])("pages %s are not the same", async (_, given) => {
    const { seen } = await walked(async (startIndex) =>
      page(startIndex > 40 ? [] : given(startIndex), 1000),
    );
    expect(seen.length).toBeGreaterThan(4);
  });

  test("resources without an id are distinguished by their whole content", async () => {
    const { seen } = await walked(async (startIndex) => {
      const one = () => ({ id: undefined, wire: { a: startIndex }, read: () => "" });
      return { resources: startIndex > 9 ? [] : [one], totalResults: 100 };
    });
    expect(seen).toHaveLength(9);
  });
});

test("the next page is prefetched, and a caller may stop early", async () => {
  let asked = 0;
  const ask: AskForPage<string> = async (startIndex) => {
    asked += 1;
    if (startIndex > 1) throw new Error("refused");
    return page(ids(10), 30);
  };
  for await (const { next, total } of walkPages(ask)) {
    expect({ next, total }).toEqual({ next: 11, total: 30 });
    expect(asked).toBe(2);
    break;
  }
  // A caller that continues gets the error.
  await expect(walked(ask)).rejects.toThrow("refused");
});

test("a total is a number, or undefined", async () => {
  const totals: unknown[] = [];
  const ask: AskForPage<string> = async (startIndex) => page(startIndex > 2 ? [] : ["U"], "2");
  for await (const { total } of walkPages(ask)) totals.push(total);
  expect(totals).toEqual([undefined, undefined, undefined]);
});

test("a request whose failure smaller pages do not avoid is not repeated", async () => {
  for (const failure of [
    new TransportError("broken", "x"),
    Object.assign(new Error("x"), { kind: "timeout" }),
  ]) {
    let asked = 0;
    const walking = walked(async () => {
      asked += 1;
      throw failure;
    });
    await expect(walking).rejects.toBe(failure);
    expect(asked).toBe(1);
  }
});
