import type { FastifyReply } from "fastify";
import { mockHeader } from "../../schemas/mock-header.ts";
import type { Answer, Call } from "../call.ts";
import { cutOffEvent } from "../recording/traffic.ts";

/** FACT-FORMAT-08, FACT-FORMAT-09: `application/json` in both versions, as far as known. */
function contentTypeOf(call: Call): string {
  const { v2ContentType } = call.rules.settings;
  return call.version === "2.0" ? v2ContentType : "application/json; charset=utf-8";
}

/** The text of a body. v1.1 writes `/` as `\/` (FACT-FORMAT-10, FACT-FORMAT-11), which means the same in JSON. */
function textOf(answer: Answer, call: Call): string {
  if (answer.transport?.text !== undefined) return answer.transport.text;
  if (answer.body === undefined) return "";
  const text = JSON.stringify(answer.body);
  const escapes = call.version === "1.1" && call.rules.settings.v1EscapesSlashes;
  return escapes ? text.replaceAll("/", "\\/") : text;
}

/** Sends the head of a response and part of its body, then closes the connection. */
function cutOff(reply: FastifyReply, answer: Answer, text: string, bytes: number): void {
  const sent = Buffer.from(text).subarray(0, bytes);
  reply.code(answer.status).headers(answer.headers);
  reply.hijack();
  const { raw } = reply;
  raw.emit(cutOffEvent, sent.toString("utf8"));
  raw.writeHead(answer.status, {
    ...answer.headers,
    "content-length": String(Buffer.byteLength(text) + 1),
  });
  raw.write(sent, () => raw.destroy());
}

function sendNow(reply: FastifyReply, answer: Answer, call: Call): void {
  const text = textOf(answer, call);
  const { headers } = answer;
  headers[mockHeader] = call.rules.mark;
  if (text !== "") headers["content-type"] ??= contentTypeOf(call);
  if (answer.transport?.cutAfter !== undefined) {
    cutOff(reply, answer, text, answer.transport.cutAfter);
    return;
  }
  reply.code(answer.status).headers(headers);
  if (text === "") reply.send();
  else reply.send(text);
}

/** Sends a response, with the transport faults that apply. */
export function send(reply: FastifyReply, answer: Answer, call: Call): void {
  const delay = answer.transport?.delayMs ?? 0;
  if (delay > 0) setTimeout(() => sendNow(reply, answer, call), delay).unref();
  else sendNow(reply, answer, call);
}
