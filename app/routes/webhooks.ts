import type { ActionFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const outcome = await services().receiveWebhook(request);
  return new Response("reason" in outcome ? outcome.reason : null, { status: outcome.status });
}

export const loader = (): Response => new Response(null, { status: 405, headers: { Allow: "POST" } });
