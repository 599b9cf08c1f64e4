/** Gathers the result of a story: orders as the app recorded them, documents and trial balance as the simulated company holds them. */
import { z } from "zod";
import type { InboxRow, IssueRow, OrderRow } from "#sandbox/launch/app-records.ts";
import type { Stage } from "../set-stage.ts";
import { documentsByOrder } from "./order-documents.ts";
import { readProof } from "./proof.ts";
import { isLive, type LoggedRequest, type ResultDocument, type ResultIssue, type ResultOrder, type TrialBalanceRow, type WebhookCounts } from "./result.ts";

export type Collected = { orders: ResultOrder[]; requests: LoggedRequest[]; trialBalance: TrialBalanceRow[]; webhooks: WebhookCounts };

const issueSchema = z.object({ sentence: z.string(), remedy: z.string() });
const stateSchema = z.enum(["posted", "waiting", "skipped", "held", "attention", "undone"]);

/** Every order of the shop is listed; one the app has never recorded is `waiting`, and says so. Deleted ones, as far as the app knows them, come first. */
export async function collect({ world, tenant }: Stage): Promise<Collected> {
  const { records, shopify, quickbooks } = world;
  const [orders, postings, issues, inbox] = await Promise.all([
    records.orders(tenant.shop), records.postings(tenant.shop), records.openIssues(tenant.shop), records.inbox(tenant.shop),
  ]);
  const documents = documentsByOrder(tenant, postings, quickbooks);
  const recorded = (gid: string): ResultOrder | undefined => {
    const row = orders.find((each) => each.gid === gid);
    return row && orderOf(row, documents.get(gid) ?? [], issues);
  };
  return {
    orders: [
      ...shopify.deletedOrders(tenant.shop).flatMap(({ gid }) => recorded(gid) ?? []),
      ...shopify.orders(tenant.shop).map(({ gid, name }) => recorded(gid) ?? unheardOf(name)),
    ],
    requests: quickbooks.requests(tenant.realmId),
    trialBalance: quickbooks.trialBalance(tenant.realmId),
    webhooks: webhookCounts(inbox),
  };
}

/** The reason by which a lost order is known; such a story fails. */
export const UNHEARD_OF = "the app has not recorded this order";

const unheardOf = (name: string): ResultOrder => ({ name, status: "unknown", state: "waiting", reason: UNHEARD_OF, documents: [], issues: [], proof: null });

function orderOf(row: OrderRow, documents: ResultDocument[], issues: readonly IssueRow[]): ResultOrder {
  const hasInvoice = documents.some((document) => document.kind === "invoice" && isLive(document));
  return {
    name: row.name,
    status: row.status,
    state: stateSchema.parse(row.state),
    ...(row.reason === null ? {} : { reason: row.reason }),
    documents,
    issues: issues.filter((issue) => issue.gid === row.gid).map(issueOf),
    proof: readProof(row.proof, hasInvoice),
  };
}

const issueOf = ({ code, data }: IssueRow): ResultIssue => ({ code, ...issueSchema.parse(data) });

/** An event delivered n times was received n times and counts n − 1 duplicates. */
function webhookCounts(rows: readonly InboxRow[]): WebhookCounts {
  const settledAs = (disposition: string): number => rows.find((row) => row.disposition === disposition)?.events ?? 0;
  const received = rows.reduce((total, row) => total + row.deliveries, 0);
  const events = rows.reduce((total, row) => total + row.events, 0);
  return { received, applied: settledAs("applied"), duplicate: received - events, superseded: settledAs("superseded"), parked: settledAs("parked") };
}
