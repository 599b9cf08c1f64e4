/** Failures of one shop on order, as data: which call to GraphQL or to the token endpoint goes wrong and how. Decides, does nothing itself. */
import { z } from "zod";
import type { Armed } from "../../faults/fault-timing.ts";
import { FAULT_TIMING, arm, timingProblem } from "../../faults/fault-timing.ts";
import { TRANSPORT_FAULTS } from "../../faults/through-fault.ts";

const FIRST_ERROR_STATUS = 400;

export const shopifyFaultSchema = z
  .strictObject({
    on: z.enum(["graphql", "token"]),
    ...FAULT_TIMING,
    /** `throttled` and `partial` are HTTP 200, of GraphQL only. */
    do: z.enum([...TRANSPORT_FAULTS, "throttled", "partial"]),
    /** For `status` and `html`: of the answer. */
    status: z.number().int().min(200).max(599).optional(),
    /** For `status` and `html`: the work is done before that answer, which on the token endpoint rotates the tokens. */
    commits: z.boolean().optional(),
    /** For `delay`, of real time. */
    ms: z.number().int().nonnegative().optional(),
    /** For `partial`: one field of every order is null, as a protected one is, or one whole order is. */
    part: z.enum(["field", "node"]).optional(),
    /** For `partial` of a field: which one, `customer` unless said; it must be nullable. */
    field: z.string().optional(),
    /** For `partial` of a node: which of `nodes(ids)`, from 0 (the first unless said), counted round where there are fewer. */
    index: z.number().int().nonnegative().optional(),
  })
  .superRefine((fault, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    const timing = timingProblem(fault);
    if (timing !== undefined) wrong("share", timing);
    if (fault.on === "token" && (fault.do === "throttled" || fault.do === "partial")) wrong("do", "is for graphql only");
    if (fault.status !== undefined && fault.status < FIRST_ERROR_STATUS && fault.do !== "html") wrong("status", "below 400 it is for html only");
    if (fault.commits !== undefined && fault.do !== "status" && fault.do !== "html") wrong("commits", "is for status and html");
    if (fault.part !== undefined && fault.do !== "partial") wrong("part", "is for partial");
    if (fault.field !== undefined && (fault.do !== "partial" || fault.part === "node")) wrong("field", "is for a partial field");
    if (fault.index !== undefined && fault.part !== "node") wrong("index", "is for a partial node");
  });

export type ShopifyFault = z.output<typeof shopifyFaultSchema>;
export type ShopifyDoor = ShopifyFault["on"];

/** Which door a fault was met at: what a run tells about itself afterwards. */
export type StruckShopifyFault = Pick<ShopifyFault, "on" | "do">;

/** Throws ZodError. */
export function armShopifyFaults(planned: unknown): Armed<ShopifyFault>[] {
  return arm(z.array(shopifyFaultSchema).parse(planned));
}
