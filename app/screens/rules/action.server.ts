/** Makes one change to a shop's draft, or publishes it. What a person has to correct is answered with 200: the page then reads the rules as they stand now. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import type { RuleDesk } from "#app/pipeline/ports/rule-desk.ts";
import { done, readForm } from "../form.server.ts";
import { openDeskAs } from "../open-desk.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { rulesSubmissionSchema } from "./schema.server.ts";
import type { RuleChange, RulesAnswer } from "./view.ts";

export async function saveRules({ request }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const submission = rulesSubmissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid" });
  const { revision, change } = submission.data;
  let kind: RulesAnswer["kind"] = "failed";
  const made = await done(carryOut(desk.ruleDesk, revision, change, person).then((result) => { kind = result; }));
  return answer({ kind }, made ? 200 : 500);
}

async function carryOut(desk: RuleDesk, revision: number, change: RuleChange, by: string): Promise<RulesAnswer["kind"]> {
  if (change.kind === "discard") return (await desk.discardDraft(revision)) ? "done" : "changed_meanwhile";
  const draft = await desk.draft();
  if (draft.revision !== revision) return "changed_meanwhile";
  if (change.kind === "publish") {
    // Asked again here: nobody publishes problems that were not shown.
    const { backTest } = await desk.backTest();
    if (!change.accepted && backTest.compare(draft.rules).changed.some(({ newProblems }) => newProblems.length > 0)) return "new_problems";
    return (await desk.publishDraft(revision, { unsentToo: change.unsentToo, by })) === null ? "changed_meanwhile" : "done";
  }
  const changed = changeRules(draft.rules, change);
  return changed !== null && (await desk.saveDraft(changed, revision, by)) !== null ? "done" : "changed_meanwhile";
}

const answer = (value: RulesAnswer, status = 200) => data(value, { status });
