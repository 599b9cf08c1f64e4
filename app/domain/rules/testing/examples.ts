/** One matching and one non-matching example for every field and every operator it allows; the tests fail where a new field or operator has none. */
import { Temporal } from "temporal-polyfill";
import { parseMoney } from "../../money/money.ts";
import type { Order } from "../../order/order.ts";
import { ORDER_STATUSES } from "../../order/status.ts";
import type { ValueType } from "../values/value-type.ts";
import { lineWith, orderShippedTo, orderWith, transactionWith } from "./orders.ts";

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

/** By field key. */
export const FIELD_EXAMPLES: Readonly<Record<string, FieldExamples>> = {
  "order.status": fieldExamples("choice", choices(ORDER_STATUSES[0], ORDER_STATUSES[2], ORDER_STATUSES[5]), (status) => orderWith({ status })),
  "order.financialStatus": fieldExamples("choice", choices("pending", "authorized", "paid"), (paymentWord) => orderWith({ paymentWord })),
  "order.fulfillmentStatus": fieldExamples("choice", choices("fulfilled", "partially_fulfilled", "unfulfilled"), (fulfilmentWord) => orderWith({ fulfilmentWord })),
  "order.name": fieldExamples("text", TEXT, (name) => orderWith({ name })),
  "order.createdDate": fieldExamples("date", DATE, (day) => orderWith({ placedAt: noonInNewYork(day) })),
  "order.total": fieldExamples("money", ORDERED, (total) => orderWith({ totals: { current: usd(total), tax: usd("0"), netPayment: usd("0"), outstanding: usd("0") } })),
  "order.currency": fieldExamples("text", TEXT, (currency) => orderWith({ currency })),
  "order.paymentMethod": fieldExamples("set", SETS, (names) => orderWith({ transactions: names.map((gatewayName) => transactionWith({ gateway: "", gatewayName })) })),
  "order.tags": fieldExamples("set", SETS, (tags) => orderWith({ tags })),
  "order.attribute": { ...fieldExamples("text", TEXT, (value) => orderWith({ attributes: [{ name: "other", value: "zzz" }, { name: "Gift_Note", value }] })), name: "gift_note" },
  "order.discountCodes": fieldExamples("set", SETS, (discountCodes) => orderWith({ discountCodes })),
  "order.sourceName": fieldExamples("text", TEXT, (sourceName) => orderWith({ sourceName })),
  "order.shippingCountry": fieldExamples("text", TEXT, orderShippedTo),
  "order.test": fieldExamples("yes_no", YES_NO, (test) => orderWith({ test })),
  "line.sku": fieldExamples("text", TEXT, (sku) => orderWith({ lines: [lineWith({ sku })] })),
  "line.title": fieldExamples("text", TEXT, (title) => orderWith({ lines: [lineWith({ title })] })),
  "line.vendor": fieldExamples("text", TEXT, (vendor) => orderWith({ lines: [lineWith({ vendor })] })),
  "line.quantity": fieldExamples("number", ORDERED, (quantity) => orderWith({ lines: [lineWith({ quantity: Number(quantity) })] })),
  "line.price": fieldExamples("money", ORDERED, (price) => orderWith({ lines: [lineWith({ unitPrice: usd(price) })] })),
  "line.giftCard": fieldExamples("yes_no", YES_NO, (giftCard) => orderWith({ lines: [lineWith({ giftCard })] })),
};
