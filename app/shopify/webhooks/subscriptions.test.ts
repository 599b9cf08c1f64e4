/** Subscriptions made by shopify.app.toml cannot be asked for through the API (decision 008): what can be checked is that the file names what the door takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { API_VERSION } from "../api-version.ts";
import { orderOf } from "./order-of.ts";

const toml = readFileSync(new URL("../../../shopify.app.toml", import.meta.url), "utf8").replace(/^\s*#.*$/gm, "");
const [, ...subscriptions] = toml.split("[[webhooks.subscriptions]]");

const listed = (key: string, section: string): string[] => [...(new RegExp(`^\\s*${key} = \\[([^\\]]*)\\]`, "m").exec(section)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, text]) => text ?? "");

/** Everything that can change what an order's documents should be, and the order that its payload is about. */
const ORDER_TOPICS: Record<string, object> = {
  "orders/create": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/updated": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/paid": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/partially_fulfilled": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/fulfilled": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/cancelled": { admin_graphql_api_id: "gid://shopify/Order/1" },
  "orders/edited": { order_edit: { order_id: 1 } },
  "orders/delete": { id: 1 },
  "refunds/create": { order_id: 1 },
  "order_transactions/create": { order_id: 1 },
  "disputes/create": { order_id: 1 },
  "disputes/update": { order_id: 1 },
};

test("shopify.app.toml subscribes to every topic that changes an order, to the uninstall and to the compliance topics, once each", () => {
  expect(subscriptions.flatMap((section) => listed("topics", section)).sort()).toEqual([...Object.keys(ORDER_TOPICS), "app/uninstalled"].sort());
  expect(subscriptions.flatMap((section) => listed("compliance_topics", section)).sort()).toEqual(["customers/data_request", "customers/redact", "shop/redact"]);
  for (const section of subscriptions) expect(section).toContain('uri = "/webhooks"');
});

test("every order topic's payload, cut to the fields that are subscribed to, still names its order", () => {
  for (const section of subscriptions) {
    const fields = listed("include_fields", section);
    for (const topic of listed("topics", section)) {
      const payload = ORDER_TOPICS[topic];
      if (payload === undefined) continue;
      const sent = Object.fromEntries(Object.entries(payload).filter(([field]) => fields.length === 0 || fields.includes(field)));
      expect([topic, orderOf(topic, sent)]).toEqual([topic, "gid://shopify/Order/1"]);
    }
  }
});

test("webhooks come in the version of the API that is called", () => {
  expect(toml).toContain(`api_version = "${API_VERSION}"`);
});
