import type { LoaderFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";

/** The library's own pages: getting a session token, leaving the iframe. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await services().authenticate.admin(request);
  return null;
}
