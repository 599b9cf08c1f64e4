/** What the list of orders is told: words ready to show, and addresses. */
import type { OrderItem } from "./OrderTable.tsx";
import type { FilterTab } from "#app/components/FilterTabs.tsx";

export type OrdersView = {
  notice: "paused" | "not_connected" | null;
  tabs: FilterTab[];
  /** The chosen list, as the address has it. */
  show: string;
  search: string;
  clearUrl: string;
  /** Orders on their way, in words; null when there are none. */
  underWay: string | null;
  orders: OrderItem[];
  /** Set when there is nothing to list. */
  empty: { title: string; sentence: string } | null;
  newerUrl: string | null;
  olderUrl: string | null;
  /** How often to look again by itself; null: not at all. */
  refreshMs: number | null;
};
