/** What all answers lead to, in words: the picture follows the answers without asking the server. */
import { type Money, parseMoney, zero } from "#app/domain/money/money.ts";
import { type LifeDocument, type LifeStage, orderLife } from "#app/domain/settings/order-life.ts";
import { INVOICE_MOMENTS, PAYMENT_RECORDERS, presetFor, type SetupAnswers, SUPPLIER_SHIPS } from "#app/domain/settings/presets.ts";
import { DOCUMENT_WORDS, MODE_WORDS } from "../words.en.ts";
import { type Outcome, outcomeKey, type PictureDocument, type PictureStage } from "./view.ts";
import { DOCUMENT_STATES, WORDS } from "./words.ts";

/** Amounts as the shop writes them. */
export type PictureAmounts = { total: string; zero: string };

/** A total that is whole in every currency. */
export function pictureAmounts(currency: string, format: (money: Money) => string): PictureAmounts {
  return { total: format(parseMoney(currency, "120")), zero: format(zero(currency)) };
}

export function everyOutcome(amounts: PictureAmounts): Record<string, Outcome> {
  const all = INVOICE_MOMENTS.flatMap((invoice) => PAYMENT_RECORDERS.flatMap((payments) => SUPPLIER_SHIPS.map((supplier) => ({ invoice, payments, supplier }))));
  return Object.fromEntries(all.map((answers) => [outcomeKey(answers), outcomeOf(answers, amounts)]));
}

function outcomeOf(answers: SetupAnswers, amounts: PictureAmounts): Outcome {
  const { mode, statuses, rules } = presetFor(answers);
  const life = orderLife(answers);
  const makes = (wanted: LifeDocument["kind"]): boolean => life.some(({ documents }) => documents.some(({ kind }) => kind === wanted));
  const { supplies, suppliesNone } = WORDS.picture;
  return {
    ...MODE_WORDS[mode],
    timing: WORDS.picture.timing[answers.invoice],
    statuses,
    stages: life.map((stage) => pictureStage(stage, amounts)),
    notes: [...rules.map(({ title }) => WORDS.picture.rule(title)), ...(makes("sales_order") ? [WORDS.picture.estimate] : []), ...(answers.supplier === "yes" ? [makes("purchase_order") ? supplies : suppliesNone] : [])],
  };
}

function pictureStage({ moment, documents }: LifeStage, amounts: PictureAmounts): PictureStage {
  const { moments, nothing } = WORDS.picture;
  return { title: moments[moment], documents: documents.map((document) => pictureDocument(document, amounts)), remark: documents.length === 0 ? nothing : null };
}

function pictureDocument({ kind, settled, isNew }: LifeDocument, amounts: PictureAmounts): PictureDocument {
  const detail = DOCUMENT_STATES[kind][settled ? "settled" : "open"];
  return { name: DOCUMENT_WORDS[kind].one, detail: detail(amounts.total, amounts.zero), isNew, settled };
}
