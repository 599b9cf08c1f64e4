/** Templates on accounts, classes, items and terms. Names are examples, and those of the simulated company where it has such. */
import { template, type Template } from "./template.ts";

export const MAPPING_TEMPLATES: readonly Template[] = [
  template("deposit_account_by_method", "Money of one payment method goes to an account of its own.", ["the payment method", "the account"], {
    title: "Deposit account by payment method", when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "set_deposit_account", account: "Checking" }],
  }),
  template("class_by_channel", "Sales are classed by where they were made.", ["the sales channel", "the class"], {
    title: "Class by sales channel", when: { all: [{ field: "order.sourceName", op: "equals", value: "pos" }] }, then: [{ action: "set_class", class: "Retail" }],
  }),
  template("location_by_shopify_location", "QuickBooks has a location of the same name for each location in Shopify.", [], {
    title: "Location by Shopify location", when: { all: [{ field: "order.location", op: "is_not_empty" }] }, then: [{ action: "set_location", location: { copy: "order.location" } }],
  }),
  template("shipping_method_to_item", "A shipping method stands on an item of its own.", ["the shipping method", "the item"], {
    title: "Map shipping method to an item", when: { all: [{ field: "order.shippingMethod", op: "any_of_its_is", value: ["Express"] }] }, then: [{ action: "use_item_for_shipping", item: "Express shipping" }],
  }),
  template("discount_to_item", "Discounts stand on an item, which posts to the account you want.", ["the item"], {
    title: "Map discount to an item", when: { all: [{ field: "order.discount", op: "greater_than", value: 0 }] }, then: [{ action: "use_item_for_discount", item: "Promotions" }],
  }),
  template("terms_from_company", "Business buyers get the terms that Shopify has for them, by their name.", [], {
    title: "Terms from the B2B company", when: { all: [{ field: "order.paymentTerms", op: "is_not_empty" }] }, then: [{ action: "set_terms", terms: { copy: "order.paymentTerms" } }],
  }),
  template("rewrite_skus", "SKUs in Shopify and in QuickBooks differ.", ["the table of SKUs"], {
    title: "Rewrite SKUs by table", when: { all: [{ field: "line.sku", op: "is_not_empty" }] }, then: [{ action: "rewrite_sku", method: "map", table: { "MUG-BLUE": "MUG-1" } }],
  }),
];
