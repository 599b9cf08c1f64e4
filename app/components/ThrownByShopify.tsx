/** Shopify's library answers some requests by throwing a page of its own (to get a session token, to leave the iframe); Remix hands it to the error boundary. */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage } from "./ErrorPage.tsx";

export function ThrownByShopify() {
  const error = useRouteError();
  const page: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  // The library's own HTML, made of constants and escaped values (authenticate/admin/helpers/render-app-bridge.mjs); as its `boundary.error` does.
  return typeof page === "string" && page.includes("<script") ? <div dangerouslySetInnerHTML={{ __html: page }} /> : <ErrorPage />;
}
