/** Renders a page to HTML and logs what a route threw. Security headers are the web server's, so that no page can miss them. */
import { PassThrough } from "node:stream";
import type { EntryContext, HandleErrorFunction } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { services } from "#app/composition.server.ts";

/** Longer than any page may take; then what is there is sent. */
const RENDER_WITHIN_MS = 10_000;

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  // Crawlers get the page whole, people as soon as its frame stands.
  const ready = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    const rendering = renderToPipeableStream(<RemixServer context={context} url={request.url} abortDelay={RENDER_WITHIN_MS} />, {
      [ready]: () => {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        rendering.pipe(body);
      },
      onShellError: reject,
      onError: (error) => services().log.error({ err: error, path: new URL(request.url).pathname }, "a page could not be rendered"),
    });
    setTimeout(() => rendering.abort(), RENDER_WITHIN_MS).unref();
  });
}

export const handleError: HandleErrorFunction = (error, { request }) => {
  // A response that a route threw on purpose is an answer, not a failure.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  services().log.error({ err: error, path: new URL(request.url).pathname }, "a route failed");
};
