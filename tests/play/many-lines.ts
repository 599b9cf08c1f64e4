/** Story A25 as a script: an order of many lines, invoiced and paid. Must never be a file: seven hundred lines by hand prove nothing more. */
import { parseScript } from "#sandbox/play/script/script.ts";
import type { Story } from "#sandbox/play/story.ts";

/** Each line is 1.01 without tax, so a lost or doubled line moves the total: 700 lines are 707.00. */
export function manyLines(count: number, total: string): Story {
  const order = {
    name: "#1025", financial_status: "paid",
    line_items: Array.from({ length: count }, (_, index) => ({ sku: `BEAD-${index % 20}`, title: `Bead ${index}`, quantity: 1, price: "1.01" })),
  };
  const script = {
    name: `A25: an order of ${count} lines`,
    config: { mode: "invoices_payments", statuses: ["paid"] },
    steps: [
      { do: "create", order },
      { do: "expect", order: "#1025", state: "posted", issues: [], documents: [
        { kind: "invoice", number: "1025", total, balance: "0.00", status: "paid", linkedTo: ["payment"] },
        { kind: "payment", total, balance: "0.00", status: "applied", linkedTo: ["invoice"] },
      ] },
      { do: "expect", trialBalance: { "Shopify Clearing": total, "Accounts Receivable": "0.00", "Sales of Product Income": `-${total}` }, only: true },
      { do: "expect", requests: { method: "POST", path: "/invoice", count: 1 } },
    ],
  };
  return { script: parseScript(JSON.stringify(script)), orders: new Map([[0, order]]) };
}
