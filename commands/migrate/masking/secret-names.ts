const secret = /token|secret|passw(?:or)?d|api[_-]?key|credential|session_?id/i;

/** Whether a member, parameter or variable of this name is meant to hold a secret. */
export function isSecretName(name: string): boolean {
  return secret.test(name);
}
