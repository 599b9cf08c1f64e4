/** Every limit of the QuickBooks Online adapter with its unit and its reason, in one place. */

/** After these the outcome of a write counts as unknown. Intuit's own limit is 120,000 ms (05 §2). */
export const DEADLINE_MS = 60_000;

/** A token call is small; a person may be waiting for it during connecting. */
export const TOKEN_DEADLINE_MS = 20_000;

/** An access token that is valid for less than this is refreshed first, so that it outlives the call it is used for (05 §3: 3,600 s in all). */
export const REFRESH_BEFORE_EXPIRY_MS = 10 * 60_000;

/** `calls` at most in any `lengthMs`. */
export type PaceWindow = { calls: number; lengthMs: number };

/**
 * Intuit documents 10 requests a second and 500 a minute per company (05 §2). The windows are 15 % and 1 % longer, because calls bunch up on the way, the more so on a busy machine; the minute is what bounds a long run.
 * Twenty calls of each minute are left to people who begin to look (decision 034). The third window shares the minute out, so that a long run goes on steadily instead of standing still at the end of each minute.
 */
export const PACE_WINDOWS: readonly PaceWindow[] = [
  { calls: 10, lengthMs: 1_150 },
  { calls: 480, lengthMs: 60_600 },
  { calls: 24, lengthMs: 3_030 },
];

/** The worker's pace while somebody previews orders of the company, and theirs: together below Intuit's second and minute (decision 034). */
export const SHARED_PACE_WINDOWS: readonly PaceWindow[] = [{ calls: 5, lengthMs: 1_250 }, { calls: 480, lengthMs: 60_600 }];
export const LOOKING_PACE_WINDOWS: readonly PaceWindow[] = [{ calls: 4, lengthMs: 1_150 }];

/** After this long a call of the pace before no longer counts in Intuit's second. */
export const PACE_CHANGE_MS = 1_250;

/** A preview announces itself for this long, and takes it back when it ends; one whose process died is over then. */
export const LOOKING_FOR_MS = 30_000;

/** What Intuit asks to wait after a 429 that names no time (05 §2). */
export const THROTTLE_PAUSE_MS = 60_000;

/** Longest pause believed from a `Retry-After` header; a mistaken one must not stop a company for a day. */
export const MAX_THROTTLE_PAUSE_MS = 15 * 60_000;

/** Rows per page of a query; 1,000 is Intuit's maximum (05 §1.13). */
export const QUERY_PAGE_ROWS = 1_000;

/** Pages read of one query at most: 50,000 rows, above any chart of accounts or answer to a look-up. */
export const QUERY_MAX_PAGES = 50;

/** Values and characters in one `IN (…)`: the statement travels in the URL, and servers commonly cut those at 8,192 bytes. */
export const IN_MAX_VALUES = 50;
export const IN_MAX_CHARACTERS = 2_000;

/** Largest answer accepted, in bytes; a page of 1,000 invoices stays below. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** QuickBooks takes at most 15 digits in an amount (05 §1.1), which a JSON number still carries exactly. */
export const AMOUNT_MAX_DIGITS = 15;

/** Field lengths in characters (05 §1.2; contracts/quickbooks/schema/field-constraints.json). */
export const LENGTHS = {
  displayName: 100,
  personName: 100,
  companyName: 100,
  email: 100,
  phone: 30,
  docNumber: 21,
  paymentRefNum: 21,
  privateNote: 4_000,
  customerMemo: 1_000,
  description: 4_000,
  itemName: 100,
  sku: 100,
  addressLine: 500,
  addressPart: 255,
  postalCode: 30,
} as const;
