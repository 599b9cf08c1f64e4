/** What a person sees when a page could not be shown: a sentence and a way on, never a stack. */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";

export function ErrorPage() {
  const error = useRouteError();
  const notFound = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main>
      <h1>{notFound ? "There is no such page" : "This page could not be shown"}</h1>
      <p>{notFound ? "Open Tieout from the Apps list of your Shopify admin." : "Nothing was changed in your books. Reload the page; if it happens again, write to support with the time it happened."}</p>
    </main>
  );
}
