/** Turns what is recorded of a shop into the home page's view model. */
import { isNegative } from "#app/domain/money/money.ts";
import type { HomeFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { ConnectionNotice } from "../connection-notice.server.ts";
import { counted, type Format } from "../format.server.ts";
import { issueView } from "../issue-view.server.ts";
import { headlineOf } from "./headline.server.ts";
import type { HomeView } from "./view.ts";
import { HOME_WORDS } from "./words.ts";

/** Issues shown here; the list of orders has the rest. */
const ISSUES_SHOWN = 5;

const NEEDS_YOU = "/app/orders?show=needs-you";

/** Often enough that a person who watches sees an order arrive, seldom enough to cost nothing. */
const REFRESH_WHILE_DUE_MS = 2_000;

export type HomeQuestion = { facts: HomeFacts; notice: ConnectionNotice; setUp: boolean; format: Format };

export function homeView({ facts, notice, setUp, format }: HomeQuestion): HomeView {
  return {
    headline: headlineOf(facts, notice, format),
    notice,
    setUp,
    figures: figures(facts, notice, format),
    chart: chart(facts.postedLast30Days, format),
    issues: facts.issues.slice(0, ISSUES_SHOWN).map((issue) => issueView(issue, format)),
    needsYouUrl: facts.counts.attention + facts.counts.held > 0 ? NEEDS_YOU : null,
    agreement: agreement(facts.proof, format),
    clearing: clearing(facts.clearing, format),
    refreshMs: notice === null && facts.due > 0 ? REFRESH_WHILE_DUE_MS : null,
  };
}

function figures({ counts, due }: HomeFacts, notice: ConnectionNotice, format: Format): HomeView["figures"] {
  const stopped = counts.attention + counts.held;
  // While nothing is read from Shopify, what is due has no row of its own yet.
  const waiting = notice === null ? counts.waiting : Math.max(counts.waiting, due);
  const figure = (label: string, count: number, show: string, urgent = false) => ({ label, value: format.count(count), url: `/app/orders?show=${show}`, urgent });
  return [
    figure(HOME_WORDS.upToDate, counts.posted, "up-to-date"),
    figure(HOME_WORDS.waiting, waiting, "waiting"),
    figure(HOME_WORDS.needsYou, stopped, "needs-you", stopped > 0),
    figure(HOME_WORDS.notSynced, counts.skipped, "not-synced"),
  ];
}

function chart(days: HomeFacts["postedLast30Days"], format: Format): HomeView["chart"] {
  const most = days.reduce((best, each) => (each.documents > best.documents ? each : best), { day: "", documents: 0 });
  if (most.documents === 0) return null;
  const documents = (count: number): string => counted(format, count, "document");
  const all = days.reduce((sum, each) => sum + each.documents, 0);
  return {
    summary: `${documents(all)} in the last ${days.length} days; most on ${format.shortDay(most.day)}: ${format.count(most.documents)}.`,
    top: format.count(most.documents),
    bars: days.map((each) => ({ title: `${format.shortDay(each.day)}: ${documents(each.documents)}`, share: each.documents / most.documents })),
    axis: { start: format.shortDay(days[0]?.day ?? most.day), end: format.shortDay(days.at(-1)?.day ?? most.day) },
  };
}

function clearing(held: HomeFacts["clearing"], format: Format): HomeView["clearing"] {
  if (held === null) return null;
  const sentence = isNegative(held.balance) ? HOME_WORDS.clearingOverdrawn : HOME_WORDS.clearingMeans;
  return { account: held.account, amount: format.money(held.balance), sentence, readAt: HOME_WORDS.clearingRead(format.time(held.readAt)) };
}

function agreement({ matching, matchingExcept, differing }: HomeFacts["proof"], format: Format): HomeView["agreement"] {
  const all = matching + matchingExcept + differing;
  if (all === 0) return null;
  const part = (kind: "matches" | "except" | "differs", label: string, count: number) => ({ kind, label, value: format.count(count), share: count / all });
  return [part("matches", HOME_WORDS.matches, matching), part("except", HOME_WORDS.except, matchingExcept), part("differs", HOME_WORDS.differs, differing)];
}
