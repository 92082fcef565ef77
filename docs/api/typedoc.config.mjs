import { OptionDefaults } from "typedoc";

const room = (name) => `../../${name}/index.ts`;

/** The four modules that the package exports; nothing else is public. */
export default {
  name: "slack-scim-conformance",
  entryPoints: ["client", "generators", "mock", "schemas"].map(room),
  tsconfig: "tsconfig.json",
  out: "out",
  readme: "none",
  // json-schema-to-typescript writes the limits of an array beside its type.
  blockTags: [...OptionDefaults.blockTags, "@minItems", "@maxItems"],
  // Where the sources are hosted is not known here.
  disableSources: true,
  // A type that only appears inside another one is described there.
  validation: { notExported: false },
  treatWarningsAsErrors: true,
};
