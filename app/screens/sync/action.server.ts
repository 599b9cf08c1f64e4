/** Previews a page of orders, or starts the run and leads to its page. What a person has to correct is answered in one sentence, with 200. */
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseRunAsk } from "#app/domain/runs/selection.ts";
import { services } from "#app/composition.server.ts";
import { readForm } from "../form.server.ts";
import { formatFor } from "../format.server.ts";
import { openDeskAs } from "../open-desk.server.ts";
import { runPath } from "../run-path.server.ts";
import { previewPage } from "./preview-page.server.ts";
import type { SyncAnswer } from "./view.ts";
import { SYNC_WORDS } from "./words.ts";

const submissionSchema = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("preview"), cursor: z.string().max(2_000).nullable(), form: z.unknown() }),
  z.object({ ask: z.literal("start"), askKey: z.uuid(), form: z.unknown() }),
]);

export async function syncByHand({ request }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const submission = submissionSchema.safeParse(await readForm(request));
  if (!submission.success) return refused(SYNC_WORDS.unreadable, 400);
  const asked = parseRunAsk(submission.data.form, desk.today());
  if (!asked.ok) return refused(asked.failure);
  try {
    if (submission.data.ask === "start") return redirect(runPath(await desk.startRun(asked.value, submission.data.askKey, person)));
    const preview = await desk.preview(asked.value, submission.data.cursor);
    return preview.ok ? data<SyncAnswer>({ kind: "preview", page: previewPage(preview.value, formatFor(desk.shop)) }) : refused(preview.failure);
  } catch (error) {
    services().log.error({ err: error }, "a sync by hand could not be previewed or started");
    return refused(SYNC_WORDS.failed, 500);
  }
}

const refused = (sentence: string, status = 200) => data<SyncAnswer>({ kind: "refused", sentence }, { status });
