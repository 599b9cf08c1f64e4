/** What the admin extensions on Shopify's order pages read and ask. */
export { readForExtension as loader, resyncForExtension as action } from "#app/screens/order/extension.server.ts";
