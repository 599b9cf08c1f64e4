/** The lines of a sales form as a customer would read them, with the totals below; for payments, what they pay; for deposits, what is in them. */
import type { Books } from "../../company/state.ts";
import { findRow } from "../../store/rows.ts";
import { asText, objectOf, objectsOf, refOf, textOf } from "../../wire/json.ts";
import type { JsonObject } from "../../wire/json.ts";
import { html } from "../html/html.ts";
import type { Html, Part } from "../html/html.ts";
import { wireMoney } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { Row } from "../html/table.ts";
import { linkedDocuments } from "./chain.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress } from "./document-summary.ts";

export function linesView(books: Books, document: DocumentSummary): Html {
  if (document.entity === "Deposit") return depositedLines(books, document.row);
  if (document.entity === "Purchase") return expenseLines(books, document.row);
  if (document.entity === "PurchaseOrder") return orderedLines(books, document.row);
  return document.row.UnappliedAmt === undefined ? salesLines(books, document.row) : appliedLines(books, document.row);
}

function salesLines(books: Books, row: JsonObject): Html {
  const lines = objectsOf(row, "Line").filter((line) => line.DetailType !== "SubTotalLineDetail");
  const tax = objectOf(row, "TxnTaxDetail").TotalTax;
  const total = (key: string, label: string, value: Part, tone?: "total"): Row => ({ key, cells: [label, "", "", "", value], ...(tone ? { tone } : {}) });
  return table({
    caption: "Lines",
    columns: [
      { title: "Product or service", kind: "main" },
      { title: "Qty", kind: "number" },
      { title: "Rate", kind: "number" },
      { title: "Tax" },
      { title: "Amount", kind: "number" },
    ],
    rows: lines.map((line, index) => ({ key: textOf(line, "Id") ?? String(index), cells: cellsOf(books, line, row) })),
    footer: [
      ...(tax === undefined ? [] : [total("tax", "Sales tax", wireMoney(books, tax, row))]),
      total("total", "Total", wireMoney(books, row.TotalAmt, row), "total"),
      ...(row.Balance === undefined ? [] : [total("balance", row.RemainingCredit === undefined ? "Balance due" : "Credit left", wireMoney(books, row.Balance, row))]),
    ],
    empty: html`<p>This document has no lines.</p>`,
  });
}

function cellsOf(books: Books, line: JsonObject, row: JsonObject): Part[] {
  if (line.DetailType === "DiscountLineDetail") {
    const detail = objectOf(line, "DiscountLineDetail");
    const percent = detail.PercentBased === true ? `${asText(detail.DiscountPercent)} %` : "";
    return [described("Discount", line), percent, "", "", html`−${wireMoney(books, line.Amount, row)}`];
  }
  const detail = objectOf(line, "SalesItemLineDetail");
  const item = objectOf(detail, "ItemRef");
  const name = textOf(item, "name") ?? (textOf(item, "value") === "SHIPPING_ITEM_ID" ? "Shipping" : "");
  const className = textOf(objectOf(detail, "ClassRef"), "name");
  return [
    html`${described(name, line)}${className !== undefined && html` <span class="tag">${className}</span>`}`,
    asText(detail.Qty),
    wireMoney(books, detail.UnitPrice, row),
    textOf(objectOf(detail, "TaxCodeRef"), "name") ?? textOf(objectOf(detail, "TaxCodeRef"), "value") ?? "",
    wireMoney(books, line.Amount, row),
  ];
}

function described(name: string, line: JsonObject): Part {
  const description = textOf(line, "Description");
  return html`${name}${description !== undefined && html`<small>${description}</small>`}`;
}

function depositedLines(books: Books, row: JsonObject): Html {
  const nameOf = (line: JsonObject): Part => {
    const [document] = linkedDocuments(books, { Line: [line] });
    if (document) return html`<a href="${documentAddress(books, document.entity, document.id)}">${document.title}</a>`;
    const account = findRow(books, "Account", refOf(objectOf(line, "DepositLineDetail"), "AccountRef") ?? "");
    return described((account && textOf(account, "FullyQualifiedName")) ?? "", line);
  };
  return table({
    caption: "What is in this deposit",
    columns: [{ title: "Received from", kind: "main" }, { title: "Amount", kind: "number" }],
    rows: objectsOf(row, "Line").map((line, index) => ({ key: String(index), cells: [nameOf(line), wireMoney(books, line.Amount, row)] })),
    footer: [{ key: "total", cells: ["Total", wireMoney(books, row.TotalAmt, row)], tone: "total" }],
    empty: html`<p>Nothing is in this deposit.</p>`,
  });
}

function expenseLines(books: Books, row: JsonObject): Html {
  const detailOf = (line: JsonObject): JsonObject => objectOf(line, "AccountBasedExpenseLineDetail");
  const nameIn = (line: JsonObject, property: string): string => textOf(objectOf(detailOf(line), property), "name") ?? "";
  return table({
    caption: "What was paid for",
    columns: [{ title: "Account", kind: "main" }, { title: "Customer" }, { title: "Amount", kind: "number" }],
    rows: objectsOf(row, "Line").map((line, index) => ({ key: String(index), cells: [described(nameIn(line, "AccountRef"), line), nameIn(line, "CustomerRef"), wireMoney(books, line.Amount, row)] })),
    footer: [{ key: "total", cells: ["Total", "", wireMoney(books, row.TotalAmt, row)], tone: "total" }],
    empty: html`<p>This expense has no lines.</p>`,
  });
}

function orderedLines(books: Books, row: JsonObject): Html {
  const detailOf = (line: JsonObject): JsonObject => objectOf(line, "ItemBasedExpenseLineDetail");
  return table({
    caption: "What is ordered",
    columns: [{ title: "Product or service", kind: "main" }, { title: "Qty", kind: "number" }, { title: "Cost", kind: "number" }, { title: "Amount", kind: "number" }],
    rows: objectsOf(row, "Line").map((line, index) => ({
      key: String(index),
      cells: [described(textOf(objectOf(detailOf(line), "ItemRef"), "name") ?? "", line), asText(detailOf(line).Qty), asText(detailOf(line).UnitPrice), wireMoney(books, line.Amount, row)],
    })),
    footer: [{ key: "total", cells: ["Total", "", "", wireMoney(books, row.TotalAmt, row)], tone: "total" }],
    empty: html`<p>Nothing is ordered.</p>`,
  });
}

function appliedLines(books: Books, row: JsonObject): Html {
  const lines = objectsOf(row, "Line").flatMap((line) => linkedDocuments(books, { Line: [line] }).map((document) => ({ line, document })));
  return table({
    caption: "What this payment pays",
    columns: [{ title: "Paid document", kind: "main" }, { title: "Its total", kind: "number" }, { title: "Still due", kind: "number" }, { title: "Applied", kind: "number" }],
    rows: lines.map(({ line, document }) => ({
      key: `${document.entity}:${document.id}`,
      cells: [
        html`<a href="${documentAddress(books, document.entity, document.id)}">${document.title}</a>`,
        wireMoney(books, document.row.TotalAmt, document.row),
        wireMoney(books, document.row.Balance, document.row),
        wireMoney(books, line.Amount, row),
      ],
    })),
    footer: [
      { key: "total", cells: ["Amount received", "", "", wireMoney(books, row.TotalAmt, row)], tone: "total" },
      { key: "unapplied", cells: ["Unapplied credit", "", "", wireMoney(books, row.UnappliedAmt, row)] },
    ],
    empty: html`<p><strong>${wireMoney(books, row.TotalAmt, row)}</strong> received, applied to no invoice yet: it is the customer's credit.</p>`,
  });
}
