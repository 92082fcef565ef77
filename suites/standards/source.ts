import type { Statement } from "./statement.ts";

interface Text {
  name: string;
  /** Address of a section but for its number. */
  sections: string;
}

const texts: Readonly<Record<string, Text>> = {
  "SCIM11-API": {
    name: "SCIM 1.1 protocol",
    sections: "http://www.simplecloud.info/specs/draft-scim-api-01.html#rfc.section.",
  },
  "SCIM11-CS": {
    name: "SCIM 1.1 core schema",
    sections: "http://www.simplecloud.info/specs/draft-scim-core-schema-01.html#rfc.section.",
  },
  "SCIM20-7643": {
    name: "RFC 7643",
    sections: "https://www.rfc-editor.org/rfc/rfc7643#section-",
  },
  "SCIM20-7644": {
    name: "RFC 7644",
    sections: "https://www.rfc-editor.org/rfc/rfc7644#section-",
  },
};

/**
 * Where a statement stands: the text and section as a phrase, `RFC 7644 §3.6`, and the address of the
 * section in the public text.
 * @throws if the id is not that of a statement
 */
export function sourceOf([id, , , subsection]: Statement): { source: string; url: string } {
  const [, prefix = "", section = ""] = /^(SCIM\d\d-[A-Z0-9]+)-(.+)-\d\d$/.exec(id) ?? [];
  const text = texts[prefix];
  if (text === undefined) throw new Error(`${id} is not the id of a statement`);
  return {
    source: `${text.name} §${section}`,
    url: text.sections + (subsection ?? section),
  };
}
