/** The `quickbooks` step: what a bookkeeper does to our documents, or to the company, inside QuickBooks. */
import { UnknownName } from "#sandbox/quickbooks/company/references-by-name.ts";
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
      case "reopenBooks":
      case "create":
      case "merge":
      case "setActive":
        act(actionOf(step));
        return;
      case "setSwitches":
        quickbooks.setSwitches(stage.tenant.realmId, step.value);
        return;
      case "deposit":
        act({ action: "deposit", payments: await liveDocuments(stage, step), account: step.account, date: step.date });
        return;
      case "undeposit":
        act({ action: "undeposit", payments: await liveDocuments(stage, step) });
        return;
      case "invoiceFromEstimate":
        act({ action: "invoiceEstimate", id: await liveDocument(stage, step), docNumber: step.number, date: step.date });
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
    if (error instanceof UnknownName) throw new StepRefused(error.message);
    throw error;
  }
}

const actionOf = ({ do: _, ...action }: StepOf<"quickbooks">): object => action;

type OrderDocument = { kind: string; order: string };

/** The order's latest live document of the kind. */
const liveDocument = async (stage: Stage, of: OrderDocument): Promise<string | undefined> => (await liveDocuments(stage, of)).at(-1);

/** Ids, in the sequence in which the documents were made; at least one. Throws StepRefused. */
async function liveDocuments(stage: Stage, { kind, order }: OrderDocument): Promise<string[]> {
  const { gid, name } = orderNamed(stage, order);
  const postings = await stage.world.records.postings(stage.tenant.shop);
  const documents = documentsByOrder(stage.tenant, postings, stage.world.quickbooks).get(gid) ?? [];
  const live = documents.filter((document) => document.kind === kind && isLive(document)).map(({ id }) => id);
  if (live.length === 0) throw new StepRefused(`order ${name} has no live ${kind} at this point`);
  return live;
}
