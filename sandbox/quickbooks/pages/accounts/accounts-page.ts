/** `/company/{realm}/accounts`: the chart of accounts with balances. */
import type { Books } from "../../company/state.ts";
import { account } from "../../entities/account.ts";
import { listRows } from "../../store/rows.ts";
import { idOf, textOf } from "../../wire/json.ts";
import { accountLink } from "../documents/journal-view.ts";
import { html } from "../html/html.ts";
import { wireMoney } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { PageView } from "../page-view.ts";

export function accountsPage(books: Books): PageView {
  return {
    section: "accounts",
    title: "Chart of accounts",
    live: true,
    before: html`<p class="hint">Balances are shown as they are by nature: what is owed, and what was earned, is positive.</p>`,
    body: table({
      caption: "Chart of accounts",
      columns: [{ title: "Account", kind: "main" }, { title: "Number" }, { title: "Balance", kind: "number" }],
      rows: listRows(books, "Account").map((row) => ({
        key: idOf(row),
        ...(row.Active === false ? { tone: "quiet" } : {}),
        cells: [
          html`${accountLink(books, idOf(row))}<small>${textOf(row, "AccountType") ?? ""}</small>`,
          textOf(row, "AcctNum") ?? "",
          wireMoney(books, account.render?.(books, row).CurrentBalance),
        ],
      })),
      empty: html`<p>The company has no accounts.</p>`,
    }),
  };
}
