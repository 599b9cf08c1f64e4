/** Which step of the pipeline a request or a failpoint belongs to: the columns of the summary. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import { isObject } from "#sandbox/quickbooks/wire/json.ts";

export const PIPELINE_STEPS = ["inbox", "due", "fetch", "books", "references", "look-up", "read", "create", "change", "record", "tokens"] as const;
export type PipelineStep = (typeof PIPELINE_STEPS)[number];

export function stepOfRequest({ method, path, query, body }: Pick<LoggedRequest, "method" | "path" | "query" | "body">): PipelineStep {
  const entity = path.split("/")[1] ?? "";
  if (method === "GET") {
    if (entity === "companyinfo" || entity === "preferences") return "books";
    if (entity !== "query") return "read";
    const table = /from (\w+)/i.exec(query["query"] ?? "")?.[1]?.toLowerCase() ?? "";
    return table === "account" ? "books" : table === "customer" || table === "item" ? "references" : "look-up";
  }
  if (entity === "customer" || entity === "item") return "references";
  return isObject(body) && body["Id"] !== undefined ? "change" : "create";
}

export function stepOfFailpoint(point: FailpointName): PipelineStep {
  const [port = "", method = ""] = point.split(/[.:]/);
  switch (port) {
    case "due":
      return "due";
    case "source":
      return "fetch";
    case "connection":
      return "books";
    case "bindings":
      return "references";
    case "inbox":
      return "inbox";
    case "tokens":
      return "tokens";
    case "ledger":
      return stepOfLedger(method);
    default:
      return "record";
  }
}

function stepOfLedger(method: string): PipelineStep {
  switch (method) {
    case "readCompany":
      return "books";
    case "write":
      return "create";
    case "read":
      return "read";
    case "lookUp":
      return "look-up";
    default:
      return "references";
  }
}
