/** The door of the admin extensions: how some orders of the asking shop stand, and looking at them again. Never tells of another shop's order, nor that there is one. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { EXTENSION_ORDERS, EXTENSION_PLANS } from "#app/config/limits.ts";
import { readForm } from "../form.server.ts";
import { openDeskForExtension } from "../open-desk.server.ts";
import { extensionAnswer } from "./extension-answer.server.ts";
import { EXTENSION_WORDS } from "./words.ts";

const orderIds = z.array(z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/)).min(1).max(EXTENSION_ORDERS).transform((ids) => [...new Set(ids)]);

/** `?id=gid://shopify/Order/1&id=…`, with `plan=1` for what a resync would do to each, of a few orders. Also answers the browser's preflight, which the library does. */
export async function readForExtension({ request }: LoaderFunctionArgs): Promise<Response> {
  const { desk, cors } = await openDeskForExtension(request);
  const { searchParams } = new URL(request.url);
  const asked = orderIds.safeParse(searchParams.getAll("id"));
  if (!asked.success) return cors(refused());
  const planned = searchParams.has("plan") && asked.data.length <= EXTENSION_PLANS ? asked.data : [];
  return cors(Response.json(await extensionAnswer(desk, asked.data, planned)));
}

/** Marks the orders due and answers how they stood before, so that what follows can be told from it. Whoever asks for several has looked at none, so what a rule holds stays held (decision 063). */
export async function resyncForExtension({ request }: ActionFunctionArgs): Promise<Response> {
  const { desk, person, cors } = await openDeskForExtension(request);
  const asked = z.object({ orderIds }).safeParse(await readForm(request));
  if (request.method !== "POST" || !asked.success) return cors(refused());
  const before = await extensionAnswer(desk, asked.data.orderIds);
  const resynced = before.orders.map(({ orderId }) => orderId);
  const [only] = resynced;
  if (asked.data.orderIds.length === 1 && only !== undefined) await desk.resyncOne(only, person);
  else if (resynced.length > 0) await desk.resync(resynced);
  return cors(Response.json(before, { status: 202 }));
}

const refused = (): Response => Response.json({ error: EXTENSION_WORDS.refused(EXTENSION_ORDERS) }, { status: 400 });
