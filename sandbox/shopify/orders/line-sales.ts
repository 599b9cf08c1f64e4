/** What single units of a line were worth when they were sold, added or taken out; must never look at anything but the line's own history. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, NOTHING, parseBag, shareOfBag, subtractBags, timesBag } from "../money/bag.ts";
import type { EditRecord, LineRecord, OrderRecord, RefundRecord, TaxLineRecord } from "../state/order-record.ts";
import { lineAmounts } from "./current-amounts.ts";

/** What one sale is made of before its sign: `net` is after discounts and includes the tax where the order's prices do. */
export type SoldAmounts = { discount: MinorBag; net: MinorBag; tax: MinorBag; taxes: { taxLine: TaxLineRecord; amount: MinorBag }[] };

type Addition = EditRecord["additions"][number];
type Removal = RefundRecord["lines"][number];

/** The units the line began with: no edit added them. None for a line that an edit made. */
export function firstUnits(line: LineRecord, order: OrderRecord): SoldAmounts & { units: number } {
  const additions = order.edits.flatMap((edit) => edit.additions).filter(({ lineId }) => lineId === line.id);
  const units = additions.reduce((left, { delta }) => left - delta, line.quantity);
  const added = additions.map((addition) => addedTaxes(line, addition, order));
  const taxes = line.taxLines.map((taxLine, index) => ({ taxLine, amount: subtractBags(parseBag(taxLine.price, order), addBags(...added.map((of) => of[index] ?? NOTHING))) }));
  const { discount } = lineAmounts(line, order, line.quantity);
  return { units, discount, net: subtractBags(timesBag(parseBag(line.unitPrice, order), units), discount), ...withSum(taxes) };
}

/** Units that an edit added have no discount. */
export function addedUnits(line: LineRecord, addition: Addition, order: OrderRecord): SoldAmounts {
  const added = addedTaxes(line, addition, order);
  const taxes = line.taxLines.map((taxLine, index) => ({ taxLine, amount: added[index] ?? NOTHING }));
  return { discount: NOTHING, net: timesBag(parseBag(line.unitPrice, order), addition.delta), ...withSum(taxes) };
}

/** The refund record says what was taken out; discounts and taxes are told apart by the units left before and after it. */
export function removedUnits(line: LineRecord, removal: Removal, order: OrderRecord): SoldAmounts {
  const removals = order.refunds.flatMap(({ lines }) => lines).filter(({ lineId }) => lineId === line.id);
  const before = removals.slice(0, removals.indexOf(removal)).reduce((left, { quantity }) => left - quantity, line.quantity);
  const after = before - removal.quantity;
  const share = (amount: LineRecord["unitPrice"], units: number): MinorBag => shareOfBag(parseBag(amount, order), units, line.quantity);
  const tax = parseBag(removal.tax, order);
  const taxes = line.taxLines.map((taxLine) => ({ taxLine, amount: subtractBags(share(taxLine.price, before), share(taxLine.price, after)) }));
  // A file may state another tax than its lines give: what is missing or too much belongs to the first of them.
  const [first] = taxes;
  if (first) first.amount = addBags(first.amount, subtractBags(tax, withSum(taxes).tax));
  const discount = subtractBags(lineAmounts(line, order, before).discount, lineAmounts(line, order, after).discount);
  return { discount, net: parseBag(removal.subtotal, order), tax, taxes };
}

function addedTaxes(line: LineRecord, { delta, taxes }: Addition, order: OrderRecord): MinorBag[] {
  return taxes?.map((tax) => parseBag(tax, order)) ?? line.taxLines.map(({ price }) => shareOfBag(parseBag(price, order), delta, line.quantity));
}

function withSum(taxes: SoldAmounts["taxes"]): Pick<SoldAmounts, "tax" | "taxes"> {
  return { taxes, tax: addBags(...taxes.map(({ amount }) => amount)) };
}
