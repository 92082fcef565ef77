import { crc32, inflateRawSync } from "node:zlib";
import { shown } from "../../reports/output/output-error.ts";

/** The largest ZIP file that is read, in bytes, and how much it may become. */
export const largestArchive = 64 * 1024 * 1024;
const largestContent = 512 * 1024 * 1024;

/** A ZIP file is not one that this tool writes: one line that says why. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** The sizes and signatures of the three records of a ZIP file (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const local = { size: 30, signature: 0x04034b50 } as const;
const central = { size: 46, signature: 0x02014b50 } as const;
const end = { size: 22, signature: 0x06054b50 } as const;
/** 1980-01-01 00:00. */
const fixedTime = 0x0021_0000;
const deflated = 8;

interface Entry {
  name: string;
  crc: number;
  /** Of the compressed content: where it begins, and its length. */
  from: number;
  compressed: number;
  size: number;
}

/**
 * Reads a ZIP file that `archiveOf` made, and no other: names, order, times and flags must be as it
 * writes them, and every byte must belong to a record. Sizes are checked before anything is inflated,
 * and nothing is ever written.
 *
 * @param known the names that entries may have
 * @returns the texts by name
 * @throws ArchiveError
 */
export function readArchive(bytes: Uint8Array, known: readonly string[]): Map<string, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file);
  const names = entries.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) throw new ArchiveError(`${shown(name)} occurs twice`);
    if (!known.includes(name)) throw new ArchiveError(`${shown(name)} is no file of a package`);
  }
  if (names.join("\n") !== [...names].sort().join("\n")) {
    throw new ArchiveError("its entries are not in order");
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > largestContent) {
    throw new ArchiveError(`would become ${total} bytes; at most ${largestContent} are read`);
  }
  return new Map(entries.map((entry) => [entry.name, textOf(file, entry)]));
}

/** All entries, in the order of the central directory. */
function entriesOf(file: Buffer): Entry[] {
  const last = file.length - end.size;
  if (last < 0 || file.readUInt32LE(last) !== end.signature) throw foreign("no end record");
  const [disk, start, here, count] = [4, 6, 8, 10].map((at) => file.readUInt16LE(last + at));
  const [length = 0, first = 0] = [12, 16].map((at) => file.readUInt32LE(last + at));
  const comment = file.readUInt16LE(last + 20);
  if (disk !== 0 || start !== 0 || here !== count || comment !== 0 || first + length !== last) {
    throw foreign("its end record");
  }
  const entries: Entry[] = [];
  let at = first;
  let from = 0;
  while (at < last) {
    const entry = entryAt(file, at, from, first);
    entries.push(entry);
    at += central.size + Buffer.byteLength(entry.name);
    from = entry.from + entry.compressed;
  }
  if (at !== last || from !== first || entries.length !== count) throw foreign("its directory");
  return entries;
}

/**
 * @param at where the record is in the central directory
 * @param from where the entry must begin
 * @param until where the central directory begins
 */
function entryAt(file: Buffer, at: number, from: number, until: number): Entry {
  if (at + central.size > file.length || file.readUInt32LE(at) !== central.signature) {
    throw foreign("its directory");
  }
  const nameLength = file.readUInt16LE(at + 28);
  const name = file.toString("utf8", at + central.size, at + central.size + nameLength);
  const where = shown(name);
  // Versions, flags, method and time are fixed; there is no extra field, comment, disk or attribute.
  const made = file.readUInt32LE(at + 4);
  const header = [made & 0xffff, file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
  const rest = file.subarray(at + 30, at + 42);
  if (header.join() !== [20, 0, deflated].join() || rest.some((byte) => byte !== 0)) {
    throw foreign(where);
  }
  if (file.readUInt32LE(at + 12) !== fixedTime) throw foreign(`the time of ${where}`);
  const offset = file.readUInt32LE(at + 42);
  const content = from + local.size + nameLength;
  const [crc = 0, compressed = 0, size = 0] = [16, 20, 24].map((each) =>
    file.readUInt32LE(at + each),
  );
  const isInPlace = offset === from && content + compressed <= until;
  // The local record says the same as the one in the directory, from the needed version to the name.
  const same =
    isInPlace &&
    file.readUInt32LE(from) === local.signature &&
    file.subarray(from + 4, from + 30).equals(file.subarray(at + 6, at + 32)) &&
    file.subarray(from + 30, content).equals(file.subarray(at + 46, at + 46 + nameLength));
  if (!same) throw foreign(where);
  return { name, crc, from: content, compressed, size };
}

function textOf(file: Buffer, { name, crc, from, compressed, size }: Entry): string {
  let content: Buffer;
  try {
    content = inflateRawSync(file.subarray(from, from + compressed), {
      maxOutputLength: Math.max(1, size),
    });
  } catch {
    throw new ArchiveError(`${name} cannot be inflated to the ${size} bytes that it says`);
  }
  if (content.length !== size || crc32(content) !== crc) {
    throw new ArchiveError(`${name} is damaged: another length or checksum than it says`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new ArchiveError(`${name} is not UTF-8`);
  }
}

const foreign = (what: string) =>
  new ArchiveError(`is not a ZIP file that this tool wrote (${what})`);
