/** The web process: one express server in front of Remix. Knows HTTP only; what is behind the routes is composition's business. */
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ErrorRequestHandler, Express } from "express";
import type { Operations } from "#app/composition.server.ts";
import { operationsRoutes } from "./operations-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import type { SecurityHeaderOptions } from "./security-headers.ts";
import { startServer } from "./start-server.ts";
import type { RunningServer, ServerLog } from "./start-server.ts";

export type WebOptions = SecurityHeaderOptions & {
  /** What `remix vite:build` made. */
  build: ServerBuild;
  /** The folder with the browser's half of the build. */
  clientFolder: string;
  /** 0: any free port. */
  port: number;
  operations: Operations;
  log: ServerLog;
};

export async function startWeb(options: WebOptions): Promise<RunningServer> {
  const { port, log } = options;
  return startServer({ name: "web", port, log, app: (accepting) => createApp(options, accepting) });
}

/** No body parser anywhere: webhooks are signed over the raw bytes, and Remix reads forms itself. */
function createApp(options: WebOptions, accepting: () => boolean): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(operationsRoutes(options.operations, accepting));
  // Only what is public and the same for everybody: compressed pages with secrets in them would tell about those by their length.
  app.use("/assets", compression());
  app.use("/assets", express.static(join(options.clientFolder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(options.clientFolder, { maxAge: "1h", index: false }));
  app.use(securityHeaders(options));
  const remix = createRequestHandler({ build: options.build, mode: "production" });
  // It hands every failure to `next` by itself.
  app.all("*", (request, response, next) => void remix(request, response, next));
  app.use(lastResort(options.log));
  return app;
}

/** Express's own error page shows stack traces; a person gets a sentence, the log the rest. */
function lastResort(log: WebOptions["log"]): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, request, response, _next) => {
    const status = isNotFound(error) ? 404 : 500;
    if (status === 500) log.error({ err: error, path: request.path }, "a request failed outside of the routes");
    if (response.headersSent) response.destroy();
    else response.status(status).type("text/plain").send(status === 404 ? "Not found." : "Something went wrong on our side. Please try again.");
  };
}

const isNotFound = (error: unknown): boolean => typeof error === "object" && error !== null && "status" in error && error.status === 404;
