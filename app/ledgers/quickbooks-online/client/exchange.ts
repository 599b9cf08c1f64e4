/** What one HTTP exchange with Intuit showed, whatever a vendor library makes of it. Nothing here holds a request, its headers or its body. */

export type Exchange =
  | {
      kind: "answered";
      status: number;
      /** Parsed JSON, or text where the answer was none. */
      body: unknown;
      /** Intuit's id of the exchange; what their support asks for. */
      transactionId: string | null;
      retryAfter: string | null;
    }
  /** No whole answer came. `code` is Node's or axios' code, such as `ECONNRESET`. */
  | { kind: "failed"; code: string };

/** The connection was never made, so nothing can have reached QuickBooks. Everything else may have been processed. */
const NEVER_SENT: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

export const wasNeverSent = (exchange: Exchange): boolean => exchange.kind === "failed" && NEVER_SENT.has(exchange.code);
