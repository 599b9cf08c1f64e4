/** `/company/{realm}/trial-balance`: the proof that debits equal credits. */
import type { Books } from "../../company/state.ts";
import { accountBalance } from "../../store/ledger.ts";
import { listRows } from "../../store/rows.ts";
import { idOf, textOf } from "../../wire/json.ts";
import { serverDate } from "../../wire/timestamps.ts";
import { accountLink } from "../documents/journal-view.ts";
import { readableDate } from "../html/dates.ts";
import { html } from "../html/html.ts";
import { ledgerAmount } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { PageView } from "../page-view.ts";

export function trialBalancePage(books: Books): PageView {
  const accounts = listRows(books, "Account").flatMap((row) => {
    const minor = accountBalance(books, idOf(row));
    return minor === 0n ? [] : [{ row, minor }];
  });
  const side = (sign: 1n | -1n): bigint => accounts.reduce((sum, { minor }) => (minor * sign > 0n ? sum + minor * sign : sum), 0n);
  const [debits, credits] = [side(1n), side(-1n)];
  return {
    section: "trial-balance",
    title: "Trial balance",
    live: true,
    before: html`<p class="hint">As of ${readableDate(serverDate(books.now))}, accrual basis, in ${books.state.currency}</p>`,
    body: html`${table({
      caption: "Trial balance",
      columns: [{ title: "Account", kind: "main" }, { title: "Debit", kind: "number" }, { title: "Credit", kind: "number" }],
      rows: accounts.map(({ row, minor }) => ({
        key: idOf(row),
        cells: [html`${accountLink(books, idOf(row))}<small>${textOf(row, "AccountType") ?? ""}</small>`, minor > 0n && ledgerAmount(books, minor), minor < 0n && ledgerAmount(books, -minor)],
      })),
      footer: [{ key: "total", tone: "total", cells: ["Total", ledgerAmount(books, debits), ledgerAmount(books, credits)] }],
      empty: html`<p>Nothing was booked yet.</p><p>Estimates do not post; the first invoice or payment does.</p>`,
    })}
${accounts.length > 0 && html`<p class="proof">${debits === credits ? "Debits equal credits." : "Debits and credits differ: this is a defect of the simulator."}</p>`}`,
  };
}
