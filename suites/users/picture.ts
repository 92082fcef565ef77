import { crc32, deflateSync } from "node:zlib";

const side = 512;

/**
 * A square of one colour and 512 pixels, the minimum for a photo in Slack, as a `data:` URL.
 * @param name decides the colour: another name is another photo
 */
export function picture(name: string): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits each for red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const hash = crc32(name);
  const colour = [hash & 0xff, (hash >> 8) & 0xff, (hash >> 16) & 0xff];
  // Each row begins with the number of its filter.
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * side, Buffer.from(colour))]);
  const rows = Buffer.alloc(side * row.length, row);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString("base64")}`;
}

/** A part of a PNG file: length, type, data, checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
