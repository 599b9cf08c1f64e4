/** Shopify's library answers some requests by throwing a page of its own (to get a session token, to leave the iframe); Remix hands it to the error boundary. */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage } from "./ErrorPage.tsx";

export function ThrownByShopify() {
  const page = shopifysPage(useRouteError());
  // The library's own HTML, made of constants and escaped values (authenticate/admin/helpers/render-app-bridge.mjs); as its `boundary.error` does.
  return page === null ? <ErrorPage /> : <div dangerouslySetInnerHTML={{ __html: page }} />;
}

/** Null for every other error: those have a status of their own, or are no page. */
export function shopifysPage(error: unknown): string | null {
  if (!isRouteErrorResponse(error) || error.status >= 400) return null;
  const page: unknown = error.data;
  return typeof page === "string" && page.includes("<script") ? page : null;
}
