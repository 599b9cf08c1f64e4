/** Saves the settings of a shop: all of the form, or nothing of it. What a person has to correct is answered with 200: the page then reads what is saved by now. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { settingsSubmissionSchema } from "./schema.server.ts";
import type { SettingsAnswer } from "./view.ts";

export async function saveSettings({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const submission = settingsSubmissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid", errors: fieldErrors(submission.error) });
  const { version, settings } = submission.data;
  if ((await desk.settings()).version !== version) return answer({ kind: "changed_meanwhile" });
  if (!(await done(desk.saveSettings(settings)))) return answer({ kind: "failed" }, 500);
  return answer({ kind: "saved" });
}

const answer = (value: SettingsAnswer, status = 200) => data(value, { status });
