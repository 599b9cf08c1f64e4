/** What the simulator answers when it is asked for something Shopify would not do; carries sentences that a caller can show. */

/** The input is not an order, or not one that can be completed. `problems` name the place and what is missing or wrong. */
export class OrderInputError extends Error {
  override readonly name = "OrderInputError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`not an order that Shopify could hold: ${problems.join("; ")}`);
    this.problems = problems;
  }
}

/** A payment or fulfilment that Shopify would refuse, or a shop or order that does not exist. */
export class ShopifyActionError extends Error {
  override readonly name = "ShopifyActionError";
}
