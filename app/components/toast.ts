/** A short confirmation in the admin's own frame. Never for errors: those stand on the page until they are gone. */
import type {} from "@shopify/app-bridge-react";

export function showToast(message: string): void {
  // Missing when the page is opened outside of the admin.
  if ("shopify" in globalThis) globalThis.shopify.toast.show(message);
}
