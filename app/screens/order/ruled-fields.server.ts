/** Which fields of a document rules decided, or settings where no rule did, and which of them: told in place of what would have decided them otherwise. From what was recorded with the decision. */
import type { RecordedDecision } from "./recorded.server.ts";
import { ruleValues } from "./rule-values.server.ts";
import type { DocumentFields } from "./view.ts";
import { RULED_WORDS as WORDS } from "./words.ts";

type Field = DocumentFields["fields"][number];
export type Ruled = Pick<RecordedDecision, "slots" | "lineSlots"> & Partial<Pick<RecordedDecision, "trace">>;

/** By the label of a field that every document has: what decides it instead of settings. `line …`: of one of its lines. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  Number: ["documentNumber", "numberPrefix", "numberSuffix"],
  Vendor: ["line vendor"],
  Date: ["transactionDate"],
  Customer: ["customer", "customerBy"],
  Items: ["line item", "line sku", "shippingItem", "discountItem"],
  Accounts: ["line incomeAccount", "line item"],
  Descriptions: ["line description"],
  Memo: ["memo"],
  Terms: ["terms"],
  Reference: ["paymentReference"],
  "Tax codes": ["taxCode", "line taxCode", "shippingTaxCode", "discountTaxCode"],
  Tax: ["taxCode", "line taxCode", "shippingTaxCode", "discountTaxCode"],
  "Deposit account": ["depositAccount"],
};

/** Chosen when a document is made: one that was there before the rule keeps its own, and the rule is no reason for that. */
const SHOWS_ITS_VALUE: ReadonlySet<string> = new Set(["Number", "Reference", "Deposit account", "Terms", "Memo"]);

const OF_SALES = ["class", "department", "poNumber", "shipDate", "customerMessage", "salesRep", "discounts", "line class", "line quantityFactor", "line skip"];
const OF_PURCHASES = ["class", "department", "line class", "line quantityFactor"];
const OF_INVOICES = [...OF_SALES, "emailInvoice"];
const OF_PAYMENTS = ["paymentMethod"];

function settingsOf(kind: string, custom: readonly string[]): readonly string[] {
  if (kind === "payment") return OF_PAYMENTS;
  if (kind === "customer_refund" || kind === "chargeback" || kind === "chargeback_reversal") return [];
  if (kind === "purchase_order") return OF_PURCHASES;
  return [...(kind === "invoice" ? OF_INVOICES : kind === "sales_receipt" ? [...OF_SALES, ...OF_PAYMENTS] : OF_SALES), ...custom];
}

/** `fields` as settings and the order decide them. */
export function withRuled(kind: string, fields: readonly Field[], ruled: Ruled | null): Field[] {
  if (ruled === null) return [...fields];
  const set = settersOf(ruled);
  const known = ruleValues(ruled.trace ?? []);
  const told = fields.filter(({ label }) => label !== WORDS.slots["paymentMethod"] || !set.has("paymentMethod")).map((field) => {
    const deciding = (INSTEAD[field.label] ?? []).flatMap((slot) => set.get(slot) ?? []).filter(({ value }) => !SHOWS_ITS_VALUE.has(field.label) || field.value.toLowerCase().includes(value.trim().toLowerCase()));
    const named = field.label === "Customer" ? set.get("customer")?.[0]?.value : undefined;
    return deciding.length === 0 ? field : { ...field, value: named ?? field.value, because: because(deciding) };
  });
  const custom = [...set.keys()].filter((slot) => slot.startsWith("customField:"));
  // A field of the company's own that a rule filled stands in the plan, too.
  const own = told.map((field): Field => {
    const setters = set.get(`customField:${field.label.trim().toLowerCase()}`) ?? [];
    return setters.length === 0 ? field : { ...field, because: because(setters) };
  });
  const shown = new Set(own.map(({ label }) => label.trim().toLowerCase()));
  const more = settingsOf(kind, custom.filter((slot) => !shown.has(slot.replace("customField:", ""))));
  return [...own, ...more.flatMap((slot): Field[] => {
    const setters = set.get(slot) ?? [];
    const values = [...new Set(setters.map(({ value }) => (value === "yes" ? WORDS.yes : value)))].join(", ");
    return setters.length === 0 ? [] : [{ label: WORDS.slots[slot] ?? slot.replace("customField:", ""), value: values, because: because(setters) }];
  })];

  /** Each rule with what of the order it applied by, then the settings. */
  function because(setters: readonly Setter[]): string {
    const titles = [...new Set(setters.flatMap((set) => ("rule" in set ? [set.rule] : [])))];
    const settings = [...new Set(setters.flatMap((set) => ("setting" in set ? [WORDS.settingNames[set.setting] ?? set.setting] : [])))];
    return [...(titles.length > 0 ? [WORDS.rules(titles.map((title) => ({ title, values: known.get(title) })))] : []), ...(settings.length > 0 ? [WORDS.settings(settings)] : [])].join("; ");
  }
}

type Setter = RecordedDecision["slots"][string];

function settersOf({ slots, lineSlots }: Ruled): Map<string, Setter[]> {
  const set = new Map<string, Setter[]>(Object.entries(slots).map(([slot, setter]) => [slot, [setter]]));
  for (const [slot, setter] of Object.values(lineSlots).flatMap((each) => Object.entries(each))) set.set(`line ${slot}`, [...(set.get(`line ${slot}`) ?? []), setter]);
  return set;
}
