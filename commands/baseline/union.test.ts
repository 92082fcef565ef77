import { expect, test } from "vitest";
import type { Baseline } from "../../schemas/index.ts";
import type { KnownEntry } from "./entries.ts";
import { unitedBaselines } from "./union.ts";

const entry = (id: string, more: Partial<KnownEntry> = {}): KnownEntry => ({
  ...{ id, version: "2.0", verdict: "fail", saw: '{"status":200}', status: "accepted" },
  ...{ reason: "known", firstSeen: "2026-01-02", lastSeen: "2026-01-02", ...more },
});
const of = (known: KnownEntry[], more: Partial<Baseline> = {}): Baseline => ({
  ...{ baseline: 1, target: "t", profile: "slack", suite: "0.2.0", known, ...more },
});
const ids = ({ baseline }: { baseline: Baseline }) => baseline.known.map(({ id }) => id).sort();

test("what each branch added is there; what one removed is gone, unless the other explained it", () => {
  const base = of([entry("SCIM20-A"), entry("SCIM20-B")]);
  const one = of([entry("SCIM20-C")]);
  const explained = entry("SCIM20-B", { reason: "a ticket" });
  const other = of([entry("SCIM20-A", { lastSeen: "2026-02-01" }), explained, entry("SCIM20-D")]);
  for (const united of [unitedBaselines(base, one, other), unitedBaselines(base, other, one)]) {
    expect(ids(united)).toEqual(["SCIM20-B", "SCIM20-C", "SCIM20-D"]);
    expect(united.conflicts).toEqual([]);
  }
  // Where it is not known what both come from, nothing was removed.
  expect(ids(unitedBaselines(undefined, one, other))).toHaveLength(4);
});

test("another observation of a rule is another entry, and the same in another form is one", () => {
  const one = of([entry("SCIM20-A")]);
  const other = of([entry("SCIM20-A", { saw: '{ "status": 200 }' })]);
  expect(ids(unitedBaselines(of([]), one, other))).toHaveLength(1);
  expect(ids(unitedBaselines(of([]), one, of([entry("SCIM20-A", { saw: "{}" })])))).toHaveLength(2);
});

test("days never conflict, an explanation wins over none, and two explanations conflict", () => {
  const fresh = entry("SCIM20-A", { status: "new", reason: "", lastSeen: "2026-03-01" });
  const accepted = entry("SCIM20-A", { reason: "ticket", firstSeen: "2026-01-01" });
  for (const pair of [[fresh, accepted] as const, [accepted, fresh] as const]) {
    const [one, other] = pair.map((known) => of([known]));
    if (!one || !other) throw new Error("two");
    const { baseline, conflicts } = unitedBaselines(undefined, one, other);
    expect(conflicts).toEqual([]);
    expect(baseline.known).toMatchObject([
      { status: "accepted", reason: "ticket", firstSeen: "2026-01-01", lastSeen: "2026-03-01" },
    ]);
  }
  const mine = of([entry("SCIM20-A", { owner: "identity", reason: "ours" })]);
  const theirs = of([entry("SCIM20-A", { expires: "2027-01-01", reason: "theirs" })]);
  const { baseline, conflicts } = unitedBaselines(of([entry("SCIM20-A")]), mine, theirs);
  expect(conflicts).toEqual(["SCIM20-A: reason"]);
  expect(baseline.known).toMatchObject([
    { owner: "identity", expires: "2027-01-01", reason: "ours" },
  ]);
});

test("a rule was judged where one of both says so", () => {
  const one = of([], { rules: ["SCIM20-A 2.0", "SCIM20-B 2.0 untested"], suite: "0.9.0" });
  const other = of([], { rules: ["SCIM20-A 2.0 untested", "SCIM20-C 2.0"], suite: "0.10.0" });
  const { baseline } = unitedBaselines(of([]), one, other);
  expect(baseline.rules).toEqual(["SCIM20-A 2.0", "SCIM20-B 2.0 untested", "SCIM20-C 2.0"]);
  expect(baseline.suite).toBe("0.10.0");
});
