import type { JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { BaseUrls } from "../runs/mock-run.ts";
import { recordedDocuments, recordedText } from "../schemas/recorded.ts";
import { type Tampering, tamperWith } from "../tampering/tampering.ts";

/** The base URL in recorded documents. */
const slackUrl = "https://api.slack.com/scim/v2";

/** The recorded bodies of a version by path below its base URL. */
function recordedBodies(version: Version): Map<string, string> {
  const bodies = new Map<string, string>(
    recordedDocuments
      .filter((each) => each.version === version)
      .map(({ path, file }) => [path, recordedText(file)]),
  );
  const list = bodies.get("/Schemas");
  if (list !== undefined) {
    // FACT-DISCOVERY-47: by name, the entries of the list.
    const { Resources }: { Resources: JsonObject[] } = JSON.parse(list);
    bodies.set("/Schemas/Users", JSON.stringify(Resources[0]));
    bodies.set("/Schemas/Groups", JSON.stringify(Resources[1]));
  }
  return bodies;
}

/**
 * Both versions of a server, with the recorded discovery documents in place of its own. Absolute
 * URLs in them name the server.
 */
export async function withRecordedDiscovery(
  targets: Readonly<Record<Version, string>>,
): Promise<{ baseUrls: BaseUrls; close(): Promise<void> }> {
  const front = async (version: Version) => {
    const bodies = recordedBodies(version);
    let own = targets[version];
    const tampering: Tampering = {
      response: (answer, { method, path }) => {
        const body = bodies.get(path.split("?")[0] ?? path);
        if (method !== "GET" || answer.status !== 200 || body === undefined) return;
        answer.body = body.replaceAll(slackUrl, own);
      },
    };
    const proxy = await tamperWith(targets[version], tampering);
    own = proxy.url;
    return proxy;
  };
  const [v1, v2] = [await front("1.1"), await front("2.0")];
  return {
    baseUrls: { "1.1": v1.url, "2.0": v2.url },
    close: async () => {
      await v1.close();
      await v2.close();
    },
  };
}
