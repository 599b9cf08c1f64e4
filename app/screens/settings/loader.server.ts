/** What the settings page shows of a shop. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { exponentOf } from "#app/domain/money/money.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { DEFAULT_SETTINGS, type Mode, MODES } from "#app/domain/settings/settings.ts";
import type { BookNames } from "#app/pipeline/ports/shop-desk.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { MODE_WORDS, ORDER_STATUS_HELP, ORDER_STATUS_WORDS } from "../words.en.ts";
import { overriddenBy } from "./overridden.server.ts";
import { formOf } from "./schema.server.ts";
import type { ModeChoice, OfferedNames, SettingsView } from "./view.ts";
import { MODE_HELP } from "./words.ts";

export async function loadSettings({ request }: LoaderFunctionArgs): Promise<SettingsView> {
  const desk = await openDesk(request);
  const [settings, rules, connection, taxes, books, hits] = await Promise.all([desk.settings(), desk.rules(), desk.connection(), desk.taxes(), desk.bookNames(), desk.ruleDesk.hits()]);
  return {
    version: settings.version,
    form: formOf(settings.value),
    modes: MODE_CHOICES,
    statuses: ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS_WORDS[value], help: ORDER_STATUS_HELP[value] })),
    holdingRules: rules.value.filter(holdsInvoices).map(({ title }) => title),
    overridden: overriddenBy(rules.value, hits, formatFor(desk.shop)),
    names: offered(books),
    off: books.off,
    appliesCredits: connection?.autoApplyCredit ?? null,
    defaultOneCustomer: DEFAULT_SETTINGS.options.oneCustomer,
    defaultDepositAccount: DEFAULT_SETTINGS.options.depositAccount,
    defaultChargebackAccount: DEFAULT_SETTINGS.options.chargebackAccount,
    defaultChargebackFeeAccount: DEFAULT_SETTINGS.options.chargebackFeeAccount,
    taxes: { ...taxes, finerCurrency: exponentOf(desk.shop.currency) > 2 },
    notice: connectionNotice(connection),
  };
}

function offered({ names, waitingSkus }: BookNames): OfferedNames {
  const known = (list: readonly string[] | undefined): string[] | null => (list === undefined ? null : [...list]);
  return {
    classes: known(names.class), locations: known(names.department), terms: known(names.term), paymentMethods: known(names.paymentMethod), customFields: known(names.customField),
    items: [...(names.item ?? [])], skus: waitingSkus,
  };
}

const modeChoice = (value: Mode): ModeChoice => ({
  value, ...MODE_WORDS[value], help: MODE_HELP[value], makesInvoices: MODES[value].invoice, makesPayments: MODES[value].payment || MODES[value].salesReceipt,
});

const MODE_CHOICES: ModeChoice[] = (Object.keys(MODES) as Mode[]).map(modeChoice);

const holdsInvoices = ({ enabled, then }: Rule): boolean => enabled && then.some(({ action }) => action === "stop_creating_invoices");
