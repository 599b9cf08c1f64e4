/** Orders as the pipeline records them, for tests of the desk; never used by the app. */
import { Temporal } from "temporal-polyfill";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { OrderRecord, OrderState } from "#app/pipeline/ports/repositories.ts";
import { instant } from "../../repositories/testing/payment.ts";
import type { Tenant } from "../../repositories/testing/tenant.ts";

export const NOON = instant("12:00:00");
export const gid = (number: number): string => `gid://shopify/Order/${number}`;

/** Order `#1001` is number 1001, placed 1001 minutes after a fixed day, so that higher numbers are newer. */
export function recordedOrder(number: number, changes: Partial<OrderRecord> = {}): OrderRecord {
  return {
    orderId: gid(number), name: `#${number}`, status: "paid", state: "posted", reason: null,
    placedAt: Temporal.Instant.from("2026-11-01T00:00:00Z").add({ minutes: number }), shopifyUpdatedAt: NOON, total: { currency: "USD", minor: 11973n },
    decision: null, plan: null, proof: null, settingsVersion: 0, ruleSetVersion: 0, ...changes,
  };
}

export async function record({ repositories }: Tenant, number: number, changes: Partial<OrderRecord> = {}, issues: readonly Issue[] = []): Promise<void> {
  await repositories.orders.record(recordedOrder(number, changes), [], issues, NOON, NOON);
}

export const inState = (state: OrderState): Partial<OrderRecord> => ({ state, reason: state === "posted" ? null : "A reason." });

export const itemMissing = (sku: string): Issue => ({ code: "item_missing", cause: sku, sentence: `QuickBooks has no item ${sku}.`, remedy: "Create it." });
