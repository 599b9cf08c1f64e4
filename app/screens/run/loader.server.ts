/** One run's page, and its orders as a file. Another shop's run is told like one that there never was. */
import { Readable } from "node:stream";
import { createReadableStreamFromReadable, data } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { connectionNotice } from "../connection-notice.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { runCsv } from "./csv.server.ts";
import { runIdOf } from "../run-path.server.ts";
import { runView } from "./run-view.server.ts";
import type { RunView } from "./view.ts";

export async function loadRun({ request, params }: LoaderFunctionArgs) {
  const desk = await openDesk(request);
  const runId = runIdOf(params["runId"]);
  const run = runId === null ? null : await desk.run(runId);
  if (run === null) return data<RunView>({ exists: false }, { status: 404 });
  const after = positionOf(request.url);
  const [page, connection] = await Promise.all([desk.runOrders(run.id, after), desk.connection()]);
  return data<RunView>(runView({ notice: connectionNotice(connection), run, page, after, format: formatFor(desk.shop) }));
}

export async function loadRunCsv({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const desk = await openDesk(request);
  const runId = runIdOf(params["runId"]);
  const run = runId === null ? null : await desk.run(runId);
  if (run === null) return new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(Readable.from(runCsv(desk, run.id))), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="tieout-run.csv"' },
  });
}

/** What is no position is the first page. */
function positionOf(url: string): number | null {
  const text = new URL(url).searchParams.get("after") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
