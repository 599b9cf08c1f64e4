/** Orders in rows; on a narrow screen each row becomes a card. Explicit roles, because a cell that is laid out otherwise stops being one to a screen reader. */
import { StatusBadge, type StatusView } from "#app/components/StatusBadge.tsx";
import { Link } from "@remix-run/react";
import styles from "./OrderTable.module.css";
import { ORDERS_WORDS } from "./words.ts";

export type OrderItem = {
  url: string;
  name: string;
  placed: string;
  status: string;
  total: string;
  state: StatusView;
  reason: string | null;
  /** It is being looked at now. */
  checking: boolean;
  documents: string[];
};

const { columns, noDocuments, checking } = ORDERS_WORDS;
const HEADINGS = [columns.order, columns.placed, columns.status, columns.state, columns.documents, columns.total];

export function OrderTable({ orders, label }: { orders: readonly OrderItem[]; label: string }) {
  return (
    <table role="table" className={styles["table"]} aria-label={label}>
      <thead role="rowgroup" className={styles["head"]}>
        <tr role="row">
          {HEADINGS.map((heading) => <th key={heading} role="columnheader" scope="col">{heading}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {orders.map((order) => <OrderLine key={order.url} order={order} />)}
      </tbody>
    </table>
  );
}

function OrderLine({ order }: { order: OrderItem }) {
  return (
    <tr role="row" className={styles["row"]}>
      <td role="cell" className={styles["name"]}><Link to={order.url} className={styles["link"]}>{order.name}</Link></td>
      <td role="cell" className={styles["placed"]}>{order.placed}</td>
      <td role="cell" className={styles["status"]}>{order.status}</td>
      <td role="cell" className={styles["state"]}>
        <StatusBadge status={order.state} />
        {order.checking ? <span className={styles["note"]}> {checking}</span> : null}
        {order.reason === null ? null : <span className={styles["reason"]}>{order.reason}</span>}
      </td>
      <td role="cell" className={styles["documents"]}>
        {order.documents.length === 0 ? <span className={styles["note"]}>{noDocuments}</span> : order.documents.map((document) => <span key={document} className={styles["chip"]}>{document}</span>)}
      </td>
      <td role="cell" className={styles["total"]}>{order.total}</td>
    </tr>
  );
}
