/** What a rule can do. An action only names what it sets and how its value is found; evaluation decides whether this rule is the first to set it. */
import { z } from "zod";
import type { Order, OrderLine } from "../../order/order.ts";
import { type Parameter, parameter, type ParameterDefinition } from "./parameter.ts";
import { type ActionLevel, type CompiledResult, compileResult } from "./result.ts";
import { type CustomFieldSlot, type LineSlot, ON, type OrderSlot } from "./slots.ts";

export const ACTION_GROUPS = {
  treatment: "Whether it is synced", documents: "Documents", order: "Order", payment: "Payment", lines: "Lines", tax: "Tax", shipping: "Shipping and discounts",
} as const;
export type ActionGroup = keyof typeof ACTION_GROUPS;

/** Settles the order's treatment, which ends the list; or sets a slot of the order, or one of each line that matches the rule. `refusal` says why a value cannot be used, and the slot stays open. */
export type Effect =
  | { settles: "skip" | "hold" }
  | { sets: OrderSlot | CustomFieldSlot; result: CompiledResult; refusal: (value: string, order: Order) => string | null }
  | { setsOnLines: LineSlot; result: LineResult; /** The same for every line; null where it depends on it. */ constant: string | null; refusal: (value: string, line: OrderLine) => string | null };

/** For what depends on the line beyond its fields. */
export type LineResult = (read: Parameters<CompiledResult>[0], line: OrderLine) => string | null;

export type Action = {
  /** Stable: stored in rules. */
  key: string;
  label: string;
  /** One sentence on what it does and what it leaves alone. */
  help: string;
  /** As it stands in a rule's sentence, with its parameters in braces: `put payments on {account}`. */
  phrase: string;
  group: ActionGroup;
  level: ActionLevel;
  /** What the editor draws. */
  parameters: readonly Parameter[];
  /** The action's parameters without the key `action`. */
  params: z.ZodType<Record<string, unknown>>;
  /** Of parameters that `params` accepted; throws on others, which is a defect. */
  effect(params: Record<string, unknown>): Effect;
};

export type Named = Pick<Action, "key" | "label" | "help" | "phrase" | "group">;

const allowed = (): null => null;

/** Copies and templates may come out longer than what can be written down. What is cut short would say something else. */
export const tooLong = ({ maxLength }: Pick<Parameter, "maxLength">) => (value: string): string | null =>
  value.length > maxLength ? `“${value.slice(0, 40)}${value.length > 40 ? "…" : ""}” has more than ${maxLength} characters` : null;

/** The zod form of a parameter list: unknown names are refused, and each value as its parameter says. */
export function paramsOf(parameters: readonly Parameter[], level: ActionLevel): Action["params"] {
  return z.strictObject(Object.fromEntries(parameters.map((each) => {
    const value = z.unknown().superRefine((raw, context) => {
      if (raw === undefined && !each.required) return;
      const compiled = compileResult(raw, each, level);
      if (!compiled.ok) context.addIssue({ code: "custom", message: compiled.failure });
    });
    return [each.name, each.required ? value : value.optional()];
  })));
}

/** A parameter's result; null where it is left out. */
export function resultOf(params: Record<string, unknown>, wanted: Parameter, level: ActionLevel): CompiledResult | null {
  const raw = params[wanted.name];
  if (raw === undefined && !wanted.required) return null;
  const compiled = compileResult(raw, wanted, level);
  if (!compiled.ok) throw new TypeError(`an action was never parsed: ${compiled.failure}`);
  return compiled.value;
}

export const treatmentAction = ({ settles, ...named }: Omit<Named, "group"> & { settles: "skip" | "hold" }): Action =>
  ({ ...named, group: "treatment", level: "order", parameters: [], params: z.strictObject({}), effect: () => ({ settles }) });

const flag = z.literal(true, { error: "value must be true" });

/** Switches something on. `mustBeWritten`: its `value: true` may not be left out. */
export function switchAction({ sets, mustBeWritten = false, ...named }: Named & { sets: OrderSlot; mustBeWritten?: boolean }): Action {
  const value = parameter({ name: "value", label: "Yes", help: "", kind: "flag", required: mustBeWritten });
  return {
    ...named, level: "order", parameters: mustBeWritten ? [value] : [],
    params: z.strictObject({ value: mustBeWritten ? flag : flag.optional() }),
    effect: () => ({ sets, result: () => ON, refusal: allowed }),
  };
}

/** Sets one thing of the order to the value of one parameter. */
export function orderAction({ sets, value, refusal = allowed, ...named }: Named & { sets: OrderSlot; value: ParameterDefinition; refusal?: (value: string, order: Order) => string | null }): Action {
  const wanted = parameter(value);
  return {
    ...named, level: "order", parameters: [wanted], params: paramsOf([wanted], "order"),
    effect: (params) => ({ sets, result: resultOf(params, wanted, "order") ?? (() => ON), refusal: (text: string, order: Order) => tooLong(wanted)(text) ?? refusal(text, order) }),
  };
}

/** Sets one thing of each line that matches the rule. A rule without conditions on lines matches every line. */
export function lineAction({ setsOnLines, value, refusal = allowed, ...named }: Named & { setsOnLines: LineSlot; value: ParameterDefinition | null; refusal?: (value: string, line: OrderLine) => string | null }): Action {
  const parameters = value ? [parameter(value)] : [];
  const [wanted] = parameters;
  return {
    ...named, level: "line", parameters, params: paramsOf(parameters, "line"),
    effect: (params) => {
      const result = (wanted && resultOf(params, wanted, "line")) ?? (() => ON);
      return {
        setsOnLines, result, constant: result(() => null),
        refusal: (text: string, line: OrderLine) => (wanted ? tooLong(wanted)(text) : null) ?? refusal(text, line),
      };
    },
  };
}
