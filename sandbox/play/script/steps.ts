/** The steps that this version plays, and those of the format that it knows but does not play yet (design page 09). */
import { z } from "zod";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { plannedFaultSchema } from "#sandbox/quickbooks/api/planned-faults.ts";
import { shopifyFaultSchema } from "#sandbox/shopify/faults/planned-faults.ts";
import { expectStep } from "./expect-step.ts";
import { cancelStep, editStep, refundStep, setCustomerStep } from "./order-change-steps.ts";
import { quickBooksStep } from "./quickbooks-step.ts";
import { amountSchema, countSchema, durationSchema, orderNameSchema, seedSchema, vendorObjectSchema } from "./values.ts";

const lineSchema = z.strictObject({ sku: z.string(), quantity: countSchema });

const webhooksStep = z.discriminatedUnion("set", [
  z.strictObject({ do: z.literal("webhooks"), set: z.literal("normal") }),
  z.strictObject({ do: z.literal("webhooks"), set: z.literal("duplicate"), n: countSchema.default(2) }),
  z.strictObject({ do: z.literal("webhooks"), set: z.literal("reverse") }),
  z.strictObject({ do: z.literal("webhooks"), set: z.literal("lose"), n: countSchema.default(1), share: z.number().min(0).max(1).optional(), seed: seedSchema.optional() }),
  z.strictObject({ do: z.literal("webhooks"), set: z.literal("shuffle"), seed: seedSchema.default(1) }),
  z
    .strictObject({ do: z.literal("webhooks"), set: z.literal("delay"), ms: z.number().int().nonnegative().optional(), by: durationSchema.optional() })
    .refine(({ ms, by }) => (ms === undefined) !== (by === undefined), { error: 'give either "ms" (real time) or "by" (an ISO 8601 duration of the clock)' }),
], { error: '"set" must be duplicate, reverse, shuffle, lose, delay or normal' });

/** For this run only. */
const runStatuses = z.array(z.enum(ORDER_STATUSES)).min(1).optional();

const STEPS = {
  create: z.strictObject({
    do: z.literal("create"),
    /** A path relative to the script, or the order itself; the simulated Shopify reads it. */
    order: z.union([z.string(), vendorObjectSchema], { error: "a path or an order is expected" }),
  }),
  pay: z.strictObject({ do: z.literal("pay"), order: orderNameSchema, amount: amountSchema.optional(), gateway: z.string().optional() }),
  fulfil: z.strictObject({ do: z.literal("fulfil"), order: orderNameSchema, lines: z.array(lineSchema).min(1).optional(), service: z.string().optional(), location: z.string().optional() }),
  refund: refundStep,
  edit: editStep,
  setCustomer: setCustomerStep,
  cancel: cancelStep,
  chargeback: z.strictObject({ do: z.literal("chargeback"), order: orderNameSchema, amount: amountSchema, fee: amountSchema.optional(), outcome: z.enum(["open", "lost", "won"]), inquiry: z.boolean().optional() }),
  /** Extension of the format: the order is deleted in Shopify. */
  delete: z.strictObject({ do: z.literal("delete"), order: orderNameSchema }),
  setMode: z.strictObject({ do: z.literal("setMode"), value: z.unknown() }),
  setStatuses: z.strictObject({ do: z.literal("setStatuses"), value: z.unknown() }),
  setRules: z.strictObject({ do: z.literal("setRules"), value: z.unknown() }),
  setSettings: z.strictObject({ do: z.literal("setSettings"), value: z.unknown() }),
  resync: z.strictObject({ do: z.literal("resync"), orders: z.array(orderNameSchema).min(1) }),
  /** Days of the shop's calendar, both included; `anyway` is an extension of the format. */
  syncRange: z.strictObject({ do: z.literal("syncRange"), from: z.iso.date(), to: z.iso.date(), statuses: runStatuses, anyway: z.boolean().default(false) }),
  syncNumbers: z.strictObject({
    do: z.literal("syncNumbers"),
    /** One each, or texts as people paste them, with ranges. */
    numbers: z.union([z.string(), z.array(z.union([z.string(), z.number()])).min(1)]).transform((given) => (Array.isArray(given) ? given.join("\n") : given)),
    statuses: runStatuses, anyway: z.boolean().default(false),
  }),
  preview: z.strictObject({ do: z.literal("preview"), orders: z.array(orderNameSchema).min(1) }),
  undo: z.strictObject({ do: z.literal("undo"), orders: z.array(orderNameSchema).min(1) }),
  quickbooks: quickBooksStep,
  /** Extensions of the format: from here on other faults are planned than in the config. They count from this step. */
  faults: z.strictObject({ do: z.literal("faults"), value: z.array(plannedFaultSchema) }),
  shopifyFaults: z.strictObject({ do: z.literal("shopifyFaults"), value: z.array(shopifyFaultSchema) }),
  webhooks: webhooksStep,
  restartApp: z.strictObject({
    do: z.literal("restartApp"),
    signal: z.enum(["SIGKILL", "SIGTERM"]).default("SIGTERM"),
    which: z.enum(["worker", "web", "all"]).default("all"),
  }),
  advance: z.strictObject({ do: z.literal("advance"), by: durationSchema }),
  expect: expectStep,
} as const satisfies Record<string, z.ZodType>;

export type StepName = keyof typeof STEPS;
export type StepOf<Name extends StepName> = z.infer<(typeof STEPS)[Name]>;
export type ParsedStep = { [Name in StepName]: StepOf<Name> }[StepName];

/** Steps of the format whose features come with later issues. */
const LATER_STEPS = ["bill"];

const PLAYED = Object.keys(STEPS).join(", ");

export const stepSchemaOf = (name: string): z.ZodType<ParsedStep> | undefined => (isStepName(name) ? STEPS[name] : undefined);

/** Why a step of this name cannot be played, for a name that has no schema. */
export function notPlayed(name: string): string {
  if (LATER_STEPS.includes(name)) return `this version does not play "${name}" yet; it plays ${PLAYED}`;
  return `there is no step "${name}"; this version plays ${PLAYED}`;
}

function isStepName(name: string): name is StepName {
  return Object.hasOwn(STEPS, name);
}
