import { isObject } from "../../schemas/json-value.ts";
import type { RecordedRequest } from "./request.ts";

/** What a recording may lack, with the sentence that says what is not shown then. */
const topics = {
  answers: "No answers were recorded: whether a request ever worked is not known.",
  errors: "No error answers (4xx): how the client handles errors of 2.0 is not shown.",
  "rate-limits": "No 429: how the client waits is not shown.",
  "server-errors": "No 5xx: how the client repeats requests is not shown.",
  paging: "No list in several pages: how the client reads the next page is not shown.",
  filters: "No filter: how the client finds a user is not shown.",
  creates: "No user is created.",
  changes: "No PATCH.",
  replacements: "No PUT.",
  deletes: "No DELETE.",
  deactivation: "No one is deactivated or reactivated by `active`.",
  groups: "No request to /Groups.",
  extensions: "No attributes of the enterprise, guest or profile extensions.",
} as const;

type Topic = keyof typeof topics;

/** Watches what 1.1 traffic contains, to say what it does not. */
export class Seen {
  readonly #seen = new Set<Topic>();

  add({ method, path, body, answer }: RecordedRequest): void {
    const seen = (topic: Topic, is: boolean) => {
      if (is) this.#seen.add(topic);
    };
    const verb = method.toUpperCase();
    const isUsers = /\/users/i.test(path);
    seen("filters", /[?&]filter=/i.test(path));
    seen("creates", verb === "POST" && isUsers);
    seen("changes", verb === "PATCH");
    seen("replacements", verb === "PUT");
    seen("deletes", verb === "DELETE");
    seen("groups", /\/groups/i.test(path));
    seen("paging", Number(/[?&]startIndex=(\d{1,9})/i.exec(path)?.[1] ?? 0) > 1);
    if (isObject(body)) {
      seen("deactivation", verb !== "POST" && "active" in body);
      seen(
        "extensions",
        Object.keys(body).some((name) => name.startsWith("urn:")),
      );
    }
    if (!answer) return;
    const { status } = answer;
    this.#seen.add("answers");
    seen("errors", status >= 400 && status < 500 && status !== 429);
    seen("rate-limits", status === 429);
    seen("server-errors", status >= 500);
  }

  /** What was not seen, in sentences. */
  missing(): string[] {
    const hasAnswers = this.#seen.has("answers");
    // Without answers the other sentences about them say nothing more.
    const ofAnswers: readonly string[] = ["errors", "rate-limits", "server-errors"];
    return Object.entries(topics).flatMap(([topic, text]) =>
      this.#seen.has(topic as Topic) || (!hasAnswers && ofAnswers.includes(topic)) ? [] : [text],
    );
  }
}
