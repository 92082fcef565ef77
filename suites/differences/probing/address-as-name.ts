import type { CheckContext } from "../../run/check-context.ts";
import { addressNamedUser } from "../../users/samples.ts";

/** What an organisation makes of a user that was created with an e-mail address as userName. */
interface AddressAsName {
  stored: string;
  /** What `userName eq` finds, with the address that was sent. */
  byAddress: string;
  /** What `userName eq` finds, with the userName of the response. */
  byStoredName: string;
  /** What the same create returns again. */
  createdAgain: string;
}

export async function addressAsName(t: CheckContext): Promise<AddressAsName> {
  const { id, sent, created } = await addressNamedUser(t);
  const address = sent.userName ?? "";
  const stored = created.resource?.userName ?? "";
  const find = async (userName: string) => {
    const answer = await t.users.list({ filter: `userName eq "${userName}"`, count: 10 });
    if (answer.status >= 400) return "refused";
    const ids = (answer.resource?.resources ?? []).map((user) => user.id);
    if (ids.length === 0) return "no user";
    return ids.length === 1 && ids[0] === id ? "the user" : "other users";
  };
  // A filter may find a new user with a delay.
  const byStoredName = await t.poll(
    "a filter finds a new user",
    () => find(stored),
    (found) => found !== "no user",
  );
  const byAddress = await find(address);
  const { status } = await t.users.create(sent);
  return {
    stored: nameOf(stored, address),
    byAddress,
    byStoredName,
    createdAgain: status >= 400 ? "rejected" : "created",
  };
}

function nameOf(stored: string, address: string): string {
  if (stored === address) return "the address";
  return stored === address.split("@")[0] ? "the local part" : "another name";
}
