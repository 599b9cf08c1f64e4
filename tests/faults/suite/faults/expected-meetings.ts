/** Which kind of fault must meet which step of the pipeline in a long run; a pair at zero means that the generator no longer reaches it. */
import type { PipelineStep } from "./pipeline-step.ts";

const READS = ["books", "references", "look-up"] as const;
const WRITES = ["references", "create", "change"] as const;
const QUICKBOOKS = ["books", "references", "look-up", "create", "change"] as const;

export const EXPECTED_MEETINGS: Readonly<Record<string, readonly PipelineStep[]>> = {
  "time-out before": [...QUICKBOOKS, "tokens"],
  "time-out after": [...QUICKBOOKS, "tokens"],
  "late commit": WRITES,
  "429": QUICKBOOKS,
  "500": QUICKBOOKS,
  "502": QUICKBOOKS,
  "503": QUICKBOOKS,
  "504": QUICKBOOKS,
  "401": QUICKBOOKS,
  "truncated": QUICKBOOKS,
  "429 with Retry-After": QUICKBOOKS,
  "5xx after the commit": WRITES,
  "html": QUICKBOOKS,
  "Fault inside 200": QUICKBOOKS,
  "shopify throttled": ["fetch"],
  "shopify 500": ["fetch"],
  "shopify lost": ["fetch"],
  "shopify html": ["fetch"],
  "shopify truncated": ["fetch"],
  "shopify partial": ["fetch"],
  "webhook lost": ["inbox"],
  "webhook a day late": ["inbox"],
  "webhook repeated": ["inbox"],
  "webhooks shuffled": ["inbox"],
  "crash": ["due", "fetch", ...READS, "create", "record"],
  "two refreshers": ["tokens"],
  "revoked": ["tokens"],
  "error 5010": ["change"],
  "error 6140": ["create"],
  "error 6240": ["references"],
  "error 6210": ["create"],
  "error 610": ["read", "change"],
  "error 6540": ["change"],
  "booked by hand": ["create"],
  "bookkeeper's memo": ["change"],
  "bookkeeper deletes": ["change"],
  "bookkeeper voids": ["change"],
};
