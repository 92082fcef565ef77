import type { SampleStyle } from "./server.ts";

const json = (body: object) => ({ type: "application/json", body: JSON.stringify(body) });

const configuration = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: false },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 100 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    { type: "oauthbearertoken", name: "Bearer", description: "a bearer token" },
  ],
};

/** A sample of a small framework: errors of the framework, users only, discovery but for the configuration missing. */
export const smallFramework: SampleStyle = {
  version: "2.0",
  errors: (status, why) =>
    [404, 405].includes(status) && !/User/.test(why)
      ? { type: "text/html; charset=utf-8", body: `<!doctype html><title>${status}</title>` }
      : json({ detail: why }),
  patch: 405,
  groups: false,
  otherFilters: "everything",
  created: 201,
  deleted: 204,
  meta: ["location"],
  configuration,
  noExternalId: true,
};

/** A large framework: its errors, numeric ids, no PUT, DELETE with a body, nothing published. */
export const largeFramework: SampleStyle = {
  version: "2.0",
  errors: (status, why) => json({ statusCode: status, message: [why], error: "Bad Request" }),
  patch: "single attributes",
  put: 404,
  groups: true,
  otherFilters: 400,
  created: 201,
  deleted: 200,
  meta: ["times", "location"],
  numericIds: true,
  strict: true,
};

/** A gateway: errors of SCIM, no groups, filters and PATCH declined with 501. */
export const gateway: SampleStyle = {
  version: "2.0",
  errors: (status, why) =>
    json({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(status),
      detail: why,
    }),
  patch: 501,
  groups: false,
  otherFilters: 501,
  created: 201,
  deleted: 204,
  meta: ["times", "location"],
};

/** The same gateway, in version 1.1. */
export const oldGateway: SampleStyle = {
  ...gateway,
  version: "1.1",
  errors: (status, why) => json({ Errors: [{ code: String(status), description: why }] }),
};
