/** What an order's page is told: words ready to show, and addresses. */
import type { ChainBox, ChainColumn } from "#app/components/DocumentChain.tsx";
import type { IssueView } from "#app/components/IssueList.tsx";
import type { OrderPreviewView } from "#app/components/OrderPreview.tsx";
import type { ProofView } from "#app/components/ProofTable.tsx";
import type { StatusView } from "#app/components/StatusBadge.tsx";
import type { TimelineItem } from "#app/components/Timeline.tsx";

/** `because`: the setting, or the order's own value, that decided. */
export type DocumentFields = { document: string; fields: { label: string; value: string; because: string }[] };

/** Exactly one of the two is set. */
export type PreviewedOrderAnswer = { preview: OrderPreviewView | null; problem: string | null };

export type WhyView = {
  /** Said of the order as a whole. */
  sentence: string | null;
  documents: { document: string; reason: string }[];
  /** Of each planned document, what decided its fields. */
  fields: DocumentFields[];
  rules: { title: string; applied: boolean; outcome: string }[];
};

/** The document that an issue is about, as the form sends it back; `label`: on its button. */
export type LinkChoice = { label: string; found: { kind: string; part: string; ledgerId: string; differs: boolean } };

export type OrderIssueView = IssueView & { link: LinkChoice | null };

/** What a removal would take away, shown before it is asked for. */
export type RemovalView = { documents: string[]; accounts: { account: string; change: string }[] };

/** The page's button, for an order as it stands. */
export type PressView = { label: string; help: string };

export type FoundOrderView = {
  found: true;
  name: string;
  subtitle: string;
  looked: string;
  notice: "paused" | "not_connected" | null;
  state: StatusView;
  /** Where it stands, with what comes next. */
  headline: string;
  reason: string | null;
  checking: boolean;
  press: PressView;
  issues: OrderIssueView[];
  /** Null when nothing of the order is in QuickBooks. */
  removal: RemovalView | null;
  /** True while the order waits for a person: it may be left out instead. */
  mayBeLeftOut: boolean;
  chain: ChainColumn[];
  proof: ProofView | null;
  why: WhyView;
  timeline: TimelineItem[];
  adminUrl: string;
  /** How often to look again by itself; null: not at all. */
  refreshMs: number | null;
};

/** `expected`: it is about to be read, so the page looks again by itself. `mayCome`: Shopify may not have told of it yet, so the page does so for a while. */
export type OrderView = FoundOrderView | { found: false; expected: boolean; mayCome: boolean };

export type { ChainBox, ChainColumn, ProofView, TimelineItem };
