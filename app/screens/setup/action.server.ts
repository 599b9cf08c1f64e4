/** Finishes set-up: settings and rules together, or nothing. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { presetFor, withPresetRules } from "#app/domain/settings/presets.ts";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { setUpSchema } from "./schema.server.ts";
import type { SetUpAnswer } from "./view.ts";

export async function finishSetUp({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const form = setUpSchema.safeParse(await readForm(request));
  if (!form.success) return answer({ kind: "invalid", errors: fieldErrors(form.error) });
  const { statuses, startDate, ...answers } = form.data;
  const preset = presetFor(answers);
  const [settings, rules] = await Promise.all([desk.settings(), desk.rules()]);
  const changed = { mode: preset.mode, statuses, options: { ...settings.value.options, startDate } };
  if (!(await done(desk.completeSetUp(changed, withPresetRules(rules.value, preset))))) return answer({ kind: "failed" }, 500);
  return answer({ kind: "finished" });
}

const answer = (value: SetUpAnswer, status = 200) => data(value, { status });
