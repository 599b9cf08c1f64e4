/** Stories of QuickBooks bundles (design page 03, "Matching"): groups expand, and the price difference goes to its own line. */
import type { Story } from "../story.ts";
import { created, SHIP, taxed, WEEK } from "./orders.ts";

/** Two mugs at 9.00 and a tea at 4.50 are 22.50. */
const BUNDLES: Story["bundles"] = { GIFT: [{ name: "Mug", quantity: "2", price: "9" }, { name: "Tea", price: "4.5" }] };

/** 50.00 + 4.00 tax, shipping 6.00: 60.00. */
const ORDER = created({ shipping: "6.00", line_items: [{ sku: "GIFT", title: "Gift set", quantity: 2, price: "25.00", ...taxed("4.00") }] });
const BELOW = created({ line_items: [{ sku: "GIFT", title: "Gift set", quantity: 2, price: "25.00" }], discount: { code: "TEN", amount: "10.00" } });

export const BUNDLE_STORIES: Story[] = [
  { name: "bundle-sold-and-returned", title: "Bundles: sold, and one of two comes back", bundles: BUNDLES,
    tells: "A gift set is a bundle in QuickBooks, of two mugs and a tea. It is booked as what it holds, each at its own price and on its own income account; what the shop asks beyond that stands on a line of its own. One set came back, and half of each line with it.",
    steps: [ORDER, WEEK, SHIP, WEEK, { do: "refund", lines: [{ sku: "GIFT", quantity: 1, restock: true }] }] },
  { name: "bundle-discounted", title: "Bundles: sold with a discount code", bundles: BUNDLES,
    tells: "The discount of the code stands on its own account as always. The price difference is between the bundle's price in the shop and what it holds, before any discount.",
    steps: [BELOW, SHIP] },
  { name: "bundle-invoice-each", title: "Bundles: one invoice per shipment", bundles: BUNDLES, options: { splitShipments: "invoice_each" },
    tells: "One gift set shipped a week before the other, and by setting each shipment has its own invoice. Each holds half of every line of the bundle.",
    steps: [ORDER, { do: "fulfil", lines: [{ sku: "GIFT", quantity: 1 }] }, WEEK, { do: "fulfil", lines: [{ sku: "GIFT", quantity: 1 }] }] },
];
