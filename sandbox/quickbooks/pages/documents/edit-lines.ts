/** The part of the edit form with one row per line, or, for a payment, per invoice of the customer. */
import type { Books } from "../../company/state.ts";
import { objectOf, textOf } from "../../wire/json.ts";
import type { JsonObject } from "../../wire/json.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import { wireMoney } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress, summaryOf } from "./document-summary.ts";
import type { EditValues } from "./edit-values.ts";
import { editableLines, lineKey } from "./edit-values.ts";

export function editLines(books: Books, document: DocumentSummary, values: EditValues): Html {
  return document.row.UnappliedAmt === undefined ? salesLines(document.row, values) : invoicesToPay(books, values);
}

function salesLines(row: JsonObject, values: EditValues): Html {
  return table({
    caption: "Lines",
    columns: [
      { title: "Product or service", kind: "main" },
      { title: "Description", kind: "main" },
      { title: "Quantity", kind: "number" },
      { title: "Rate", kind: "number" },
      { title: "Amount", kind: "number" },
      { title: "Remove" },
    ],
    rows: editableLines(row).map((line) => {
      const key = lineKey(line);
      const name = nameOfLine(line);
      const { description = "", quantity = "", price = "", amount = "", removed = false } = values.lines[key] ?? {};
      const input = (part: string, value: string, label: string): Html =>
        html`<input name="line-${key}-${part}" value="${value}" aria-label="${label} of ${name}" class="${part}"${part !== "description" && html` inputmode="decimal"`}>`;
      const hasRate = quantity !== "" || price !== "";
      return {
        key,
        cells: [
          name,
          input("description", description, "Description"),
          hasRate && input("quantity", quantity, "Quantity"),
          hasRate && input("price", price, "Rate"),
          hasRate ? html`<output data-product="line-${key}" data-amount="${amount}">${amount}</output>` : input("amount", amount, "Amount"),
          html`<input type="checkbox" name="line-${key}-removed" aria-label="Remove ${name}"${removed && html` checked`}>`,
        ],
      };
    }),
    empty: html`<p>This document has no lines.</p>`,
  });
}

function invoicesToPay(books: Books, { applied }: EditValues): Html {
  const invoices = Object.entries(applied).flatMap(([id, amount]) => {
    const invoice = summaryOf(books, "Invoice", id);
    return invoice ? [{ invoice, amount }] : [];
  });
  return table({
    caption: "Invoices this payment pays",
    columns: [{ title: "Invoice", kind: "main" }, { title: "Total", kind: "number" }, { title: "Still due", kind: "number" }, { title: "Paid by this payment", kind: "number" }],
    rows: invoices.map(({ invoice, amount }) => ({
      key: invoice.id,
      cells: [
        html`<a href="${documentAddress(books, "Invoice", invoice.id)}">${invoice.title}</a>`,
        wireMoney(books, invoice.row.TotalAmt, invoice.row),
        wireMoney(books, invoice.row.Balance, invoice.row),
        html`<input name="applied-${invoice.id}" value="${amount}" aria-label="Paid on ${invoice.title}" class="amount" inputmode="decimal">`,
      ],
    })),
    empty: html`<p>The customer has no open invoice.</p>`,
  });
}

function nameOfLine(line: JsonObject): string {
  if (line.DetailType === "DiscountLineDetail") return "Discount";
  const item = objectOf(objectOf(line, "SalesItemLineDetail"), "ItemRef");
  return textOf(item, "name") ?? (textOf(item, "value") === "SHIPPING_ITEM_ID" ? "Shipping" : "Text");
}
