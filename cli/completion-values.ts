import { classNames } from "../commands/certify/classes.ts";
import { facts } from "../facts/index.ts";
import { listFaults } from "../mock/faults/index.ts";
import { versions } from "../schemas/version.ts";
import { areas } from "../suites/requirement.ts";
import { listEntries } from "./list/entries.ts";

type Values = ReadonlyMap<string, string>;

const plain = (values: readonly string[]): Values => new Map(values.map((value) => [value, ""]));

const paths = [
  "target",
  "out",
  "json",
  "har",
  "users-file",
  "baseline",
  "junit",
  "ctrf",
  "product",
  "verify",
  "dir",
  "file",
];

/**
 * What can stand for an argument or follow a flag, with a description. Nothing where no values are
 * known; `paths` where it is a file or a folder.
 */
export function valuesOf(name: string): Values | "paths" {
  if (paths.includes(name)) return "paths";
  const entries = listEntries().map(({ entry }) => entry);
  const idsOf = (wanted: typeof entries) => new Map(wanted.map(({ id, title }) => [id, title]));
  switch (name) {
    case "area":
      return plain(areas);
    case "profile":
      return plain(["slack", "rfc"]);
    case "class":
      return plain(classNames);
    case "format":
      return plain(["text", "json"]);
    case "recording":
      return plain(["auto", "har", "jsonl", "postman", "curl"]);
    case "github":
      return plain(["on", "off"]);
    case "kind":
      return plain(["requirement", "difference"]);
    case "version":
      return plain(versions);
    case "level":
      return plain([...new Set(entries.flatMap(({ level }) => level.split(", ")))]);
    case "requirement":
      return idsOf(entries.filter(({ kind }) => kind === "requirement"));
    case "id":
      return new Map([...idsOf(entries), ...facts.map(({ id }) => [id, ""] as const)]);
    case "fault":
      return new Map(listFaults().map((fault) => [fault.name, fault.summary]));
    default:
      return new Map();
  }
}
