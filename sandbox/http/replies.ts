/** The three shapes of answer the simulators give; must never hold vendor knowledge. */
import type { HttpAnswer } from "./server.ts";

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { "content-type": "application/json;charset=utf-8", ...headers }, body: JSON.stringify(value) };
}

export function htmlReply(status: number, html: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { "content-type": "text/html;charset=utf-8", ...headers }, body: html };
}

export function emptyReply(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers, body: "" };
}

/** Text made safe for HTML bodies and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
