/** Documents as the preview announces them and as QuickBooks' own pages then show them, in one shape, so that the two can be held against each other. Must never read the books through the app. */
import type { Locator, Page } from "playwright-core";

/** Money without currency sign and grouping; accounts of lines are left out, because a form in QuickBooks shows items instead. */
export type ShownDocument = { kind: string; number: string; date: string; total: string; lines: string[][]; legs: string[][] };

const TITLE = /^Create (sales order|invoice|payment) (.*)$/;
const KINDS: Readonly<Record<string, string>> = { Estimate: "sales order", Invoice: "invoice", Payment: "payment" };

const plain = (text: string): string => text.replace(/[$,\s]/g, "");

/** Every document of the previews below `root`. */
export async function previewedDocuments(root: Locator): Promise<ShownDocument[]> {
  const found = await root.locator("details").evaluateAll((all) => all.map((details) => {
    const [title = "", facts = ""] = [...(details.parentElement?.querySelectorAll(":scope > p") ?? [])].map(({ textContent }) => textContent);
    const tables = [...details.querySelectorAll("table")].map((table) => ({
      title: table.caption?.textContent ?? "",
      rows: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.cells].map(({ textContent }) => textContent)),
    }));
    return { title, facts, tables };
  }));
  return found.map(({ title, facts, tables }) => {
    const [, kind = `not created: ${title}`, number = ""] = TITLE.exec(title) ?? [];
    const [date = "", total = ""] = facts.split(" · ");
    const rowsOf = (name: string): string[][] => tables.find((each) => each.title === name)?.rows ?? [];
    return {
      kind, date: dayOf(date), total: plain(total), number: kind === "payment" ? "" : number,
      lines: rowsOf("Lines").map(([description = "", quantity = "", , amount = ""]) => [description, quantity, plain(amount)]),
      legs: rowsOf("Debits and credits").map(([account = "", debit = "", credit = ""]) => [account, plain(debit), plain(credit)]),
    };
  });
}

const dayOf = (text: string): string => new Date(`${text} 12:00 UTC`).toISOString().slice(0, 10);

type Row = {
  DocNumber?: string; TxnDate: string; TotalAmt: number; TxnTaxDetail?: { TotalTax?: number };
  Line: { DetailType?: string; Description?: string; Amount: number; SalesItemLineDetail?: { Qty?: number } }[];
};

/** The document at this address of the simulated QuickBooks. */
export async function documentInBooks(page: Page, address: string): Promise<ShownDocument> {
  await page.goto(address);
  const kind = KINDS[/\/documents\/(\w+)\//.exec(page.url())?.[1] ?? ""] ?? page.url();
  const row = JSON.parse((await page.locator("#raw pre").textContent()) ?? "null") as Row;
  const legs = await page.getByRole("region", { name: "Journal entry" }).locator("tbody tr").evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll("td")].map(({ textContent }) => textContent)));
  const tax = row.TxnTaxDetail?.TotalTax ?? 0;
  const lines = kind === "payment" ? [] : row.Line.filter(({ DetailType }) => DetailType !== "SubTotalLineDetail").map((line) => [line.Description ?? "", String(line.SalesItemLineDetail?.Qty ?? ""), line.Amount.toFixed(2)]);
  return {
    kind, number: row.DocNumber ?? "", date: row.TxnDate, total: row.TotalAmt.toFixed(2),
    lines: tax === 0 ? lines : [...lines, ["Tax", "", tax.toFixed(2)]],
    legs: legs.map(([account = "", debit = "", credit = ""]) => [account, plain(debit), plain(credit)]),
  };
}

/** Addresses of the documents that are in the company's books now, newest first. */
export async function documentsInBooks(page: Page, companyUrl: string): Promise<string[]> {
  await page.goto(`${companyUrl}/documents`);
  return page.getByRole("region", { name: /^Documents/ }).locator("tbody tr td:first-child a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}
