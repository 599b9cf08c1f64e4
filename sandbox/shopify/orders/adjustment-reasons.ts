/** The words for why a refund differs from what was returned: REST's free text, and the schema's enum OrderAdjustmentDiscrepancyReason. */

/** The reason an imported or own adjustment carries when more or less was given back than the returned goods were worth. */
export const REFUND_DISCREPANCY = "Refund discrepancy";

const CODES: Record<string, string> = {
  [REFUND_DISCREPANCY]: "REFUND_DISCREPANCY",
  "Pending refund discrepancy": "PENDING_REFUND_DISCREPANCY",
  "Full return balancing adjustment": "FULL_RETURN_BALANCING_ADJUSTMENT",
};

export const reasonCode = (text: string): string | null => CODES[text] ?? null;

/** A code without a text of its own stays as it is. */
export const reasonText = (code: string): string => Object.entries(CODES).find(([, known]) => known === code)?.[0] ?? code;
