/** What the settings page shows and what its form holds: strings and yes or no, nothing to compute with. */

export type GatewayAccount = { gateway: string; account: string };

/** A set of taxes as issues name it, such as `GST 5% + PST 7%`, and the QuickBooks tax code it gets. */
export type TaxSetCode = { set: string; code: string };

/** The item for goods that did not come back on the shelf, by the income account of their product. */
export type OffStockItem = { account: string; item: string };

export type SettingsForm = {
  mode: string;
  statuses: string[];
  startDate: string;
  numberPrefix: string;
  syncTestOrders: boolean;
  syncFreeOrders: boolean;
  unknownItems: string;
  splitShipments: string;
  offStockItems: OffStockItem[];
  newGateways: string;
  depositAccount: string;
  chargebackAccount: string;
  chargebackFeeAccount: string;
  gateways: GatewayAccount[];
  taxCodes: TaxSetCode[];
  acceptRounding: boolean;
};

export type ModeChoice = { value: string; sentence: string; name: string; help: string; makesInvoices: boolean; makesPayments: boolean };

/** `codes` is empty in a US company, whose lines have none. */
export type TaxesView = { codes: string[]; sets: { set: string; code: string | null }[]; /** The shop's currency has more decimals than QuickBooks keeps. */ finerCurrency: boolean };

/** A sentence where rules override the setting. */
export type Overridden = Record<"mode" | "numberPrefix" | "taxCodes" | "depositAccount", string | null>;

export type SettingsView = {
  /** Sent back with the form, so that nobody overwrites what somebody else saved meanwhile. */
  version: number;
  form: SettingsForm;
  modes: ModeChoice[];
  statuses: { value: string; label: string; help: string }[];
  /** Titles of the enabled rules that hold invoices back. */
  holdingRules: string[];
  overridden: Overridden;
  defaultDepositAccount: string;
  defaultChargebackAccount: string;
  defaultChargebackFeeAccount: string;
  taxes: TaxesView;
  notice: "paused" | "not_connected" | null;
};

export type SettingsAnswer = { kind: "saved" } | { kind: "invalid"; errors: Record<string, string> } | { kind: "changed_meanwhile" | "failed" };
