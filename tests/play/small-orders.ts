/** A story of one shop that posts what it sees, and small orders to put into it: 10.00 each, paid. */
import { parseScript } from "#sandbox/play/script/script.ts";
import { setStage, type Stage } from "#sandbox/play/set-stage.ts";
import type { World } from "#sandbox/launch/world.ts";

export const smallOrder = (name: string): object => ({ name, financial_status: "paid", line_items: [{ sku: "TEA", title: "Tea", quantity: 1, price: "10.00", tax_lines: [] }] });

/** `config` as in a script. */
export function smallShop(world: World, config: object = {}): Promise<Stage> {
  return setStage(world, { script: parseScript(JSON.stringify({ config, steps: [{ do: "advance", by: "PT0S" }] })), orders: new Map() });
}

export const createOrder = ({ world, tenant }: Stage, name: string): string => world.shopify.createOrder(tenant.shop, smallOrder(name)).gid;

/** The numbers of the company's documents of one kind, in order. */
export function documentsIn({ world, tenant }: Stage, entity: "Estimate" | "Invoice"): string[] {
  return world.quickbooks.documents(tenant.realmId, entity).flatMap(({ DocNumber: number }) => (typeof number === "string" ? [number] : [])).sort();
}
