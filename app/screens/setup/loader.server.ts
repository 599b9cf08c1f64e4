/** What the set-up page shows of a shop: the answers that its settings come from, or suggestions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { answersFor, INVOICE_MOMENTS, PAYMENT_RECORDERS, presetFor, SUGGESTED_ANSWERS, SUPPLIER_SHIPS } from "#app/domain/settings/presets.ts";
import type { ConnectionFacts } from "#app/pipeline/ports/shop-desk.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { ORDER_STATUS_HELP, ORDER_STATUS_WORDS } from "../words.en.ts";
import { everyOutcome, pictureAmounts } from "./outcomes.server.ts";
import type { SetUpView } from "./view.ts";
import { ADVICE, WORDS } from "./words.ts";

export async function loadSetUp({ request }: LoaderFunctionArgs): Promise<SetUpView> {
  const desk = await openDesk(request);
  const [settings, rules, connection] = await Promise.all([desk.settings(), desk.rules(), desk.connection()]);
  const finishedBefore = settings.version > 0;
  const saved = finishedBefore ? answersFor(settings.value, rules.value) : null;
  const answers = saved ?? SUGGESTED_ANSWERS;
  const { currency, name, timeZone } = desk.shop;
  const amounts = pictureAmounts(currency, formatFor(desk.shop).money);
  return {
    form: {
      ...answers,
      statuses: finishedBefore ? [...settings.value.statuses] : presetFor(answers).statuses,
      startDate: (finishedBefore ? settings.value.options.startDate : null) ?? desk.today().toString(),
    },
    finishedBefore,
    changedByHand: finishedBefore && saved === null,
    connection: connectionOf(connection, name),
    advice: adviceFor(connection),
    moments: INVOICE_MOMENTS.map((value) => ({ value, ...WORDS.questions.moments[value] })),
    recorders: PAYMENT_RECORDERS.map((value) => ({ value, ...WORDS.questions.recorders[value] })),
    suppliers: SUPPLIER_SHIPS.map((value) => ({ value, ...WORDS.questions.suppliers[value] })),
    statuses: ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS_WORDS[value], help: ORDER_STATUS_HELP[value] })),
    outcomes: everyOutcome(amounts),
    pictureTitle: WORDS.picture.order(amounts.total),
    zone: WORDS.start.zone(timeZone.replaceAll("_", " ")),
  };
}

function connectionOf(connection: ConnectionFacts | null, shop: string): SetUpView["connection"] {
  const { connect } = WORDS;
  if (connection === null || connection.status === "revoked") return { state: "none", text: connect.text(shop) };
  if (connection.status === "parked") return { state: "paused", text: connect.paused };
  return { state: "connected", text: connect.connected(connection.companyName ?? connect.unnamed) };
}

function adviceFor(connection: ConnectionFacts | null): string[] {
  const advice = [...(connection?.autoApplyCredit === true ? [ADVICE.autoApplyCredit] : []), ...(connection?.autoApplyPayments === true ? [ADVICE.autoApplyPayments] : [])];
  return advice.length === 0 ? [] : [...advice, ADVICE.where];
}
