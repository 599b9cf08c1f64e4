/** The global that Shopify gives to this extension; the Shopify CLI writes the same file. */
import "@shopify/ui-extensions";

declare module "./src/index.tsx" {
  const shopify: import("@shopify/ui-extensions/admin.order-details.action.render").Api;
}
