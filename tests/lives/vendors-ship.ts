/** What vendors ship of random orders: the first four things that they are drawn with, at costs that do not come out even. */
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Story } from "../goldens/story.ts";

const shippedBy = (vendor: string, skus: readonly string[]): Rule => ({ title: `${vendor} ships`, enabled: true, when: { all: [{ field: "line.sku", op: "is_one_of", value: [...skus] }] }, then: [{ action: "drop_ship", vendor }] });

export const VENDORS_SHIP: Rule[] = [shippedBy("North", ["S0", "S2"]), shippedBy("South", ["S1", "S3"])];
export const PURCHASES: NonNullable<Story["purchases"]> = { costs: { S0: "7.125", S1: "0.335", S2: "12", S3: "4.5" }, vendors: ["North", "South"] };

/** The same for a simulated company (`config.company` of design page 09). */
export const COMPANY_WHO_BUYS = {
  vendors: PURCHASES.vendors.map((DisplayName) => ({ DisplayName })),
  items: Object.entries(PURCHASES.costs).map(([sku, cost]) => ({ Name: sku, Sku: sku, PurchaseCost: Number(cost) })),
};
