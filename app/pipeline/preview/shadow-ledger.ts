/** The ledger of a preview: reads come from the real one, writes are answered from what was planned. It has no way to send a write. */
import { type PlannedDocument, unappliedOf } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { type Money, subtract, sum, zero } from "#app/domain/money/money.ts";
import { success } from "#app/domain/result.ts";
import type { Ledger, LedgerDocument, LedgerWrite } from "../ports/ledger.ts";
import type { ConnectionState } from "../ports/repositories.ts";

type Reads = Pick<Ledger, "readCompany" | "findCustomers" | "findItems" | "findVendors" | "describe" | "read" | "deposited" | "lookUp" | "lookUpAll">;

export function createShadowLedger(real: Reads, connection: Pick<ConnectionState, "facts">): Ledger {
  const made = new Map<string, LedgerDocument>();
  const gone = new Set<string>();
  const closed = new Set<string>();
  const covered = new Map<string, Money[]>();
  let drawn = 0;
  const next = (what: string): string => `new ${what} ${(drawn += 1)}`;
  const asItWouldBe = (document: LedgerDocument): LedgerDocument => {
    const { kind, id, balance } = document;
    const applied = covered.get(id) ?? [];
    return {
      ...document, links: document.links.filter((link) => !gone.has(`${link.kind}/${link.id}`)),
      ...(kind === "sales_order" && closed.has(id) && { status: "closed" }),
      ...((kind === "invoice" || kind === "credit_memo") && balance && { balance: subtract(balance, sum(balance.currency, applied)) }),
    };
  };

  return {
    readCompany: (wanted) => real.readCompany(wanted),
    findCustomers: (names, ids) => real.findCustomers(names, ids),
    findItems: (wanted) => real.findItems(wanted),
    findVendors: (names, ids) => real.findVendors(names, ids),
    describe: (write) => real.describe(write),
    deposited: (documents, since) => real.deposited(documents, since),
    lookUp: (wanted) => real.lookUp(wanted),
    lookUpAll: (wanted) => real.lookUpAll(wanted),

    createCustomer: ({ displayName, email, currency }) => Promise.resolve(success({ id: next("customer"), displayName, email, active: true, currency, taxable: null })),
    async createItem({ name, sku, incomeAccountId }) {
      const account = (await connection.facts())?.company.accounts.find(({ id }) => id === incomeAccountId);
      return success({ id: next("item"), name, sku, incomeAccount: { id: incomeAccountId, name: account?.name ?? "" }, type: "non_inventory" });
    },
    async read(kind, id) {
      if (gone.has(`${kind}/${id}`)) return success(null);
      const ours = made.get(`${kind}/${id}`);
      if (ours) return success(asItWouldBe(ours));
      const held = await real.read(kind, id);
      return held.ok && held.value ? success(asItWouldBe(held.value)) : held;
    },
    write(write) {
      const echo = echoOf(write, write.op === "create" ? next(write.document.kind) : write.existing.id);
      made.set(`${echo.kind}/${echo.id}`, echo);
      // The link of an invoice closes its sales order; where a company does not do so, the real run closes it with one more write.
      for (const { kind, id, amount } of echo.links) {
        if (echo.kind === "invoice" && kind === "sales_order") closed.add(id);
        if (echo.kind === "payment" && (kind === "invoice" || kind === "credit_memo") && amount) covered.set(id, [...(covered.get(id) ?? []), amount]);
      }
      return Promise.resolve(success(asItWouldBe(echo)));
    },
    remove({ kind, existing }) {
      gone.add(`${kind}/${existing.id}`);
      return Promise.resolve(success(null));
    },
    takeOff: (payment, invoiceId) => Promise.resolve(success({ ...payment, links: payment.links.filter(({ kind, id }) => kind !== "invoice" || id !== invoiceId) })),
  };
}

function echoOf({ document, references, ...write }: LedgerWrite, id: string): LedgerDocument {
  const { kind, number, date, total, memo } = document;
  const syncToken = write.op === "create" ? "0" : String(Number(write.existing.syncToken) + 1);
  const idOf = (ref: Parameters<typeof refKey>[0]): string => references.documents.get(refKey(ref)) ?? refKey(ref);
  const common = { kind, entity: kind, id, syncToken, number, date, customerId: references.customerId, total, memo, createdAt: null };
  return { ...common, ...ownFigures(document, idOf) };
}

function ownFigures(document: PlannedDocument, idOf: (ref: Parameters<typeof refKey>[0]) => string): Pick<LedgerDocument, "balance" | "tax" | "status" | "reference" | "links"> {
  switch (document.kind) {
    case "sales_order":
      return { balance: null, tax: document.tax, status: document.standing, reference: null, links: [] };
    case "invoice":
      return { balance: document.total, tax: document.tax, status: "open", reference: null, links: document.salesOrder ? [{ kind: "sales_order", id: idOf(document.salesOrder), amount: null }] : [] };
    case "chargeback":
    case "chargeback_reversal":
      return { balance: null, tax: null, status: "paid", reference: null, links: [] };
    case "sales_receipt":
      return { balance: zero(document.currency), tax: document.tax, status: "paid", reference: null, links: [] };
    case "refund_receipt":
      return { balance: zero(document.currency), tax: document.tax, status: "paid", reference: null, links: [] };
    case "credit_memo":
      return { balance: document.total, tax: document.tax, status: "unapplied", reference: null, links: [] };
    case "customer_refund":
      return { balance: zero(document.currency), tax: null, status: "paid", reference: null, links: [] };
    case "purchase_order":
      return { balance: null, tax: null, status: document.standing, reference: null, links: [] };
    case "payment": {
      const unapplied = unappliedOf(document);
      const links = document.applications.map(({ to, amount }) => ({ kind: to.kind, id: idOf(to), amount }));
      return { balance: unapplied, tax: null, status: unapplied.minor === 0n ? "applied" : "unapplied", reference: document.reference, links };
    }
  }
}
