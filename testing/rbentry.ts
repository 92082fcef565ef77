export { Recorder } from "../client/transport/recorder.ts";
export { Redaction } from "../client/transport/redaction.ts";
