/** Saves the settings of a shop: all of the form, or nothing of it. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { formOf, settingsSubmissionSchema } from "./schema.server.ts";
import type { SettingsAnswer } from "./view.ts";

export async function saveSettings({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const submission = settingsSubmissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid", errors: fieldErrors(submission.error) }, 422);
  const { version, settings } = submission.data;
  if ((await desk.settings()).version !== version) return answer({ kind: "changed_meanwhile" }, 409);
  if (!(await done(desk.saveSettings(settings)))) return answer({ kind: "failed" }, 500);
  return answer({ kind: "saved", form: formOf(settings) }, 200);
}

const answer = (value: SettingsAnswer, status: number) => data(value, { status });
