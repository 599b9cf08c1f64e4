/** Pages on the wire: not kept, not framed, without anything from elsewhere; an unchanged page costs no bytes. */
import { createHash } from "node:crypto";
import { emptyReply, htmlReply } from "../../http/replies.ts";
import type { HttpReply, HttpRequest } from "../../http/server.ts";

/** No form-action: browsers apply it to the redirect back to the app as well. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cache-control": "private, no-cache",
};

/** A page that updates itself asks every few seconds; the tag lets it hear "nothing new". */
export function pageReply(request: HttpRequest, status: number, page: string): HttpReply {
  const etag = `"${createHash("sha256").update(page).digest("base64url").slice(0, 22)}"`;
  if (status === 200 && request.headers["if-none-match"] === etag) return emptyReply(304, { ...HEADERS, etag });
  return htmlReply(status, page, status === 200 ? { ...HEADERS, etag } : HEADERS);
}

/** Browsers say where a form comes from; programs say nothing. */
export function isFromElsewhere({ headers }: HttpRequest): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
