import type { CheckContext } from "../run/check-context.ts";

/** POSTs of users with values of the wrong type, for several rules, and the userName of each. */
export const wrongTypesInPost = (t: CheckContext) =>
  t.once("users with values of the wrong type", async () => {
    const send = async (change: (name: string) => object) => {
      const user = t.fixtures.typicalUser();
      const name = user.userName ?? "";
      const answer = await t.users.create(user, {
        change: (body) => ({ ...body, ...change(name) }),
      });
      return { name, answer };
    };
    return {
      listForSingular: await send((name) => ({ userName: [name] })),
      textForList: await send(() => ({ emails: "somebody" })),
    };
  });
