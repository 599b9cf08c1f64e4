/** A worker's only port: alive, ready, figures. Nothing of the app is served there. */
import express from "express";
import type { Operations } from "#app/composition.server.ts";
import { operationsRoutes } from "./operations-routes.ts";
import { startServer } from "./start-server.ts";
import type { RunningServer, ServerLog } from "./start-server.ts";

export function startOperations(options: { port: number; operations: Operations; log: ServerLog }): Promise<RunningServer> {
  const { port, operations, log } = options;
  return startServer({ name: "operations", port, log, app: (accepting) => express().disable("x-powered-by").use(operationsRoutes(operations, accepting)) });
}
