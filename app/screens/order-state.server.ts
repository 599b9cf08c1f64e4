/** Where an order stands, as a badge and the words beside it. */
import type { OrderState } from "#app/pipeline/ports/repositories.ts";
import type { OrderRow } from "#app/pipeline/ports/shop-desk.ts";
import type { ConnectionNotice } from "./connection-notice.server.ts";
import type { StatusView } from "./shared-views.ts";
import { ORDER_STATUS_WORDS, PAUSED, STATE_WORDS } from "./words.en.ts";

/** A parked connection is why an order waits, whatever it waited for before. */
export const stateBadge = (state: OrderState, notice: ConnectionNotice): StatusView => (notice === "paused" && state === "waiting" ? PAUSED : STATE_WORDS[state]);

/** The reason without what the badge says already: `Not synced: it is a test order.` → `it is a test order.`. Null when nothing is left. */
export function reasonBeside({ reason, state }: Pick<OrderRow, "reason" | "state">, badge: StatusView): string | null {
  if (reason === null || state === "posted") return null;
  const said = [badge.label, STATE_WORDS[state].label, PAUSED.label].find((label) => reason.startsWith(label));
  const rest = said === undefined ? reason : reason.slice(said.length).replace(/^[:.]?\s*/, "");
  return rest === "" ? null : rest[0]?.toUpperCase() + rest.slice(1);
}

/** Null for an order that was never read. */
export const shopifyStatus = (status: string): string | null => (isKnown(status) ? ORDER_STATUS_WORDS[status] : null);

const isKnown = (status: string): status is keyof typeof ORDER_STATUS_WORDS => status in ORDER_STATUS_WORDS;
