/** The form with the last seven days of the shop's calendar. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { ORDER_STATUS_HELP, ORDER_STATUS_WORDS } from "../words.en.ts";
import type { SyncView } from "./view.ts";

const DAYS = 7;

export async function loadSync({ request }: LoaderFunctionArgs): Promise<SyncView> {
  const desk = await openDesk(request);
  const [settings, connection] = await Promise.all([desk.settings(), desk.connection()]);
  const today = desk.today();
  return {
    notice: connectionNotice(connection),
    form: { by: "range", from: today.subtract({ days: DAYS - 1 }).toString(), to: today.toString(), numbers: "", ownStatuses: false, statuses: [...settings.value.statuses], anyway: false },
    statuses: ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS_WORDS[value], help: ORDER_STATUS_HELP[value] })),
    zone: desk.shop.timeZone,
    askKey: randomUUID(),
  };
}
