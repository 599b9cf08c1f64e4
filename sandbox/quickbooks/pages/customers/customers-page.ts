/** `/company/{realm}/customers`: who owes what, and whose credit waits. */
import type { Books } from "../../company/state.ts";
import { listRows } from "../../store/rows.ts";
import { idOf, objectOf, textOf } from "../../wire/json.ts";
import { html } from "../html/html.ts";
import { money } from "../html/money.ts";
import { pageOf, pager } from "../html/pager.ts";
import { table } from "../html/table.ts";
import type { PageView } from "../page-view.ts";
import { customerBalances } from "./customer-balances.ts";

export function customersPage(books: Books, url: URL): PageView {
  const wanted = (url.searchParams.get("name") ?? "").trim();
  const balances = customerBalances(books);
  const rows = listRows(books, "Customer").filter((row) => (textOf(row, "DisplayName") ?? "").toLowerCase().includes(wanted.toLowerCase()));
  const sorted = rows.sort((a, b) => (textOf(a, "DisplayName") ?? "").localeCompare(textOf(b, "DisplayName") ?? ""));
  const page = pageOf(sorted, url);
  const empty =
    wanted === ""
      ? html`<p>No customers yet.</p><p>The app makes a customer with the first order of each buyer.</p>`
      : html`<p>No customer has “${wanted}” in the name.</p><p><a href="?">Show all customers</a></p>`;
  return {
    section: "customers",
    title: "Customers",
    live: true,
    before: html`<form method="get" class="filters" role="search" aria-label="Find a customer"><label>Name<input name="name" type="search" value="${wanted}"></label>
<div class="row"><button class="button">Find</button>${wanted !== "" && html`<a class="button quiet" href="?">Clear</a>`}</div></form>`,
    body: html`${table({
      caption: "Customers",
      columns: [{ title: "Name", kind: "main" }, { title: "E-mail" }, { title: "Open balance", kind: "number" }, { title: "Unapplied credit", kind: "number" }],
      rows: page.items.map((row) => {
        const { open, credit } = balances.get(idOf(row)) ?? { open: 0n, credit: 0n };
        return {
          key: idOf(row),
          ...(row.Active === false ? { tone: "quiet" } : {}),
          cells: [
            html`<a href="/company/${books.state.realmId}/customers/${idOf(row)}">${textOf(row, "DisplayName") ?? idOf(row)}</a>`,
            textOf(objectOf(row, "PrimaryEmailAddr"), "Address") ?? "",
            money(books, open),
            money(books, credit),
          ],
        };
      }),
      empty,
    })}${pager(page, url)}`,
  };
}
