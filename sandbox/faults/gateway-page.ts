/** What a gateway answers in place of the service: a page for people, which a client must not take for an answer. Knows no vendor. */
import { STATUS_CODES } from "node:http";
import { htmlReply } from "../http/replies.ts";
import type { HttpAnswer } from "../http/server.ts";

export function gatewayPage(status: number): HttpAnswer {
  const title = status < 300 ? "One moment, please" : `${status} ${STATUS_CODES[status] ?? "Error"}`;
  return htmlReply(status, `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`);
}
