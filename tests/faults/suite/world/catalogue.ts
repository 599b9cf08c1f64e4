/** The articles of these worlds: few, so that orders share items, one of them with an income account of its own. */
import type { ProductRecord } from "#sandbox/shopify/state/shop-state.ts";

const product = (sku: string, title: string, price: string, taxable = true): ProductRecord =>
  ({ sku, title, price, taxable, vendor: "Harbour", productType: "Goods", unitCost: null, giftCard: false });

export const CATALOGUE: readonly ProductRecord[] = [
  product("TEE-RED", "Red tee", "19.99"),
  product("MUG", "Enamel mug", "14.50"),
  product("COFFEE", "House coffee", "15.75", false),
  product("PRINT-HARBOUR", "Harbour print", "35.03"),
];
