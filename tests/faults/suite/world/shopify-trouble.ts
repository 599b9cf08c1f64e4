/** What goes wrong between the app and Shopify, one planned trouble per call. */
import { failure, success } from "#app/domain/result.ts";
import type { GraphqlRequest } from "#app/shopify/orders/graphql-answer.ts";
import { meet } from "../faults/coverage.ts";
import type { Member, World } from "./world.ts";

export const troubledShopify = (world: () => World, member: () => Member) => (graphql: GraphqlRequest): GraphqlRequest => async (query, variables) => {
  const trouble = member().shopifyTroubles.shift();
  if (trouble === undefined) return graphql(query, variables);
  world().log.add(`FAULT shopify ${trouble}`, { shop: member().tenant.name });
  meet(world().coverage, `shopify ${trouble}`, "fetch");
  switch (trouble) {
    case "throttled":
      return success({ data: null, errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] });
    case "500":
      return failure({ kind: "transient", detail: "Shopify answered with status 500" });
    case "lost":
      return failure({ kind: "transient", detail: "Shopify could not be reached: ECONNRESET" });
    case "partial": {
      const answer = await graphql(query, variables);
      return answer.ok ? success({ ...answer.value, errors: [{ message: "Internal error", path: ["nodes", 0], extensions: { code: "INTERNAL_SERVER_ERROR" } }] }) : answer;
    }
  }
};
