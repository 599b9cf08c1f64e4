/** Small paid orders for the simulated Shopify, numbered on from call to call. */
let last = 1_000;

export function newOrders(count: number): object[] {
  return Array.from({ length: count }, () => {
    last += 1;
    return { name: `#${last}`, financial_status: "paid", line_items: [{ sku: "TEA", title: "Tea", quantity: 1, price: "10.00", tax_lines: [] }] };
  });
}
