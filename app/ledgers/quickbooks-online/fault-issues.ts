/** The issues that only QuickBooks' answer can raise, with sentence and remedy; it must never decide when they are raised. */
import type { Issue } from "#app/domain/issues/issue.ts";

export const periodClosed = (words: string): Issue => ({
  code: "period_closed",
  cause: "company",
  sentence: `The QuickBooks company's books are closed for the document's date. QuickBooks says: "${words}"`,
  remedy: "Move the closing date in QuickBooks (Account and settings, Advanced), let documents of closed days be dated on the first open day in Settings, or enter the document by hand; the order continues by itself.",
});

export const deposited = (subject: string, words: string): Issue => ({
  code: "payment_deposited",
  cause: subject,
  sentence: `QuickBooks keeps ${subject} as it is, because it is part of a bank deposit. QuickBooks says: "${words}"`,
  remedy: "Take the payment off that deposit in QuickBooks first, then ask again; or leave it as it is.",
});

export const linkRefused = (subject: string, words: string): Issue => ({
  code: "link_refused",
  cause: subject,
  sentence: `QuickBooks refuses to link ${subject} to its transaction. QuickBooks says: "${words}"`,
  remedy: "Look in QuickBooks whether the estimate was closed, moved to another customer or already invoiced by hand, then resync the order.",
});

export const featureMissing = (call: string, words: string): Issue => ({
  code: "feature_not_supported",
  cause: call,
  sentence: `The QuickBooks subscription does not include what ${call} needs. QuickBooks says: "${words}"`,
  remedy: "Upgrade the QuickBooks plan, or choose a mode that does without this document.",
});
