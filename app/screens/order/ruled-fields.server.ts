/** Which fields of a document rules decided, and which rule: told in place of the setting that would have decided them otherwise. From what was recorded with the decision. */
import type { RecordedDecision } from "./recorded.server.ts";
import type { DocumentFields } from "./view.ts";
import { RULED_WORDS as WORDS } from "./words.ts";

type Field = DocumentFields["fields"][number];
export type Ruled = Pick<RecordedDecision, "slots" | "lineSlots">;

/** By the label of a field that every document has: what decides it instead of settings. `line …`: of one of its lines. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  Number: ["documentNumber", "numberPrefix", "numberSuffix"],
  Vendor: ["line vendor"],
  Date: ["transactionDate"],
  Customer: ["customer"],
  Items: ["line item", "line sku", "shippingItem", "discountItem"],
  Accounts: ["line incomeAccount", "line item"],
  Tax: ["taxCode", "line taxCode", "shippingTaxCode", "discountTaxCode"],
  "Deposit account": ["depositAccount"],
};

const OF_SALES = ["class", "department", "terms", "poNumber", "shipDate", "memo", "customerMessage", "salesRep", "emailInvoice", "discounts", "line class", "line description", "line quantityFactor", "line skip"];
const OF_PURCHASES = ["class", "department", "memo", "line class", "line description", "line quantityFactor"];
const OF_PAYMENTS = ["paymentMethod", "paymentReference", "memo"];
const OF_CHARGEBACKS = ["memo"];

/** `fields` as settings and the order decide them. */
export function withRuled(kind: string, fields: readonly Field[], ruled: Ruled | null): Field[] {
  if (ruled === null) return [...fields];
  const set = settersOf(ruled);
  const told = fields.map((field) => {
    const deciding = (INSTEAD[field.label] ?? []).flatMap((slot) => set.get(slot) ?? []);
    return deciding.length === 0 ? field : { ...field, because: WORDS.rules(titlesOf(deciding)) };
  });
  const custom = [...set.keys()].filter((slot) => slot.startsWith("customField:"));
  const more = kind.startsWith("chargeback") ? OF_CHARGEBACKS : kind === "purchase_order" ? OF_PURCHASES : kind === "payment" || kind === "customer_refund" ? OF_PAYMENTS : [...OF_SALES, ...custom];
  return [...told, ...more.flatMap((slot): Field[] => {
    const setters = set.get(slot) ?? [];
    const values = [...new Set(setters.map(({ value }) => (value === "yes" ? WORDS.yes : value)))].join(", ");
    return setters.length === 0 ? [] : [{ label: WORDS.slots[slot] ?? slot.replace("customField:", ""), value: values, because: WORDS.rules(titlesOf(setters)) }];
  })];
}

type Setter = { rule: string; value: string };

function settersOf({ slots, lineSlots }: Ruled): Map<string, Setter[]> {
  const set = new Map<string, Setter[]>(Object.entries(slots).map(([slot, setter]) => [slot, [setter]]));
  for (const [slot, setter] of Object.values(lineSlots).flatMap((each) => Object.entries(each))) set.set(`line ${slot}`, [...(set.get(`line ${slot}`) ?? []), setter]);
  return set;
}

const titlesOf = (setters: readonly Setter[]): string[] => [...new Set(setters.map(({ rule }) => rule))];
