/**
 * The charts that say something of conformance: how the run stands, and how it came there. Allure's
 * others are of severities, layers and features, which rules do not have; drawn for each
 * environment, they would be the slowest part of the report.
 */
export const charts = [
  { type: "currentStatus", title: "This run" },
  { type: "statusTransitions", title: "Regressed and fixed, run by run" },
  { type: "statusDynamics", title: "Results, run by run" },
];
