/** Aspects: the parts of a document whose change means an operation, each as one canonical text. Date, number and memo are chosen at creation and never re-done by themselves. */
import type { Application, DocumentLine, DocumentTaxes, LineRole, PlannedDocument } from "../documents/document.ts";
import { purchaseHeadText, purchaseLinesText } from "../documents/purchase-order/line-text.ts";
import { DOCUMENT_KINDS, type DocumentKind, refKey } from "../documents/kind.ts";
import { formatMoney, type Money, parseMoney } from "../money/money.ts";

/** `covers`: changes of the order that the lines hold; it is no reason to write, and without it an older record does not say. `shipment`: of which the invoice is; without it, of the whole order. `editedByHand`: a person changed it in the books; no reason to write either.
 * `deposit`: the id of the account that its money was put on or taken from, `ruled`: what rules said of it, `bundles`: what its bundles held; all stay. `became`: the real transaction that a rule's payment is. `head`: number and vendor of a purchase order; neither. */
export type AspectName = "lines" | "standing" | "applications" | "covers" | "shipment" | "editedByHand" | "head" | "deposit" | "ruled" | "became" | "bundles";
export type Aspects = Partial<Record<AspectName, string>>;

const lineText = (line: DocumentLine): string =>
  [line.role, line.standsFor ?? line.item ?? "", line.quantity ?? "", formatMoney(line.amount), line.taxCode?.name ?? (line.taxed ? "taxed" : ""), line.description].join("|");

export function aspectsOf(document: PlannedDocument): Aspects {
  const deposit = "deposit" in document ? document.deposit?.id : undefined;
  return { ...ownAspects(document), ...(deposit !== undefined && { deposit }), ...(document.ruled !== undefined && { ruled: document.ruled }), ...(document.bundles !== undefined && { bundles: document.bundles }) };
}

function ownAspects(document: PlannedDocument): Aspects {
  switch (document.kind) {
    case "sales_order":
      return { lines: salesText(document), standing: document.standing };
    case "invoice":
      return { lines: salesText(document), covers: document.covers.join(";"), ...(document.shipment === undefined ? {} : { shipment: document.shipment }) };
    case "chargeback":
    case "chargeback_reversal":
      return { lines: [...document.expenses.map(({ description, amount }) => `${description}|${formatMoney(amount)}`), `total|${document.currency} ${formatMoney(document.total)}`].join("\n") };
    case "sales_receipt":
      return { lines: salesText(document), covers: document.covers.join(";") };
    case "credit_memo":
    case "refund_receipt":
      return { lines: salesText(document) };
    case "customer_refund":
      return { lines: `${document.currency} ${formatMoney(document.total)}` };
    case "purchase_order":
      return { lines: purchaseLinesText(document), standing: document.standing, head: purchaseHeadText(document) };
    case "payment":
      return {
        lines: `${document.currency} ${formatMoney(document.total)}`,
        applications: applicationsText(document.applications),
        ...(document.became !== undefined && { became: document.became }),
      };
  }
}

/** Whether the lines of these aspects come to this total. */
export const hasTotal = ({ lines }: Aspects, total: Money): boolean => lines?.split("\n").at(-1)?.endsWith(`${total.currency} ${formatMoney(total)}`) ?? false;

const GOODS: readonly string[] = ["product", "gift_card", "tip"] satisfies LineRole[];

export const isGoods = ({ role }: Pick<DocumentLine, "role">): boolean => GOODS.includes(role);

/** Nothing that was sold is in the lines of these aspects. */
export const holdsNoGoods = ({ lines }: Aspects): boolean => lines !== undefined && !lines.split("\n").some((line) => GOODS.includes(line.split("|")[0] ?? ""));

export const applicationsText = (applications: readonly Application[]): string =>
  applications.map(({ to, amount }) => `${refKey(to)}=${formatMoney(amount)}`).sort().join(";");

/** The rates of a document whose tax goes by codes; a US document has its total alone. */
const ratesText = (taxes: DocumentTaxes | undefined): string[] =>
  taxes && "lines" in taxes ? [`rates|${taxes.mode}`, ...taxes.lines.map(({ rate, net, amount }) => [rate.name, formatMoney(net), formatMoney(amount)].join("|"))] : [];

/** What a payment's aspect says it covers and spends; nothing where the text is of another form. */
export function applicationsIn({ applications = "" }: Aspects, currency: string): Application[] {
  return applications.split(";").flatMap((each) => {
    const [, kind, part, amount] = /^([a-z_]+)\/(.+)=(-?[0-9.]+)$/.exec(each) ?? [];
    return kind !== undefined && isKind(kind) && part !== undefined && amount !== undefined ? [{ to: { kind, part }, amount: parseMoney(currency, amount) }] : [];
  });
}

const isKind = (text: string): text is DocumentKind => (DOCUMENT_KINDS as readonly string[]).includes(text);

function salesText(document: { currency: string; lines: DocumentLine[]; tax: PlannedDocument["total"]; taxes?: DocumentTaxes | undefined; total: PlannedDocument["total"] }): string {
  return [...document.lines.map(lineText), ...ratesText(document.taxes), `tax|${formatMoney(document.tax)}`, `total|${document.currency} ${formatMoney(document.total)}`].join("\n");
}
