/** The `quickbooks` step: what a bookkeeper does to our documents, or to the company, inside QuickBooks. */
import { QuickBooksFault } from "#sandbox/quickbooks/wire/fault.ts";
import { documentsByOrder } from "../result/order-documents.ts";
import { isLive } from "../result/result.ts";
import type { StepOf } from "../script/steps.ts";
import type { Stage } from "../set-stage.ts";
import { orderNamed } from "./order-named.ts";
import { StepRefused } from "./step-refused.ts";

/** Throws StepRefused when there is no such document, or QuickBooks would refuse a person too. */
export async function actInQuickBooks(stage: Stage, step: StepOf<"quickbooks">): Promise<void> {
  const { quickbooks } = stage.world;
  const act = (action: unknown): unknown => quickbooks.bookkeeper(stage.tenant.realmId, action);
  try {
    switch (step.action) {
      case "setPreferences":
      case "closeBooks":
        act({ action: step.action, value: step.value });
        return;
      case "delete":
      case "void":
        act({ action: step.action, kind: step.kind, id: await liveDocument(stage, step) });
        return;
      case "edit":
        act({ action: "edit", kind: step.kind, id: await liveDocument(stage, step), patch: step.patch ?? {} });
        return;
    }
  } catch (error) {
    if (error instanceof QuickBooksFault) throw new StepRefused(`QuickBooks refuses: ${error.message}`);
    throw error;
  }
}

/** The order's latest live document of the kind. */
async function liveDocument(stage: Stage, { kind, order }: Extract<StepOf<"quickbooks">, { kind: string }>): Promise<string> {
  const { gid, name } = orderNamed(stage, order);
  const postings = await stage.world.records.postings(stage.tenant.shop);
  const documents = documentsByOrder(stage.tenant, postings, stage.world.quickbooks).get(gid) ?? [];
  const found = documents.findLast((document) => document.kind === kind && isLive(document));
  if (found === undefined) throw new StepRefused(`order ${name} has no live ${kind} at this point`);
  return found.id;
}
