/** What an admin extension on Shopify's own order pages is told: words ready to show. The extensions read it by a schema of their own, because Shopify may still serve an older version of them. */
import type { StatusView } from "#app/components/StatusBadge.tsx";
import type { PressView } from "./view.ts";

export type ExtensionDocument = { title: string; total: string; balance: string | null; status: StatusView; link: { label: string; url: string } | null };

/** What a resync would do, before it is asked for; `steps` is empty when nothing would change. */
export type OrderPlan = { orderId: string; steps: string[] };

export type ExtensionOrder = {
  orderId: string;
  name: string;
  state: StatusView;
  /** Where it stands, with what comes next. */
  headline: string;
  reason: string | null;
  /** Its button. */
  press: PressView;
  /** True while the order waits to be processed and QuickBooks can be asked. */
  checking: boolean;
  documents: ExtensionDocument[];
  /** Documents that are not there yet: `Invoice when it ships`. */
  coming: string[];
  issues: { sentence: string; remedy: string }[];
  /** What happened to its documents, newest first. */
  happened: { at: string; sentence: string }[];
  /** Null as long as it cannot be told beforehand. */
  plan: OrderPlan | null;
  /** The order's page, within the app. */
  path: string;
};

/** `notice`: why nothing reaches QuickBooks, with the page within the app that changes it. `unknown`: asked about, but not among this shop's orders in the app. */
export type ExtensionAnswer = {
  notice: { title: string; sentence: string; path: string } | null;
  orders: ExtensionOrder[];
  unknown: { orderId: string; sentence: string }[];
};
