/** The body of orders/edited: what changed, not the order (design page 06, Webhooks). */
import { inZone } from "../orders/instants.ts";
import type { EditRecord, OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";

const NOTHING = { additions: [], removals: [] };

export function editPayload({ id, at, note, additions, removals }: EditRecord, order: OrderRecord, shop: ShopState): Record<string, unknown> {
  const time = inZone(at, shop.timeZone);
  return {
    order_edit: {
      id: Number(id),
      app_id: null,
      created_at: time,
      committed_at: time,
      notify_customer: false,
      order_id: Number(order.id),
      staff_note: note,
      user_id: null,
      line_items: { additions: additions.map(delta), removals: removals.map(delta) },
      discounts: { line_item: NOTHING },
      shipping_lines: NOTHING,
    },
  };
}

function delta(change: EditRecord["additions"][number]): Record<string, unknown> {
  return { id: Number(change.lineId), delta: change.delta };
}
