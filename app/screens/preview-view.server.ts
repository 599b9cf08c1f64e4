/** Turns previewed orders into what the preview component shows. */
import { z } from "zod";
import { isSalesForm, type PlannedDocument } from "#app/domain/documents/document.ts";
import { add, isZero, type Money, zero } from "#app/domain/money/money.ts";
import type { AccountEffect } from "#app/pipeline/ports/preview.ts";
import type { PreviewedWrite } from "#app/pipeline/ports/preview.ts";
import type { RunPreview } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "./format.server.ts";
import { orderNumberOf, orderPath } from "./order-path.server.ts";
import { reasonBeside, shopifyStatus } from "./order-state.server.ts";
import type { AccountChange, OrderPreviewView, PreviewedDocument, StatusView } from "./shared-views.ts";
import { DOCUMENT_WORDS, PREVIEW_WORDS as WORDS, STATE_WORDS } from "./words.en.ts";

type Previewed = RunPreview["orders"][number];

export function orderPreviewView(order: Previewed, format: Format): OrderPreviewView {
  const { orderId, read, reason, issues, writes, effect } = order;
  const state = badgeOf(order);
  const status = read === null ? null : shopifyStatus(read.status);
  return {
    key: orderId,
    name: read?.name ?? `Order ${orderNumberOf(orderId)}`,
    url: orderPath(orderId),
    facts: read === null ? WORDS.unread : [format.time(read.placedAt), ...(status === null ? [] : [status]), format.money(read.total)].join(" · "),
    state,
    // The issue says the same, with what to do.
    reason: issues.length > 0 ? null : isState(order.state) ? reasonBeside({ reason, state: order.state }, state) : reason,
    documents: writes.map((write) => documentView(write, format)),
    nothing: writes.length === 0 ? WORDS.nothingSentence : null,
    effect: changesOf(effect, format),
    issues: issues.map(({ sentence, remedy }) => ({ sentence, remedy })),
    leftOut: order.state === "skipped" && !isRulesChoice(order.decision),
  };
}

const skippedSchema = z.object({ treatment: z.object({ because: z.object({ by: z.string() }) }) });

/** A run passes over statuses, start date and the like; what a rule leaves out stays out (decision 021), so offering it would promise what does not happen. */
const isRulesChoice = (decision: unknown): boolean => skippedSchema.safeParse(decision).data?.treatment.because.by === "rule";

/** The change of each account over all orders shown; accounts that come out even are left out. */
export function effectOfAll(orders: readonly Pick<Previewed, "effect">[], format: Format): AccountChange[] {
  const sums = new Map<string, AccountEffect>();
  for (const { account, amount } of orders.flatMap(({ effect }) => effect)) {
    const key = `${amount.currency} ${account}`;
    sums.set(key, { account, amount: add(sums.get(key)?.amount ?? zero(amount.currency), amount) });
  }
  return changesOf([...sums.values()].filter(({ amount }) => !isZero(amount)), format);
}

const changesOf = (effect: readonly AccountEffect[], format: Format): AccountChange[] => effect.map(({ account, amount }) => ({ account, change: signed(amount, format) }));

const signed = (amount: Money, format: Format): string => `${amount.minor > 0n ? "+" : ""}${format.money(amount)}`;

function badgeOf({ state, writes }: Previewed): StatusView {
  if (state === "posted") return writes.length === 0 ? WORDS.nothing : WORDS.willSync;
  return isState(state) ? STATE_WORDS[state] : { label: state, tone: "new" };
}

const isState = (state: string): state is keyof typeof STATE_WORDS => Object.hasOwn(STATE_WORDS, state);

function documentView({ op, document }: PreviewedWrite, format: Format): PreviewedDocument {
  const { kind, number, date, total, legs } = document;
  const numbered = kind === "payment" ? format.money(total) : (number ?? `(${WORDS.numberless})`);
  return {
    title: `${WORDS.ops[op]} ${DOCUMENT_WORDS[kind].one.toLowerCase()} ${numbered}`,
    facts: [format.day(date.toString()), format.money(total), ...detailsOf(document)].join(" · "),
    lines: linesOf(document, format),
    legs: legs.map(({ account, side, amount }) => ({ account: account.name, debit: side === "debit" ? format.money(amount) : "", credit: side === "credit" ? format.money(amount) : "" })),
  };
}

const detailsOf = (document: PlannedDocument): string[] => (document.kind === "purchase_order" ? [document.vendor.name] : "deposit" in document ? [document.gatewayName, document.deposit?.name ?? ""].filter((word) => word !== "") : []);

function linesOf(document: PlannedDocument, format: Format): PreviewedDocument["lines"] {
  // What is bought stands on no account before its bill.
  if (document.kind === "purchase_order") return document.lines.map(({ description, quantity, amount }) => ({ description, quantity: format.count(quantity), account: "", amount: format.money(amount) }));
  if (!isSalesForm(document)) return [];
  const lines = document.lines.map(({ description, quantity, account, amount }) => ({ description, quantity: quantity === null ? "" : format.count(quantity), account: account.name, amount: format.money(amount) }));
  return isZero(document.tax) ? lines : [...lines, { description: WORDS.lines.tax, quantity: "", account: "", amount: format.money(document.tax) }];
}
