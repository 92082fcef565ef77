import type { NeutralUser } from "../../schemas/index.ts";
import { Skip } from "../run/stop.ts";
import type { Provider } from "./provider.ts";

/** The part of a check's context that is needed here. */
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

/** @throws Skip where one of the attributes is required, so that it cannot be removed */
export async function needsOptional({ provider }: Asking, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (await provider.requires.attribute(path)) {
      throw new Skip("not-applicable", `${path} is required of users`);
    }
  }
}

/**
 * For checks of attributes that an organisation may hide.
 * @throws Skip where it does
 */
export function needsProfileFields({ provider }: Asking, read: NeutralUser = {}): void {
  if (provider.shows.hiddenOf(read).length > 0) {
    throw new Skip("not-offered", "the organisation has no SCIM profile fields (FACT-USER-49)");
  }
}
