import type { Fault } from "../fault.ts";
import { onBody, onError, planter } from "../plant.ts";

const plant = planter("discovery");
const config = { operation: "config" } as const;

/** Faults in the content of the service provider configuration, and in who may change it. */
export const providerConfigFaults: readonly Fault[] = [
  plant(
    "v2-config-documentation-as-in-v1",
    "The member for the documentation has the name of v1.1 in the configuration of v2.0",
    { v2: ["SCIM20-7643-5-08"] },
    onBody(config, (body) => {
      body.documentationUrl = "https://api.slack.com/scim";
    }),
  ),
  plant(
    "v2-config-without-xml-flag",
    "The configuration lacks `xmlDataFormat` in v2.0, although Slack has it",
    { v2: ["SCIM20-7643-5-10"] },
    onBody(config, (body) => {
      delete body.xmlDataFormat;
    }),
  ),
  plant(
    "v2-config-has-v1-urn",
    "The configuration carries v1.1's core URN in v2.0",
    { v2: ["SCIM20-7644-4-01"] },
    onBody(config, (body) => {
      body.schemas = ["urn:scim:schemas:core:1.0"];
    }),
  ),
  plant(
    "v1-config-writable",
    "A PUT of the configuration succeeds in v1.1",
    { v1: ["SCIM11-CS-9-08"] },
    onError((answer, call) => {
      if (call.method === "PUT" && call.path.includes("/ServiceProviderConfig"))
        answer.status = 200;
    }, 405),
  ),
  plant(
    "v1-config-claims-xml",
    "The configuration announces XML in v1.1, which is not supported",
    { v1: ["SCIM11-API-3.6-05"] },
    onBody(config, (body) => {
      body.xmlDataFormat = { supported: true };
    }),
  ),
  plant(
    "config-claims-filter",
    "The configuration says that filters are supported; in Slack it says that they are not, although they work",
    {
      v1: ["SCIM11-API-3.2.2.1-01", "SCIM11-CS-9-09", "SLACK-CONFIG-02"],
      v2: ["SCIM20-7644-3.4.2.2-01", "SCIM20-7643-5-11", "SLACK-CONFIG-02"],
    },
    onBody(config, (body) => {
      body.filter = { supported: true, maxResults: 1000 };
    }),
  ),
];
