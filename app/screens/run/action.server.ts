/** Stops a run after the order in hand. */
import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { openDesk } from "../open-desk.server.ts";
import { runIdOf } from "../run-path.server.ts";
import { RUN_PAGE_WORDS as WORDS } from "./words.ts";

export type CancelAnswer = { message: string | null };

export async function cancelRun({ request, params }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const runId = runIdOf(params["runId"]);
  if (runId === null || (await desk.run(runId)) === null) return data<CancelAnswer>({ message: null }, { status: 404 });
  return data<CancelAnswer>({ message: (await desk.cancelRun(runId)) ? WORDS.cancelled : WORDS.nothingToCancel });
}
