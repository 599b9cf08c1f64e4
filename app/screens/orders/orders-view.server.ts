/** Turns a page of orders into the list's view model. */
import type { OrderRow, Page } from "#app/pipeline/ports/shop-desk.ts";
import type { ConnectionNotice } from "../connection-notice.server.ts";
import { counted, type Format } from "../format.server.ts";
import { orderNumberOf, orderPath } from "../order-path.server.ts";
import { reasonBeside, shopifyStatus, stateBadge } from "../order-state.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import { type Asked, type ListingName, LISTINGS, ordersUrl } from "./listing.server.ts";
import type { OrdersView } from "./view.ts";
import { EMPTY_WORDS, ORDERS_WORDS } from "./words.ts";

const REFRESH_WHILE_DUE_MS = 2_000;

export type OrdersQuestion = {
  page: Page<OrderRow>;
  asked: Asked;
  /** Orders of the whole shop on their way, listed here or not. */
  due: number;
  notice: ConnectionNotice;
  format: Format;
};

export function ordersView({ page, asked, due, notice, format }: OrdersQuestion): OrdersView {
  const { show, search } = asked;
  const pageUrl = (cursor: string | null): string | null => (cursor === null ? null : ordersUrl({ ...asked, cursor }));
  const names = Object.keys(LISTINGS) as ListingName[];
  return {
    notice,
    tabs: names.map((name) => ({ label: LISTINGS[name].label, url: ordersUrl({ show: name, search, cursor: null }), current: name === show })),
    show,
    search,
    clearUrl: ordersUrl({ show, search: "", cursor: null }),
    underWay: due === 0 || notice !== null ? null : ORDERS_WORDS.waiting(counted(format, due, "order")),
    orders: page.rows.map((row) => item(row, notice, format)),
    empty: page.rows.length > 0 ? null : emptyWords(asked, notice, due),
    newerUrl: pageUrl(page.previous),
    olderUrl: pageUrl(page.next),
    refreshMs: due > 0 && notice === null ? REFRESH_WHILE_DUE_MS : null,
  };
}

function item(row: OrderRow, notice: ConnectionNotice, format: Format): OrdersView["orders"][number] {
  const state = stateBadge(row.state, notice);
  const status = shopifyStatus(row.status);
  return {
    url: orderPath(row.orderId),
    name: status === null ? ORDERS_WORDS.unreadName(orderNumberOf(row.orderId)) : row.name,
    placed: format.time(row.placedAt),
    status: status ?? ORDERS_WORDS.unread,
    total: status === null ? "–" : format.money(row.total),
    state,
    reason: reasonBeside(row, state),
    checking: row.due && notice === null,
    documents: row.documents.map(({ kind, number }) => [kindWord(kind), number].filter((each) => each !== null).join(" ")),
  };
}

const kindWord = (kind: string): string => (kind in DOCUMENT_WORDS ? DOCUMENT_WORDS[kind as keyof typeof DOCUMENT_WORDS].one : kind);

function emptyWords({ show, search }: Asked, notice: ConnectionNotice, due: number): OrdersView["empty"] {
  if (search !== "") return EMPTY_WORDS.search;
  if (show === "waiting" && due > 0) return EMPTY_WORDS.underWay;
  return show === "all" && notice === "not_connected" ? EMPTY_WORDS.notConnected : EMPTY_WORDS[show];
}
