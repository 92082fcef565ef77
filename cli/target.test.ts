import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isLoopback } from "../client/index.ts";
import { UsageError } from "../reports/exit.ts";
import { profile, resolveTarget, type TargetFlags } from "./target.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-target-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(json: unknown): string {
  files += 1;
  const path = join(folder, `target-${files}.json`);
  writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
  return path;
}

const here = "http://127.0.0.1:8080/scim";
const remote = "https://scim.example/scim";
const env = { SLACK_SCIM_TOKEN: "xoxp-secret" };

/** A target that has to be there. */
function resolved(flags: TargetFlags, variables: NodeJS.ProcessEnv = env) {
  const target = resolveTarget(flags, variables);
  if (!target) throw new Error("no target");
  return target;
}

/** Checks that flags are rejected in one line without secrets. @returns the line */
function rejected(flags: TargetFlags, variables: NodeJS.ProcessEnv = env): string {
  try {
    resolveTarget(flags, variables);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toMatch(/\p{Cc}|secret/u);
    return error.message;
  }
  throw new Error("was not rejected");
}

describe("what is on this machine", () => {
  test.each([
    "localhost",
    "LOCALHOST",
    "localhost:8080",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.255.255.254",
    "127.1",
    "127.0.1",
    "0x7f.0.0.1",
    "0x7f000001",
    "0177.0.0.1",
    "2130706433",
    "１２７.0.0.1",
    "[::1]",
    "[::1]:8080",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:127.255.255.255]",
  ])("%s is", (host) => {
    expect(isLoopback(`http://${host}/scim/v2`)).toBe(true);
    expect(isLoopback(`https://${host}`)).toBe(true);
  });

  test.each([
    "localhost.evil.example",
    "evil-localhost",
    "evil.localhost",
    "xlocalhost",
    "localhostx",
    "localhost.",
    "127.0.0.1.evil.example",
    "evil127.0.0.1.example",
    "127.evil.example",
    "x127.0.0.1x",
    "127-0-0-1.example",
    "0.0.0.0",
    "10.0.0.1",
    "10.127.0.1",
    "12.7.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "[::]",
    "[::2]",
    "[::1:1]",
    "[1::1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:126.0.0.1]",
    "[::ffff:128.0.0.1]",
    "[::fffe:127.0.0.1]",
    "[::127.0.0.1]",
    "[1::ffff:7f00:1]",
    "[fe80::1]",
    "[fc00::1]",
    "api.slack.com",
  ])("%s is not", (host) => {
    expect(isLoopback(`http://${host}/scim/v2`)).toBe(false);
  });

  test("a name or an address of this machine in another part of the URL does not count", () => {
    expect(isLoopback("https://scim.example/127.0.0.1")).toBe(false);
    expect(isLoopback("https://localhost@scim.example/")).toBe(false);
    expect(isLoopback("https://scim.example:127/localhost")).toBe(false);
  });
});

describe("whether a run may write", () => {
  const urls = (v1: string | undefined, v2: string | undefined) => ({
    ...(v1 === undefined ? {} : { v1 }),
    ...(v2 === undefined ? {} : { v2 }),
  });
  /** URLs, whether all are on this machine. */
  const places = [
    [here, undefined, true],
    [undefined, here, true],
    [here, "http://localhost/scim", true],
    [here, remote, false],
    [remote, here, false],
    [remote, undefined, false],
    [undefined, remote, false],
    [remote, remote, false],
    [here, "http://10.0.0.1/scim", false],
  ] as const;
  const all = places.flatMap(([v1, v2, isHere]) =>
    [undefined, "read-only", "read-write"].flatMap((mode) =>
      [true, false].map((allow) => [v1, v2, mode, allow, isHere] as const),
    ),
  );

  test.each(all)("v1 %s, v2 %s, mode %s, --allow-writes %s", (v1, v2, mode, allow, isHere) => {
    const flag = allow ? { allowWrites: true as const } : {};
    const versions = {
      ...(v1 === undefined ? {} : { "1.1": { baseUrl: v1 } }),
      ...(v2 === undefined ? {} : { "2.0": { baseUrl: v2 } }),
    };
    const target = file({ name: "x", versions, ...(mode ? { safety: { mode } } : {}) });
    const flags = { target, ...flag };
    if (mode === "read-only" && allow) {
      expect(rejected(flags)).toBe(
        `--allow-writes contradicts safety.mode "read-only" in ${target}`,
      );
      return;
    }
    const expected = mode !== "read-only" && (isHere || allow);
    expect(resolved(flags).writes).toBe(expected);
    if (mode === undefined) {
      expect(resolved({ ...urls(v1, v2), ...flag }).writes).toBe(expected);
    }
  });

  test("limits are low for remote targets and high for loopback", () => {
    expect(resolved({ v2: remote })).toMatchObject({
      writes: false,
      maxUsers: 40,
      maxGroups: 10,
      cases: 3,
      rateLimits: "slack",
    });
    expect(resolved({ v1: here, v2: remote })).toMatchObject({ maxUsers: 40, rateLimits: "slack" });
    expect(resolved({ v2: here })).toMatchObject({
      writes: true,
      maxUsers: 1000,
      maxGroups: 1000,
      cases: 20,
      rateLimits: "once-limited",
    });
  });

  test("a flag overrides the file, the file overrides the defaults", () => {
    const safety = { maxUsers: 7, maxGroups: 3, namePrefix: "ab-", emailDomain: "x.test" };
    const versions = { "2.0": { baseUrl: remote } };
    const target = file({ name: "x", profile: "rfc", versions, safety, rateLimits: "off" });
    expect(resolved({ target })).toMatchObject({ ...safety, profile: "rfc", rateLimits: "off" });
    expect(resolved({ target, maxUsers: 5, cases: 9, profile: "slack" })).toMatchObject({
      maxUsers: 5,
      cases: 9,
      profile: "slack",
    });
    const slow = file({ name: "x", versions: { "2.0": { baseUrl: here } }, rateLimits: "slack" });
    expect(resolved({ target: slow }).rateLimits).toBe("slack");
  });
});

describe("names and addresses that the run creates", () => {
  const withSafety = (safety: object, baseUrl = remote) => ({
    target: file({ name: "x", versions: { "2.0": { baseUrl } }, safety }),
  });

  test("are the defaults, unless the file sets others", () => {
    expect(resolved({ v2: remote })).toMatchObject({
      namePrefix: "scimct-",
      emailDomain: "scim-conformance.example",
    });
  });

  test.each(["", "a", "A-", "-a", "1a", "a b", "a*", "abcdefghi", "a\n", "%a"])(
    "the prefix %j is rejected: it could match other names, or none",
    (namePrefix) => {
      expect(rejected(withSafety({ namePrefix }))).toMatch(/target-\d+\.json: .*namePrefix/);
    },
  );

  test.each(["ab", "a-", "a1", "scimtest", "abcdefgh"])(
    "the prefix %s is accepted",
    (namePrefix) => {
      expect(resolved(withSafety({ namePrefix })).namePrefix).toBe(namePrefix);
    },
  );

  test.each([
    "acme.com",
    "slack.com",
    "gmail.com",
    "example.com.evil.io",
    "example.de",
    "myexample.com",
    "notexample.org",
    "sub.mytest",
    "test.com",
    "examplecom.io",
    "invalid.example.io",
  ])("the mail domain %s is rejected: it may exist", (emailDomain) => {
    const says =
      /target-\d+\.json: safety\.emailDomain .* may be a real domain, .*; use one below "\.example"/;
    expect(rejected(withSafety({ emailDomain }))).toMatch(says);
    expect(rejected(withSafety({ emailDomain }, here))).toMatch(says);
  });

  test.each(["", "acme", "a b.example", "a.example\n", "@a.example"])(
    "the mail domain %j is rejected: it is not a domain",
    (emailDomain) => {
      expect(rejected(withSafety({ emailDomain }))).toMatch(/emailDomain/);
    },
  );

  test.each([
    "scim-conformance.example",
    "a.b.example",
    "x.test",
    "x.invalid",
    "x.localhost",
    "example.com",
    "mail.example.com",
    "example.net",
    "example.org",
  ])("the mail domain %s is reserved, and accepted", (emailDomain) => {
    expect(resolved(withSafety({ emailDomain })).emailDomain).toBe(emailDomain);
  });
});

describe("the token", () => {
  test("comes from the named variable", () => {
    expect(resolved({ v2: remote }).credentials).toBe("xoxp-secret");
    expect(resolved({ v2: remote, tokenEnv: "T" }, { ...env, T: "other" }).credentials).toBe(
      "other",
    );
    const auth = { type: "bearer", tokenEnv: "F" };
    const target = file({ name: "x", versions: { "2.0": { baseUrl: remote } }, auth });
    const both = { F: "of the file".replaceAll(" ", "-"), T: "of-the-flag", ...env };
    expect(resolved({ target }, both).credentials).toBe("of-the-file");
    expect(resolved({ target, tokenEnv: "T" }, both).credentials).toBe("of-the-flag");
  });

  test("is the mock's on loopback, if none is named or set", () => {
    for (const variables of [{}, { SLACK_SCIM_TOKEN: "" }]) {
      expect(resolved({ v2: here }, variables).credentials).toBe("xoxp-mock-admin");
    }
    expect(resolved({ v2: here }).credentials).toBe("xoxp-secret");
    expect(rejected({ v1: here, v2: remote }, {})).toContain("SLACK_SCIM_TOKEN is not set");
    expect(rejected({ v2: here, tokenEnv: "T" }, {})).toContain("T is not set");
  });

  test("a missing token is reported with the variable that was read", () => {
    const hint = "(--token-env names another variable)";
    expect(rejected({ v2: remote }, {})).toBe(
      `no token: the environment variable SLACK_SCIM_TOKEN is not set ${hint}`,
    );
    expect(rejected({ v2: remote }, { SLACK_SCIM_TOKEN: "" })).toBe(
      `no token: the environment variable SLACK_SCIM_TOKEN is empty ${hint}`,
    );
  });

  test.each(["secret\n", "\nsecret", "sec\r\nret-secret", "secret\0", "secret\u007f", "a\tsecret"])(
    "%j contains a control character",
    (token) => {
      expect(rejected({ v2: remote, tokenEnv: "T" }, { T: token })).toMatch(
        /^T: the value contains a line break or a control character$/,
      );
    },
  );

  test.each(["secret ", " secret", "a secret", "secrét-secret", "\u00a0secret", "“secret”"])(
    "%j is not a token: it contains a space or a non-ASCII character",
    (token) => {
      expect(rejected({ v2: remote, tokenEnv: "T" }, { T: token })).toMatch(
        /^T: the token contains/,
      );
    },
  );

  test.each(["!", "~", "xoxp-1-2.a_b~c+d/e=="])("%s is a token", (token) => {
    expect(resolved({ v2: remote }, { SLACK_SCIM_TOKEN: token }).credentials).toBe(token);
  });

  test.each(["xoxp-secret", "", "1A", "A B", "A-", "Ä", "$A", "A\n"])(
    "%j is not the name of a variable, and is not said again: it may be the token",
    (tokenEnv) => {
      expect(rejected({ v2: remote, tokenEnv })).toBe(
        "--token-env: must be the name of an environment variable, not a token",
      );
    },
  );

  test.each(["_a1", "A", "Z9_"])("%s is the name of a variable", (tokenEnv) => {
    expect(resolved({ v2: remote, tokenEnv }, { [tokenEnv]: "t" }).credentials).toBe("t");
  });
});

describe("a user name and a password", () => {
  const auth = { type: "basic", usernameEnv: "U", passwordEnv: "P" };
  const target = file({ name: "x", versions: { "2.0": { baseUrl: remote } }, auth });

  test("come from the environment; both may contain spaces, the password a colon", () => {
    expect(resolved({ target }, { U: "a b", P: "a: b" }).credentials).toEqual({
      username: "a b",
      password: "a: b",
    });
  });

  test("are both required", () => {
    expect(rejected({ target }, { P: "secret" })).toBe(
      `no user name (auth.usernameEnv in ${target}): the environment variable U is not set`,
    );
    expect(rejected({ target }, { U: "secret", P: "" })).toBe(
      `no password (auth.passwordEnv in ${target}): the environment variable P is empty`,
    );
    expect(rejected({ target }, { U: "a:secret", P: "p" })).toMatch(/^U: a user name with a colon/);
    expect(rejected({ target }, { U: "secret\n", P: "p" })).toMatch(/^U: the value contains/);
    expect(rejected({ target }, { U: "u", P: "sec\rret-secret" })).toMatch(
      /^P: the value contains/,
    );
    expect(rejected({ target, tokenEnv: "T" }, { U: "u", P: "p", T: "t" })).toMatch(
      /^--token-env contradicts auth\.type "basic"/,
    );
  });
});

describe("what is tested", () => {
  test("without a target it is the embedded organisation", () => {
    expect(resolveTarget({}, env)).toBeUndefined();
  });

  test("is named by its hosts, each once, or by the file", () => {
    expect(resolved({ v1: remote, v2: remote }).name).toBe("scim.example");
    expect(resolved({ v1: here, v2: remote }).name).toBe("127.0.0.1:8080 and scim.example");
    const versions = { "2.0": { baseUrl: remote } };
    expect(resolved({ target: file({ name: "Acme", versions }) }).name).toBe("Acme");
  });

  test("its URLs have no trailing slash, and only the named versions", () => {
    expect(resolved({ v1: `${remote}//` }).baseUrls).toEqual({ "1.1": remote });
    expect(resolved({ v2: `${remote}/v2/` }).baseUrls).toEqual({ "2.0": `${remote}/v2` });
  });

  test.each([
    "nonsense",
    "",
    "ftp://scim.example/",
    "file:///etc/passwd",
    "xhttp://a.example",
    "httpsx://a.example",
  ])("%j is not the URL of a service", (v2) => {
    expect(rejected({ v2 })).toBe(`--v2: ${JSON.stringify(v2)} is not an http or https URL`);
  });

  test.each([
    "https://user:secret@scim.example/",
    "https://user@scim.example/",
    "https://:secret@scim.example/",
    "https://scim.example/?token=secret",
    "https://scim.example/#secret",
  ])("the URL %s contains more than a location", (v1) => {
    expect(rejected({ v1 })).toBe(
      "--v1: the base URL must not contain credentials, a query or a fragment",
    );
  });

  test("a file and a URL cannot be combined", () => {
    const target = file({ name: "x", versions: { "2.0": { baseUrl: remote } } });
    for (const more of [{ v1: remote }, { v2: remote }]) {
      expect(rejected({ target, ...more })).toMatch(
        /^--target cannot be combined with --v1 or --v2/,
      );
    }
  });

  test("an unreadable or invalid file is rejected with its name", () => {
    expect(rejected({ target: join(folder, "none.json") })).toMatch(
      /none\.json: cannot be read \(ENOENT\)/,
    );
    expect(rejected({ target: folder })).toMatch(/: cannot be read \(EISDIR\)/);
    expect(rejected({ target: "\0".slice(1) })).toMatch(/^--target : cannot be read/);
    expect(rejected({ target: file("{") })).toMatch(/target-\d+\.json: not JSON/);
    expect(rejected({ target: file('{"a":\n\n!\n}') })).toMatch(/not JSON/);
    expect(rejected({ target: file({ name: "x" }) })).toMatch(/target-\d+\.json: .*versions/);
  });

  test("the user template comes from the file", () => {
    const users = { without: ["enterprise"] };
    const versions = { "2.0": { baseUrl: remote } };
    expect(resolved({ target: file({ name: "x", versions, users }) }).users).toEqual(users);
    expect(resolved({ v2: remote })).not.toHaveProperty("users");
  });

  test("an invalid proxy is rejected for remote targets; for loopback it is not used", () => {
    const variables = { ...env, HTTPS_PROXY: "secret" };
    expect(rejected({ v2: remote }, variables)).toMatch(/^HTTPS_PROXY is not the URL of a proxy/);
    expect(resolved({ v2: here }, variables).writes).toBe(true);
    expect(resolved({ v2: remote }, { ...env, HTTPS_PROXY: "http://p.example" }).name).toBe(
      "scim.example",
    );
  });

  test("a profile is slack or rfc", () => {
    expect(resolved({ v2: remote }).profile).toBe("slack");
    expect(profile("rfc")).toBe("rfc");
    expect(() => profile("azure")).toThrow(new UsageError("--profile azure: must be slack or rfc"));
  });
});
