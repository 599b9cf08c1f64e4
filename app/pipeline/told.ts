/** What people are told of a fault that stopped an order. It decides nothing: when the order is tried again is retry.ts. */
import { rejectedByQuickBooks } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { Fault } from "./ports/fault.ts";
import type { Stopped } from "./ports/repositories.ts";

export const stopped = (order: Pick<Order, "name">, fault: Fault): Stopped => ({ ...stateAfter(order, fault), issues: issuesOf(order, fault) });

export function stateAfter(order: Pick<Order, "name">, fault: Fault): Pick<Stopped, "state" | "reason"> {
  switch (fault.kind) {
    case "transient":
      return { state: "waiting", reason: "Waiting for QuickBooks." };
    case "throttled":
      return { state: "waiting", reason: "Waiting for QuickBooks: catching up." };
    case "unknown":
      return { state: "waiting", reason: "Waiting for QuickBooks: checking whether the last document arrived." };
    case "conflict":
      return { state: "waiting", reason: "Waiting for QuickBooks: the document changed meanwhile." };
    case "needs_auth":
      return { state: "waiting", reason: "Paused: reconnect QuickBooks." };
    case "needs_input":
    case "duplicate":
    case "rejected":
    case "defect":
      return { state: "attention", reason: issuesOf(order, fault)[0]?.sentence ?? "Stopped to protect your books." };
  }
}

export function issuesOf(order: Pick<Order, "name">, fault: Fault): Issue[] {
  switch (fault.kind) {
    case "needs_input":
      return [fault.issue];
    case "rejected":
      return [rejectedByQuickBooks(`order ${order.name}`, `${fault.message} (code ${fault.code}${fault.transactionId ? `, transaction ${fault.transactionId}` : ""})`)];
    case "duplicate":
    case "defect":
      return [rejectedByQuickBooks(`order ${order.name}`, fault.detail)];
    case "transient":
    case "throttled":
    case "unknown":
    case "conflict":
    case "needs_auth":
      return [];
  }
}
