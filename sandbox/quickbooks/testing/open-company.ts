/** For tests: a running simulator with one connected company, spoken to over HTTP as an app would. */
import { Temporal } from "temporal-polyfill";
import { startQuickBooks } from "../start-quickbooks.ts";
import type { QuickBooksOptions, QuickBooksSimulator } from "../start-quickbooks.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, objectOf, textOf } from "../wire/json.ts";

export const CLIENT = { clientId: "client", clientSecret: "secret" };
export const REDIRECT = "http://127.0.0.1:1/callback";

export type Reply = { status: number; body: JsonObject; headers: Headers };

export type OpenCompany = AsyncDisposable & {
  quickbooks: QuickBooksSimulator;
  realmId: string;
  /** The first pair of tokens; `call` gets itself new ones when the clock has moved past them. */
  accessToken: string;
  refreshToken: string;
  /** Moves the business clock. */
  advance: (duration: Temporal.DurationLike) => void;
  /** `path` below the company with its query, such as `/invoice?operation=void`. */
  call: (method: "GET" | "POST", path: string, body?: JsonObject) => Promise<Reply>;
  /** Posts and returns the entity; throws when QuickBooks refuses. */
  write: (path: string, body: JsonObject) => Promise<JsonObject>;
  read: (entity: string, id: unknown) => Promise<JsonObject>;
  query: (text: string) => Promise<JsonObject>;
};

export async function openCompany(config: JsonObject = {}, start = "2026-11-02T18:00:00Z", options: Partial<QuickBooksOptions> = {}): Promise<OpenCompany> {
  let time = Temporal.Instant.from(start);
  const quickbooks = await startQuickBooks({ ...CLIENT, now: () => time, ...options });
  const realmId = quickbooks.createCompany({ switches: { throttling: false }, ...config });
  const { accessToken, refreshToken } = await connect(quickbooks, realmId);
  let current = { accessToken, since: time };
  const currentToken = async (): Promise<string> => {
    if (time.since(current.since).total("minutes") >= 60) current = { ...(await connect(quickbooks, realmId)), since: time };
    return current.accessToken;
  };
  const call = async (method: "GET" | "POST", path: string, body?: JsonObject): Promise<Reply> => {
    const response = await fetch(`${quickbooks.origin}/v3/company/${realmId}${path}`, {
      method,
      headers: { authorization: `Bearer ${await currentToken()}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: jsonBody(await response.text()), headers: response.headers };
  };
  const entityOf = ({ status, body }: Reply): JsonObject => {
    if (status !== 200) throw new Error(JSON.stringify(body));
    return Object.values(body).find(isObject) ?? {};
  };
  return {
    quickbooks,
    realmId,
    accessToken,
    refreshToken,
    call,
    advance(duration) {
      time = time.add(Temporal.Duration.from(duration));
    },
    write: async (path, body) => entityOf(await call("POST", path, body)),
    read: async (entity, id) => entityOf(await call("GET", `/${entity}/${String(id)}`)),
    query: async (text) => objectOf((await call("GET", `/query?query=${encodeURIComponent(text)}`)).body, "QueryResponse"),
    [Symbol.asyncDispose]: quickbooks.close,
  };
}

export async function tokenRequest(origin: string, form: Record<string, string>): Promise<Reply> {
  const credentials = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString("base64");
  const response = await fetch(`${origin}/oauth2/v1/tokens/bearer`, {
    method: "POST",
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: jsonBody(await response.text()), headers: response.headers };
}

export function authorizeUrl(origin: string): string {
  const parameters = { client_id: CLIENT.clientId, redirect_uri: REDIRECT, state: "s1", response_type: "code" };
  return `${origin}/connect/oauth2?${new URLSearchParams({ ...parameters, scope: "com.intuit.quickbooks.accounting" })}`;
}

export async function connect(quickbooks: QuickBooksSimulator, realmId: string): Promise<{ accessToken: string; refreshToken: string }> {
  const callback = new URL(quickbooks.consent(authorizeUrl(quickbooks.origin), realmId));
  const code = callback.searchParams.get("code") ?? "";
  const { body } = await tokenRequest(quickbooks.origin, { grant_type: "authorization_code", code, redirect_uri: REDIRECT });
  return { accessToken: textOf(body, "access_token") ?? "", refreshToken: textOf(body, "refresh_token") ?? "" };
}

/** The code of a refusal in either shape. */
export function codeOf({ body }: Reply): string | undefined {
  const upper = objectOf(body, "Fault").Error;
  const lower = objectOf(body, "fault").error;
  const [first] = Array.isArray(upper) ? upper : Array.isArray(lower) ? lower : [];
  return isObject(first) ? textOf(first, "code") : undefined;
}

/** A customer, a taxed product and an untaxed shipping item, as most stories need them. */
export const STOCKED_COMPANY: JsonObject = {
  customers: [{ DisplayName: "Ada Lovelace" }, { DisplayName: "Charles Babbage" }],
  items: [
    { Name: "Tee", Sku: "TEE", Taxable: true, UnitPrice: 20 },
    { Name: "Shipping", IncomeAccountRef: { name: "Shipping Income" } },
  ],
};

/** Two tees at 20.00, shipping 7.50, tax 3.20: 50.70 for customer 1. */
export function orderForm(changes: JsonObject = {}): JsonObject {
  return {
    CustomerRef: { value: "1" },
    TxnDate: "2026-11-02",
    DocNumber: "1001",
    Line: [
      {
        Amount: 40,
        DetailType: "SalesItemLineDetail",
        SalesItemLineDetail: { ItemRef: { value: "1" }, Qty: 2, UnitPrice: 20, TaxCodeRef: { value: "TAX" } },
      },
      { Amount: 7.5, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "2" }, TaxCodeRef: { value: "NON" } } },
    ],
    TxnTaxDetail: { TotalTax: 3.2 },
    ...changes,
  };
}

function jsonBody(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
