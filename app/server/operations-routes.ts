/** What operators and load balancers ask: alive, ready, figures. Aggregates only: no answer names a shop or an order. */
import { Router } from "express";
import type { Operations } from "#app/composition.server.ts";

/** `accepting`: false once the process is stopping, so that no new work is sent here. */
export function operationsRoutes({ checkDatabase, metrics }: Operations, accepting: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "alive" });
  });
  router.get("/readyz", (_request, response) => {
    response.set("Cache-Control", "no-store");
    if (!accepting()) response.status(503).json({ status: "stopping" });
    else checkDatabase().then(
      () => response.json({ status: "ready" }),
      () => response.status(503).json({ status: "not ready", reason: "the database does not answer" }),
    );
  });
  router.get("/metrics", (_request, response, next) => {
    metrics().then(({ contentType, text }) => response.set("Cache-Control", "no-store").type(contentType).send(text), next);
  });
  return router;
}
