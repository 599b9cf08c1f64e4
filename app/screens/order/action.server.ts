/** What a person asks of one order: look again, remove its documents, leave it out, or link a document that was found. */
import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DOCUMENT_KINDS } from "#app/domain/documents/kind.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { readForm } from "../form.server.ts";
import { openDeskAs } from "../open-desk.server.ts";
import { orderIdOf } from "../order-path.server.ts";
import { pressOf } from "./order-view.server.ts";
import { ASKED_WORDS } from "./words.ts";

/** `message`: what to tell the person; null when there is no such order, or nothing that is understood was asked. */
export type OrderAnswer = { message: string | null };

const TEXT = z.string().min(1).max(100);
const found = z.object({ kind: z.enum(DOCUMENT_KINDS), part: TEXT, ledgerId: TEXT, differs: z.boolean() });
const askedSchema = z
  .discriminatedUnion("ask", [
    z.object({ ask: z.literal("resync") }),
    z.object({ ask: z.literal("remove") }),
    z.object({ ask: z.literal("leaveOut") }),
    z.object({ ask: z.literal("link"), found }),
  ])
  // Shopify's own pages press the button without a body.
  .default({ ask: "resync" });
type Asked = z.infer<typeof askedSchema>;

export async function askOfOrder({ request, params }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const orderId = orderIdOf(params["orderId"]);
  const [asked, order, connection] = await Promise.all([readForm(request), orderId === null ? null : desk.order(orderId), desk.connection()]);
  const parsed = askedSchema.safeParse(asked);
  if (order === null) return data<OrderAnswer>({ message: null }, { status: 404 });
  if (!parsed.success) return data<OrderAnswer>({ message: null }, { status: 400 });
  await carryOut(desk, order.orderId, parsed.data, person);
  const words = ASKED_WORDS[parsed.data.ask === "resync" ? pressOf(order) : parsed.data.ask];
  return data<OrderAnswer>({ message: connectionNotice(connection) === null ? words.started : words.waits });
}

function carryOut(desk: ShopDesk, orderId: string, asked: Asked, person: string): Promise<void> {
  switch (asked.ask) {
    case "resync":
      return desk.resyncOne(orderId, person);
    case "remove":
      return desk.remove(orderId, person);
    case "leaveOut":
      return desk.leaveOut(orderId, person);
    case "link":
      // Shown with both figures before, it is taken as it is.
      return desk.link(orderId, asked.found, asked.found.differs, person);
  }
}
