/** The lists a person can choose, and their addresses. What an address asks that does not exist is answered with all orders. */
import type { OrderFilter } from "#app/pipeline/ports/shop-desk.ts";
import { STATE_WORDS } from "../words.en.ts";

export const LISTINGS = {
  all: { label: "All", state: null },
  "needs-you": { label: STATE_WORDS.attention.label, state: ["attention", "held"] },
  waiting: { label: "Waiting", state: "waiting" },
  "not-synced": { label: STATE_WORDS.skipped.label, state: "skipped" },
  "up-to-date": { label: STATE_WORDS.posted.label, state: "posted" },
} as const satisfies Record<string, { label: string; state: OrderFilter["state"] }>;

export type ListingName = keyof typeof LISTINGS;
export type Asked = { show: ListingName; search: string; cursor: string | null };

/** Longer than any order's name; more is not a search. */
const SEARCH_LENGTH = 100;

const isListing = (name: string): name is ListingName => Object.hasOwn(LISTINGS, name);

export function readAddress(url: string): Asked {
  const { searchParams } = new URL(url);
  const show = searchParams.get("show") ?? "all";
  return { show: isListing(show) ? show : "all", search: (searchParams.get("search") ?? "").trim().slice(0, SEARCH_LENGTH), cursor: searchParams.get("page") };
}

export function ordersUrl({ show, search, cursor }: Asked): string {
  const parameters = new URLSearchParams();
  if (show !== "all") parameters.set("show", show);
  if (search !== "") parameters.set("search", search);
  if (cursor !== null) parameters.set("page", cursor);
  return parameters.size === 0 ? "/app/orders" : `/app/orders?${parameters.toString()}`;
}
