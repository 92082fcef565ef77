import module from "node:module";

/**
 * Takes the module hooks from vitest, which serve its mocks and its repeated runs; a run has neither.
 * On Node.js 20 they run in another thread, which every import has to ask: that took longer than
 * most modules. Needs the runner of `runner.ts`, since the hooks also find the file of the tests.
 */
Object.assign(module, { register: () => undefined, registerHooks: () => undefined });
