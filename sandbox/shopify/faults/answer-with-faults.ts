/** Lets a shop's planned faults strike a call before, instead of or after its work. What the work is, it does not know. */
import type { Armed } from "../../faults/fault-timing.ts";
import { strikingFault } from "../../faults/fault-timing.ts";
import type { Gate } from "../../faults/gate.ts";
import { createGate } from "../../faults/gate.ts";
import { gatewayPage } from "../../faults/gateway-page.ts";
import { throughFault } from "../../faults/through-fault.ts";
import { jsonReply } from "../../http/replies.ts";
import type { HttpAnswer, HttpReply } from "../../http/server.ts";
import type { ShopifyDoor, ShopifyFault, StruckShopifyFault } from "./planned-faults.ts";
import type { QueryTrouble } from "./query-trouble.ts";
import { troubleOf } from "./query-trouble.ts";

/** Of one shop while the simulator runs; nothing of it is kept over a restart. */
export type ShopFaults = { armed: Armed<ShopifyFault>[]; gate: Gate; struck: StruckShopifyFault[] };

export function noFaults(): ShopFaults {
  return { armed: [], gate: createGate(), struck: [] };
}

type Call = { door: ShopifyDoor; restoreRate: number; perform: (trouble?: QueryTrouble) => HttpAnswer };

export async function answerWithFaults(faults: ShopFaults, { door, restoreRate, perform }: Call): Promise<HttpReply> {
  const fault = strikingFault(faults.armed, ({ on }) => on === door);
  if (!fault) return perform();
  faults.struck.push({ on: fault.on, do: fault.do });
  const { do: kind } = fault;
  if (kind === "throttled" || kind === "partial") return perform(troubleOf(fault, restoreRate));
  return throughFault({ ...fault, do: kind }, { perform, refuse: () => refusal(fault), gate: faults.gate });
}

/** Shopify's own words where it answers, a gateway's page where it does not. */
function refusal({ on, status = 500 }: ShopifyFault): HttpAnswer {
  if (status >= 500) return gatewayPage(status);
  if (on === "token") return jsonReply(status, { error: "invalid_request", error_description: "Planned fault" });
  if (status === 429) return jsonReply(status, { errors: "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service." }, { "retry-after": "2.0" });
  return jsonReply(status, { errors: status === 401 ? UNAUTHORIZED : "Planned fault" });
}

/** Shopify's words for a missing, unknown, expired or revoked token. */
export const UNAUTHORIZED = "[API] Invalid API key or access token (unrecognized login or wrong password)";
