import type { NeutralUser } from "../../schemas/index.ts";
import { Skip } from "../run/stop.ts";
import type { Provider } from "./provider.ts";

/** What a check is asked with. */
interface Asking {
  readonly provider: Provider;
}

/** @throws Skip where users cannot have one of the attributes */
export async function needsAttributes({ provider }: Asking, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (!(await provider.offers.attribute(path))) {
      throw new Skip("not-offered", `users have no ${path}`);
    }
  }
}

/** @throws Skip where users have to have one of the attributes, so that it cannot be removed */
export async function needsOptional({ provider }: Asking, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (await provider.requires.attribute(path)) {
      throw new Skip("not-applicable", `users have to have ${path}`);
    }
  }
}

/**
 * For checks of what an organisation may hide of its users.
 * @throws Skip where it does
 */
export function needsProfileFields({ provider }: Asking, read: NeutralUser = {}): void {
  if (provider.shows.hiddenOf(read).length > 0) {
    throw new Skip("not-offered", "the organisation has no SCIM profile fields (FACT-USER-49)");
  }
}
