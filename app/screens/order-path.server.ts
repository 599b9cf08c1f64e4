/** The address of an order's page in the app, and back: Shopify's number of the order, without the long form of its id. */

const ORDER_GID = /^gid:\/\/shopify\/Order\/(\d{1,20})$/;

export const orderNumberOf = (orderId: string): string => ORDER_GID.exec(orderId)?.[1] ?? orderId;

export const orderPath = (orderId: string): string => `/app/orders/${encodeURIComponent(orderNumberOf(orderId))}`;

/** Null for what is no order's number. */
export const orderIdOf = (number: string | undefined): string | null => (number !== undefined && /^\d{1,20}$/.test(number) ? `gid://shopify/Order/${number}` : null);
