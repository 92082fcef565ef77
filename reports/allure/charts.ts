/**
 * The charts about conformance: this run and earlier ones. Allure's other charts show severities,
 * layers and features, which rules do not have; drawn for each environment, they would be the
 * slowest part of the report.
 */
export const charts = [
  { type: "currentStatus", title: "This run" },
  { type: "statusTransitions", title: "Regressions and fixes by run" },
  { type: "statusDynamics", title: "Results by run" },
];
