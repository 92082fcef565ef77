import { isObject } from "../../../schemas/json-value.ts";
import { decoded, type Parameter } from "../draft.ts";
import { isSecretName } from "./secret-names.ts";

/** What stands in place of a password, which is written nowhere. */
export const maskedPassword = "{{password}}";

const isPassword = (name: unknown) => typeof name === "string" && /^password$/i.test(name);

/** A body with every password masked: a member of that name, and the value of an operation at that path. */
export function withoutPasswords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPasswords);
  if (!isObject(value)) return value;
  const isOperation = isPassword(value.path);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isPassword(name) || (isOperation && name === "value")
        ? maskedPassword
        : withoutPasswords(member),
    ]),
  );
}

/** Whether a parameter holds a secret; its value is written nowhere. */
export const isSecret = ({ name }: Parameter): boolean => isSecretName(name);

/** A path with the secrets of its query masked. */
export function withoutSecrets(path: string): string {
  return path.replace(/([?&])([^=&#]*)=([^&#]*)/g, (all, before: string, name: string) =>
    isSecretName(decoded(name)) ? `${before}${name}=***` : all,
  );
}
