/** Of routes with a form: where saving it gets no proper answer, the page keeps what was typed and says so, in place of giving way to the error page. */
import type { ClientActionFunctionArgs, ShouldRevalidateFunction } from "@remix-run/react";
import { shopifysPage } from "./ThrownByShopify.tsx";

/** Nobody knows whether it was saved: the request, or only its answer, was lost. */
export type Unanswered = { kind: "unanswered" };

const UNANSWERED: Unanswered = { kind: "unanswered" };

export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (error) {
    // Redirects, and the pages of Shopify's library, lead on by themselves.
    if (error instanceof Response || shopifysPage(error) !== null) throw error;
    return UNANSWERED;
  }
}

/** What could not be sent can hardly be read anew, and a page that cannot be read gives way to the error page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) => defaultShouldRevalidate && actionResult !== UNANSWERED;
