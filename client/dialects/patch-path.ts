/** The extension block that a neutral path such as `enterprise.department` leads into. */
type Block = "enterprise" | "guest" | "profile";

/** A neutral PATCH path, split into its parts. */
export interface PatchPath {
  /** The extension block, or undefined for a core attribute. */
  block: Block | undefined;
  /** The attribute; undefined when the path is a whole extension block. */
  attribute: string | undefined;
  /** `givenName` of `name.givenName`. */
  sub: string | undefined;
}

const blocks: readonly string[] = ["enterprise", "guest", "profile"] satisfies Block[];

export function parsePatchPath(path: string): PatchPath {
  const [head = "", ...rest] = path.split(".");
  if (!blocks.includes(head)) return { block: undefined, attribute: head, sub: rest[0] };
  return { block: head as Block, attribute: rest[0], sub: rest[1] };
}
