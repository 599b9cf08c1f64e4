/** Serves the JSONL of a finished bulk operation to whoever knows its address; asks for no token, as the real store of files. */
import type { Temporal } from "temporal-polyfill";
import type { HttpAnswer, HttpRequest } from "../../http/server.ts";
import { jsonReply } from "../../http/replies.ts";
import { toSeconds } from "../orders/instants.ts";
import type { ShopState } from "../state/shop-state.ts";
import { advance } from "./bulk-operation.ts";

export const BULK_RESULTS_PATH = "/bulk-results/";

export function bulkResult(shops: readonly ShopState[], request: HttpRequest, now: Temporal.Instant): HttpAnswer {
  const operation = shops.flatMap(({ bulkOperations = [] }) => bulkOperations).find(({ key }) => request.url.pathname === `${BULK_RESULTS_PATH}${key}.jsonl`);
  if (operation) advance(operation, toSeconds(now), false);
  if (request.method !== "GET" || operation?.status !== "COMPLETED") return jsonReply(404, { errors: "Not Found" });
  return { status: 200, headers: { "content-type": "application/jsonl" }, body: operation.jsonl };
}
