/** What the connection page shows of a shop. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ConnectionFacts } from "#app/pipeline/ports/shop-desk.ts";
import { type Format, formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import type { ConnectionView, Preference } from "./view.ts";
import { WORDS } from "./words.ts";

export async function loadConnection({ request }: LoaderFunctionArgs): Promise<ConnectionView> {
  const desk = await openDesk(request);
  return connectionView(await desk.connection(), desk.shop.name, formatFor(desk.shop));
}

export function connectionView(connection: ConnectionFacts | null, shop: string, format: Format): ConnectionView {
  if (connection === null || connection.status === "revoked") return { state: "none", shop, ended: connection !== null };
  const { companyName, country, currency, connectedAt, factsReadAt, parkedReason, status } = connection;
  const known = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  const preferences = preferencesOf(connection);
  return {
    state: status,
    company: companyName ?? WORDS.unnamed,
    facts: [
      ...known(WORDS.facts.country, country === null ? null : countryName(country)),
      ...known(WORDS.facts.currency, currency),
      { label: WORDS.facts.since, value: format.time(connectedAt) },
      { label: WORDS.facts.readAt, value: factsReadAt === null ? WORDS.notYetRead : format.time(factsReadAt) },
    ],
    reason: status === "parked" ? (parkedReason ?? WORDS.paused.unknown) : null,
    preferences,
    needsChange: preferences.some(({ good }) => good === false),
  };
}

function preferencesOf({ autoApplyCredit, autoApplyPayments }: ConnectionFacts): Preference[] {
  const { preferences } = WORDS;
  const judged = (on: boolean | null, words: { name: string; on: string; off: string }): Preference[] =>
    on === null ? [] : [{ name: words.name, text: on ? words.on : words.off, good: !on }];
  return [
    ...judged(autoApplyCredit, preferences.autoApplyCredit),
    ...judged(autoApplyPayments, preferences.autoApplyPayments),
    { name: preferences.estimates.name, text: preferences.estimates.text, good: null },
  ];
}

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** QuickBooks gives two-letter codes; anything else is shown as it is. */
const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (COUNTRY_NAMES.of(code) ?? code) : code);
