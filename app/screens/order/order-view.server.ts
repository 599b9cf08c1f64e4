/** Turns what is recorded of one order into its page's view model. */
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { ConnectionNotice } from "../connection-notice.server.ts";
import type { Format } from "../format.server.ts";
import { issueView } from "../issue-view.server.ts";
import { orderNumberOf } from "../order-path.server.ts";
import { reasonBeside, shopifyStatus, stateBadge } from "../order-state.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import { chainView } from "./chain-view.server.ts";
import { type Kinds, type NextEvent, nextEvents } from "./next-events.server.ts";
import { proofView } from "./proof-view.server.ts";
import { readDecision, readPlannedKinds, readProof } from "./recorded.server.ts";
import { removalView } from "./removal-view.server.ts";
import { timelineView } from "./timeline-view.server.ts";
import type { FoundOrderView, LinkChoice } from "./view.ts";
import { whyFields } from "./why-fields.server.ts";
import { whyView } from "./why-view.server.ts";
import { FOUND_WORDS, ORDER_WORDS, PRESS_WORDS } from "./words.ts";

const REFRESH_WHILE_DUE_MS = 1_500;
/** What waits for a retry moves by itself, but not at once. */
const REFRESH_WHILE_WAITING_MS = 15_000;

export type OrderQuestion = { order: OrderFacts; rules: readonly Rule[]; settings: Settings; notice: ConnectionNotice; format: Format };

export function orderView({ order, rules, settings, notice, format }: OrderQuestion): FoundOrderView {
  const decision = readDecision(order.decision);
  const planned = readPlannedKinds(order.plan);
  const inBooks = { planned, present: new Set(order.documentRows.filter(({ state }) => state === "posted").map(({ kind }) => kind)) };
  const shown = { planned, present: new Set(order.documentRows.map(({ kind }) => kind)) };
  const coming = (kinds: Kinds): NextEvent[] => (order.state === "undone" ? [] : nextEvents(decision, kinds, rules, order.state === "attention"));
  const state = stateBadge(order.state, notice);
  const status = shopifyStatus(order.status);
  return {
    found: true,
    name: status === null ? `Order ${orderNumberOf(order.orderId)}` : order.name,
    subtitle: status === null ? "" : [ORDER_WORDS.placed(format.time(order.placedAt)), status, format.money(order.total)].join(" · "),
    looked: order.due && notice !== null ? ORDER_WORDS.waitsForConnection : order.lastSyncedAt === null ? ORDER_WORDS.neverLooked : ORDER_WORDS.looked(format.time(order.lastSyncedAt)),
    notice,
    state,
    headline: [state.label, ...(order.state === "posted" ? [comes(coming(inBooks))] : [])].filter((part) => part !== "").join(" · "),
    // The issue says the same, with what to do.
    reason: order.issues.length > 0 ? null : reasonBeside(order, state),
    checking: order.due && notice === null,
    press: PRESS_WORDS[pressOf(order)],
    issues: order.issues.map((issue) => ({ ...issueView(issue, format), waiting: null, link: linkChoice(issue) })),
    removal: removalView(order, format),
    mayBeLeftOut: order.state === "attention" || (order.state === "held" && inBooks.present.size === 0),
    chain: chainView(order.documentRows, coming(shown), format),
    proof: proofView(readProof(order.proof), order.total.currency, format, order.state === "waiting"),
    why: { ...whyView(decision, inBooks, rules), fields: whyFields(order, settings, format, decision) },
    timeline: timelineView(order, format),
    adminUrl: order.adminUrl,
    refreshMs: refreshMs(order, notice),
  };
}

/** What a resync of the order means: of one that a rule holds it is the OK that it waits for. */
export const pressOf = ({ state }: Pick<OrderFacts, "state">): keyof typeof PRESS_WORDS => (state === "held" ? "approve" : "resync");

function linkChoice({ found }: OrderFacts["issues"][number]): LinkChoice | null {
  return found && { label: found.differs ? FOUND_WORDS.linkAsItIs : FOUND_WORDS.link, found };
}

/** `invoice when it ships, payment when it is paid`. */
const comes = (events: readonly NextEvent[]): string => events.map(({ kind, when }) => `${DOCUMENT_WORDS[kind].one.toLowerCase()} ${when}`).join(", ");

function refreshMs({ due, state }: OrderFacts, notice: ConnectionNotice): number | null {
  if (notice !== null) return null;
  if (due) return REFRESH_WHILE_DUE_MS;
  return state === "waiting" ? REFRESH_WHILE_WAITING_MS : null;
}
