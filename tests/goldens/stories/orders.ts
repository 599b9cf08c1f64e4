/** The orders that stories begin with, and steps that several of them have. */
import type { LifeStep } from "../../lives/life.ts";

export const taxed = (price: string, title = "CT sales tax", rate = 0.08) => ({ taxable: true, tax_lines: [{ title, rate, price }] });
const ADA = { first_name: "Ada", last_name: "Lovelace", email: "ada@example.com" };

export const created = (order: Record<string, unknown>): LifeStep => ({ do: "create", order: { name: "#1001", financial_status: "paid", gateway: "shopify_payments", customer: ADA, ...order } });

export const BLANKETS = { sku: "BLANKET", title: "Wool blanket", quantity: 2, price: "25.00", ...taxed("4.00") };
export const LAMP = { sku: "LAMP", title: "Desk lamp", quantity: 1, price: "30.00", ...taxed("2.40") };

/** 50.00 + 4.00 tax, 30.00 + 2.40 tax, shipping 6.00: 92.40. */
export const TWO_LINES = created({ shipping: "6.00", line_items: [BLANKETS, LAMP] });
export const unpaid = (step: LifeStep): LifeStep => (step.do === "create" ? { do: "create", order: { ...step.order, financial_status: "pending" } } : step);
export const WEEK: LifeStep = { do: "wait", for: { hours: 24 * 7 } };
export const SHIP: LifeStep = { do: "fulfil" };
