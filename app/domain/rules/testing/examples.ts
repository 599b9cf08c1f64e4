/** One matching and one non-matching example for every field and every operator it allows; the tests fail where a new field or operator has none. */
import { Temporal } from "temporal-polyfill";
import { add, parseMoney, subtract } from "../../money/money.ts";
import type { Address, Fulfilment, Order, OrderCustomer, OrderLine, ShippingLine } from "../../order/order.ts";
import { ORDER_STATUSES } from "../../order/status.ts";
import type { ValueType } from "../values/value-type.ts";
import { addressWith, lineWith, orderShippedTo, orderWith, transactionWith } from "./orders.ts";

/** `value` is the row's; `matching` and `other` are what the order holds, in the words of the field's writer below. */
export type Example<Actual> = { value?: unknown; matching: Actual; other: Actual };
type Examples<Actual> = Record<string, Example<Actual>>;

const TEXT: Examples<string> = {
  equals: { value: "  acme ", matching: "ACME", other: "Acme Ltd" },
  does_not_equal: { value: "Acme", matching: "Other", other: "acme" },
  is_one_of: { value: ["Acme", "Other"], matching: "other", other: "Third" },
  is_none_of: { value: ["Acme", "Other"], matching: "Third", other: "OTHER" },
  contains: { value: "cm", matching: "Acme", other: "Amce" },
  does_not_contain: { value: "cm", matching: "Amce", other: "ACME" },
  starts_with: { value: "ac", matching: "Acme", other: "Mac" },
  ends_with: { value: "ME", matching: "Acme", other: "Met" },
  does_not_start_with: { value: "ac", matching: "Mac", other: "ACME" },
  does_not_end_with: { value: "me", matching: "Met", other: "ACME" },
  matches: { value: "a*e", matching: "Acme", other: "Acme Ltd" },
  does_not_match: { value: "a*e", matching: "Acme Ltd", other: "Acme" },
  matches_pattern: { value: "^A(c|k)+me\\b", matching: "Ackme Ltd", other: "My Acme" },
  is_empty: { matching: " ", other: "x" },
  is_not_empty: { matching: "x", other: "" },
};

const ORDERED: Examples<string> = {
  equals: { value: 12, matching: "12", other: "13" },
  does_not_equal: { value: 12, matching: "13", other: "12" },
  is_one_of: { value: ["12", 13], matching: "13", other: "14" },
  is_none_of: { value: [12, "13"], matching: "14", other: "12" },
  greater_than: { value: 12, matching: "13", other: "12" },
  at_least: { value: 12, matching: "12", other: "11" },
  less_than: { value: 12, matching: "11", other: "12" },
  at_most: { value: "12", matching: "12", other: "13" },
  between: { value: [12, 14], matching: "14", other: "15" },
};

const DATE: Examples<string> = {
  equals: { value: "2026-11-02", matching: "2026-11-02", other: "2026-11-03" },
  does_not_equal: { value: "2026-11-02", matching: "2026-11-03", other: "2026-11-02" },
  is_one_of: { value: ["2026-11-02", "2026-12-24"], matching: "2026-12-24", other: "2026-12-25" },
  is_none_of: { value: ["2026-11-02", "2026-12-24"], matching: "2026-12-25", other: "2026-11-02" },
  before: { value: "2026-11-02", matching: "2026-11-01", other: "2026-11-02" },
  after: { value: "2026-11-02", matching: "2026-11-03", other: "2026-11-02" },
  between: { value: ["2026-11-01", "2026-11-30"], matching: "2026-11-30", other: "2026-12-01" },
  in_the_last: { value: 3, matching: "2026-11-04", other: "2026-11-03" },
};

const YES_NO: Examples<boolean> = {
  equals: { value: true, matching: true, other: false },
  does_not_equal: { value: "yes", matching: false, other: true },
  is_yes: { matching: true, other: false },
  is_no: { matching: false, other: true },
};

const SET = Object.fromEntries(
  Object.entries(TEXT).map(([op, { value, matching, other }]) => [op, { value, matching: [matching, "zzz"], other: [other] }]),
);
const SETS: Examples<string[]> = { ...SET, any_of_its_is: { value: ["Acme", "Other"], matching: ["zzz", "ACME"], other: ["zzz"] }, is_empty: { matching: [], other: ["x"] }, is_not_empty: { matching: ["x"], other: [] } };

const choices = <Word extends string>(first: Word, second: Word, third: Word): Examples<Word> => ({
  equals: { value: first, matching: first, other: second },
  does_not_equal: { value: first, matching: second, other: first },
  is_one_of: { value: [first, second], matching: second, other: third },
  is_none_of: { value: [first, second], matching: third, other: first },
});

type FieldExamples = { type: ValueType; /** For fields that ask for a name. */ name?: string; cases: { op: string; value?: unknown; matching: Order; other: Order }[] };

/** `write` puts a value where the field reads it. */
function fieldExamples<Actual>(type: ValueType, examples: Examples<Actual>, write: (actual: Actual) => Order): FieldExamples {
  const cases = Object.entries(examples).map(([op, { value, matching, other }]) => ({ op, value, matching: write(matching), other: write(other) }));
  return { type, cases };
}

const usd = (amount: string) => parseMoney("USD", amount);
const noonInNewYork = (day: string) => Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime("America/New_York").toInstant();

const weekday = (day: string): string => ({ monday: "2026-11-02", tuesday: "2026-11-03", wednesday: "2026-11-04" })[day] ?? "2026-11-08";
const plain = orderWith();
const line = (change: Partial<OrderLine>): Order => orderWith({ lines: [lineWith(change)] });
const buyer = (change: Partial<OrderCustomer>): Order => orderWith({ customer: plain.customer && { ...plain.customer, ...change } });
const shippingLine = (change: Partial<ShippingLine>): ShippingLine => ({ id: "1", title: "Standard", gross: usd("0"), discount: usd("0"), taxLines: [], ...change });
const billed = (change: Partial<Address>): Order => orderWith({ billingAddress: addressWith(change) });
const shipped = (change: Partial<Address>): Order => orderWith({ shippingAddress: addressWith(change) });
const region = (names: string[]): Partial<Address> => ({ region: names[0] ?? null, regionName: names[1] });
const fulfilment = (change: Partial<Fulfilment>): Fulfilment => ({ id: "1", at: noonInNewYork("2026-11-02"), succeeded: true, service: null, location: null, ...change });
const totals = (change: Partial<Order["totals"]>): Order => orderWith({ totals: { current: usd("0"), tax: usd("0"), netPayment: usd("0"), outstanding: usd("0"), ...change } });
const terms = (name: string): Order => orderWith({ paymentTerms: { name, dueAt: null } });

/** By field key. */
export const FIELD_EXAMPLES: Readonly<Record<string, FieldExamples>> = {
  "order.status": fieldExamples("choice", choices(ORDER_STATUSES[0], ORDER_STATUSES[2], ORDER_STATUSES[5]), (status) => orderWith({ status })),
  "order.financialStatus": fieldExamples("choice", choices("pending", "authorized", "paid"), (paymentWord) => orderWith({ paymentWord })),
  "order.fulfillmentStatus": fieldExamples("choice", choices("fulfilled", "partially_fulfilled", "unfulfilled"), (fulfilmentWord) => orderWith({ fulfilmentWord })),
  "order.name": fieldExamples("text", TEXT, (name) => orderWith({ name })),
  "order.number": fieldExamples("number", ORDERED, (number) => orderWith({ name: `#2-${number}A` })),
  "order.test": fieldExamples("yes_no", YES_NO, (test) => orderWith({ test })),
  "order.edited": fieldExamples("yes_no", YES_NO, (edited) => orderWith({ edited })),
  "order.tags": fieldExamples("set", SETS, (tags) => orderWith({ tags })),
  "order.note": fieldExamples("text", TEXT, (note) => orderWith({ note })),
  "order.attribute": { ...fieldExamples("text", TEXT, (value) => orderWith({ attributes: [{ name: "other", value: "zzz" }, { name: "Gift_Note", value }] })), name: "gift_note" },
  "order.anyAttribute": fieldExamples("set", SETS, (values) => orderWith({ attributes: values.map((value, index) => ({ name: `detail ${index}`, value })) })),
  "order.sourceName": fieldExamples("text", TEXT, (sourceName) => orderWith({ sourceName })),
  "order.app": fieldExamples("text", TEXT, (app) => orderWith({ app })),
  "order.location": fieldExamples("text", TEXT, (location) => orderWith({ location })),
  "order.risk": fieldExamples("choice", choices("low", "medium", "high"), (risk) => orderWith({ risk })),
  "order.cancelReason": fieldExamples("choice", choices("customer", "declined", "fraud"), (cancelReason) => orderWith({ cancelReason })),
  "order.poNumber": fieldExamples("text", TEXT, (poNumber) => orderWith({ poNumber })),
  "order.discountCodes": fieldExamples("set", SETS, (discountCodes) => orderWith({ discountCodes })),
  "order.createdDate": fieldExamples("date", DATE, (day) => orderWith({ createdAt: noonInNewYork(day) })),
  "order.processedDate": fieldExamples("date", DATE, (day) => orderWith({ placedAt: noonInNewYork(day) })),
  "order.fulfilledDate": fieldExamples("date", DATE, (day) => orderWith({ fulfilments: [fulfilment({ at: noonInNewYork(day) }), fulfilment({ at: noonInNewYork("2027-01-01"), succeeded: false })] })),
  "order.dayOfWeek": fieldExamples("choice", choices("monday", "tuesday", "wednesday"), (day) => orderWith({ placedAt: noonInNewYork(weekday(day)) })),
  "order.total": fieldExamples("money", ORDERED, (current) => totals({ current: usd(current) })),
  "order.subtotal": fieldExamples("money", ORDERED, (amount) => line({ gross: add(usd(amount), usd("1")), discount: usd("1") })),
  "order.discount": fieldExamples("money", ORDERED, (amount) => orderWith({ lines: [lineWith({ discount: usd("1") })], shipping: [shippingLine({ discount: subtract(usd(amount), usd("1")) })] })),
  "order.shipping": fieldExamples("money", ORDERED, (amount) => orderWith({ shipping: [shippingLine({ gross: add(usd(amount), usd("1")), discount: usd("1") })] })),
  "order.tax": fieldExamples("money", ORDERED, (tax) => totals({ tax: usd(tax) })),
  "order.tip": fieldExamples("money", ORDERED, (tip) => orderWith({ tip: usd(tip) })),
  "order.outstanding": fieldExamples("money", ORDERED, (outstanding) => totals({ outstanding: usd(outstanding) })),
  "order.currency": fieldExamples("text", TEXT, (currency) => orderWith({ currency, lines: [], shipping: [] })),
  "order.paymentMethod": fieldExamples("set", SETS, (names) => orderWith({ transactions: names.map((gatewayName) => transactionWith({ gateway: "", gatewayName })) })),
  "order.cardBrand": fieldExamples("set", SETS, (brands) => orderWith({ transactions: brands.map((cardBrand) => transactionWith({ cardBrand })) })),
  "order.giftCardPaid": fieldExamples("yes_no", YES_NO, (used) => orderWith({ transactions: [transactionWith({ gateway: used ? "gift_card" : "paypal" })] })),
  "order.paymentTerms": fieldExamples("text", TEXT, terms),
  "order.refundReason": fieldExamples("set", SETS, (refundReasons) => orderWith({ refundReasons })),
  "order.shippingMethod": fieldExamples("set", SETS, (titles) => orderWith({ shipping: titles.map((title) => shippingLine({ title })) })),
  "order.shippingCarrier": fieldExamples("set", SETS, (carriers) => orderWith({ shipping: carriers.map((carrier) => shippingLine({ carrier })) })),
  "order.fulfillmentService": fieldExamples("set", SETS, (services) => orderWith({ fulfilments: services.map((service) => fulfilment({ service })) })),
  "order.fulfillmentLocation": fieldExamples("set", SETS, (locations) => orderWith({ fulfilments: locations.map((location) => fulfilment({ location })) })),
  "order.shippingCountry": fieldExamples("text", TEXT, orderShippedTo),
  "order.shippingRegion": fieldExamples("set", SETS, (names) => shipped(region(names))),
  "order.shippingCity": fieldExamples("text", TEXT, (city) => shipped({ city })),
  "order.shippingPostcode": fieldExamples("text", TEXT, (postcode) => shipped({ postcode })),
  "order.billingCountry": fieldExamples("text", TEXT, (countryCode) => billed({ countryCode })),
  "order.billingRegion": fieldExamples("set", SETS, (names) => billed(region(names))),
  "order.billingCompany": fieldExamples("text", TEXT, (company) => billed({ company })),
  "order.billingName": fieldExamples("text", TEXT, (name) => billed({ name })),
  "order.emailDomain": fieldExamples("text", TEXT, (domain) => orderWith({ email: `ada@${domain}` })),
  "order.customerTags": fieldExamples("set", SETS, (tags) => buyer({ tags })),
  "order.customerOrdersCount": fieldExamples("number", ORDERED, (count) => buyer({ ordersCount: Number(count) })),
  "order.customerTaxExempt": fieldExamples("yes_no", YES_NO, (taxExempt) => buyer({ taxExempt })),
  "order.company": fieldExamples("text", TEXT, (company) => buyer({ company })),
  "order.companyLocation": fieldExamples("text", TEXT, (companyLocation) => orderWith({ companyLocation })),
  "line.sku": fieldExamples("text", TEXT, (sku) => line({ sku })),
  "line.title": fieldExamples("text", TEXT, (title) => line({ title })),
  "line.variantTitle": fieldExamples("text", TEXT, (variantTitle) => line({ variantTitle })),
  "line.vendor": fieldExamples("text", TEXT, (vendor) => line({ vendor })),
  "line.productType": fieldExamples("text", TEXT, (productType) => line({ productType })),
  "line.productTags": fieldExamples("set", SETS, (productTags) => line({ productTags })),
  "line.collection": fieldExamples("set", SETS, (collections) => line({ collections })),
  "line.quantity": fieldExamples("number", ORDERED, (quantity) => line({ quantity: Number(quantity) })),
  "line.price": fieldExamples("money", ORDERED, (price) => line({ unitPrice: usd(price) })),
  "line.discounted": fieldExamples("yes_no", YES_NO, (discounted) => line({ discount: usd(discounted ? "1" : "0") })),
  "line.taxable": fieldExamples("yes_no", YES_NO, (taxable) => line({ taxable })),
  "line.giftCard": fieldExamples("yes_no", YES_NO, (giftCard) => line({ giftCard })),
  "line.requiresShipping": fieldExamples("yes_no", YES_NO, (requiresShipping) => line({ requiresShipping })),
  "line.property": { ...fieldExamples("text", TEXT, (value) => line({ properties: [{ name: "other", value: "zzz" }, { name: "Engraving", value }] })), name: "engraving" },
  "line.sellingPlan": fieldExamples("text", TEXT, (sellingPlan) => line({ sellingPlan })),
  "line.fulfillmentService": fieldExamples("set", SETS, (fulfilmentServices) => line({ fulfilmentServices })),
  "line.weight": fieldExamples("number", ORDERED, (grams) => line({ weightGrams: Number(grams) })),
  "line.itemType": fieldExamples("choice", choices("inventory", "non_inventory", "service"), (type) => line({ title: `an item of type ${type}` })),
};
