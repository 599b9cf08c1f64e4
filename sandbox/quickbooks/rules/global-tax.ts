/** Sales tax outside the US (05, 1.10): by the codes of the lines, or as the client's tax lines say, told per rate in the answer. `Amount` is net in every mode. */
import type { Books } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf } from "../wire/json.ts";
import { businessError, requiredMissing } from "../wire/refusals.ts";
import { amountOf, amountOr0, requireAmount } from "./amounts.ts";
import { codeOfLine, type RateTotal, taxByCode, totalsByRate } from "./tax-rates.ts";

export type FormTax = { minor: bigint; detail: JsonObject; lines: JsonObject[] };

/** `before`: the form as it was; tax lines that an update does not send anew and that no longer fit are worked out again. */
export function globalTax(books: Books, form: JsonObject, lines: JsonObject[], before: JsonObject | undefined): FormTax {
  if (form.GlobalTaxCalculation === undefined) throw requiredMissing("GlobalTaxCalculation");
  if (form.GlobalTaxCalculation === "NotApplicable") return { minor: 0n, detail: {}, lines };
  const items = lines.filter((line) => line.DetailType === "SalesItemLineDetail");
  const computed = totalsByRate(books, items);
  const sent = objectsOf(objectOf(form, "TxnTaxDetail"), "TaxLine");
  const kept = before !== undefined && JSON.stringify(sent) === JSON.stringify(objectsOf(objectOf(before, "TxnTaxDetail"), "TaxLine"));
  const problem = sent.length > 0 ? misfit(books, sent, computed) : null;
  if (problem !== null && !kept) throw businessError(problem);
  const honoured = sent.length > 0 && problem === null && books.state.switches.honourTotalTax;
  const taxOf = (rateId: string): bigint => (honoured ? (shareOf(books, sent, rateId) ?? 0n) : (computed.get(rateId)?.tax ?? 0n));
  const rates = [...computed.values()].map((rate) => ({ ...rate, tax: taxOf(rate.rateId) }));
  const minor = rates.reduce((sum, { tax }) => sum + tax, 0n);
  const answered = form.GlobalTaxCalculation === "TaxInclusive" ? withInclusiveAmounts(books, lines, { minor, honoured }) : lines;
  return { minor, detail: { TaxLine: rates.map((rate) => taxLine(books, rate)) }, lines: answered };
}

const shareOf = (books: Books, sent: readonly JsonObject[], rateId: string): bigint | undefined => {
  const lines = sent.filter((line) => refOf(objectOf(line, "TaxLineDetail"), "TaxRateRef") === rateId);
  return lines.length === 0 ? undefined : lines.reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
};

/** Stricter than what is documented: tax lines are of the rates that the lines' codes have, all of them, on the amounts that the lines have. */
function misfit(books: Books, sent: readonly JsonObject[], computed: ReadonlyMap<string, RateTotal>): string | null {
  for (const line of sent) {
    const detail = objectOf(line, "TaxLineDetail");
    const rate = computed.get(refOf(detail, "TaxRateRef") ?? "");
    if (!rate) return `A tax line names the rate ${refOf(detail, "TaxRateRef") ?? "?"}, which no line of the form has`;
    if (detail.NetAmountTaxable !== undefined && requireAmount(books, detail, "NetAmountTaxable") !== rate.net) return `The net amount of the tax line of rate ${rate.rateId} is not that of the lines`;
  }
  const missing = [...computed.values()].find(({ rateId, tax }) => tax !== 0n && shareOf(books, sent, rateId) === undefined);
  return missing ? `The rate ${missing.rateId} of the form's lines has no tax line` : null;
}

function taxLine(books: Books, { rateId, percent, net, tax }: RateTotal): JsonObject {
  return {
    Amount: amountOf(books, tax),
    DetailType: "TaxLineDetail",
    TaxLineDetail: {
      TaxRateRef: { value: rateId },
      PercentBased: true,
      TaxPercent: Number(percent.units) / 10 ** percent.scale,
      NetAmountTaxable: amountOf(books, net),
    },
  };
}

/** What the buyer saw stands beside each net amount. Where the client sends it for every line it must come to the form's total. */
function withInclusiveAmounts(books: Books, lines: JsonObject[], { minor, honoured }: { minor: bigint; honoured: boolean }): JsonObject[] {
  const items = lines.filter((line) => line.DetailType === "SalesItemLineDetail");
  const sent = items.every((line) => objectOf(line, "SalesItemLineDetail").TaxInclusiveAmt !== undefined);
  const discounted = lines.some((line) => line.DetailType === "DiscountLineDetail");
  const net = items.reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
  const gross = items.reduce((sum, line) => sum + amountOr0(books, objectOf(line, "SalesItemLineDetail"), "TaxInclusiveAmt"), 0n);
  if (sent && honoured && !discounted && gross !== net + minor) throw businessError("The amounts with tax of the lines do not come to the total of the form");
  return lines.map((line) => {
    const detail = objectOf(line, "SalesItemLineDetail");
    const code = codeOfLine(line);
    if (line.DetailType !== "SalesItemLineDetail" || (sent && honoured) || code === undefined) return line;
    return { ...line, SalesItemLineDetail: { ...detail, TaxInclusiveAmt: amountOf(books, requireAmount(books, line, "Amount") + taxByCode(books, line, code)) } };
  });
}
